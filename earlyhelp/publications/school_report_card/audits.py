"""Case audits, and those made together with head teachers."""

from __future__ import annotations

from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import SharesOf
from earlyhelp.publications.place_exhibits import ByPlace
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "{good:percent_of} audited {good:of:case|cases} {good:share:was|were} good or better",
        good=figures.cell("audits_good_or_better"),
    )


def joint(figures: ReleasedFigures) -> Sentence | None:
    return say("Teams and head teachers made {joint:count_or_no} joint {joint:audit|audits} in the period.",
               joint=figures.cell("joint_audits"))  # fmt: skip


def agreement(figures: ReleasedFigures) -> Sentence | None:
    return say("They came to the same judgement in {same:share_of} joint {same:of:audit|audits} with both judgements "
               "recorded.",
               same=figures.cell("audit_agreement"))  # fmt: skip


def good(figures: ReleasedFigures) -> Sentence | None:
    return say("{good:count} of {good:out_of} {good:of:audit|audits} with a judgement found the work good or "
               "outstanding.",
               good=figures.cell("audits_good_or_better"))  # fmt: skip


PAGE = PageDeclaration(
    key="audits",
    topic="Audits of cases",
    measures=("audits_good_or_better", "joint_audits", "audit_agreement"),
    exhibits=(
        SharesOf("Judgements of audits", "Figure",
                 (("Good or better", "audits_good_or_better", ()),
                  ("Joint audits: same judgement", "audit_agreement", ()))),
        ByPlace("Audits and their judgements",
                   (("Joint audits", "joint_audits", (), Form.COUNT),
                    ("Good or better", "audits_good_or_better", (), Form.SHARE),
                    ("Same judgement", "audit_agreement", (), Form.SHARE))),
    ),
    headings=(heading, where_none("audits_good_or_better", "No audit with a judgement was recorded")),
    tells=(good, joint, agreement),
    notes=("Few cases are audited, so one case more or less changes a share by much.",),
    tables=("case_audit",),
)  # fmt: skip
