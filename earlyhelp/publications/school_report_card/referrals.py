"""Referrals to children's social care, and in how many of them early help knew the child."""

from __future__ import annotations

from earlyhelp.publications.changes import changed
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import SharesOf
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.sentences import Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "Early help knew the child in {known:percent_of} {known:of:referral|referrals}",
        known=figures.cell("referrals_known"),
    )


def how_many(figures: ReleasedFigures) -> Sentence | None:
    known = figures.cell("referrals_known")
    if known.out_of == 1:
        return say("{known:out_of} referral of a school-age child was accepted for assessment by social care; early "
                   "help had {known:known|not known} the child in the twelve months before.", known=known)  # fmt: skip
    return say(
        "{known:out_of} referrals of school-age children were accepted for assessment by social care; in "
        "{known:count_or_none} of them early help had known the child in the twelve months before.",
        known=known,
    )


def stepped_up(figures: ReleasedFigures) -> Sentence | None:
    return say("{up:share_of} {up:of:referral of a child|referrals of children} known before {up:share:was|were} "
               "stepped up by an early help team.",
               up=figures.cell("referrals_stepped_up"))  # fmt: skip


PAGE = PageDeclaration(
    key="referrals",
    topic="Referrals to social care known before",
    measures=("referrals_known", "referrals_stepped_up"),
    exhibits=(
        SharesOf("Referrals known to early help, and stepped up", "Figure",
                 (("Known to early help", "referrals_known", ()),
                  ("Of those known: stepped up by a team", "referrals_stepped_up", ()))),
    ),
    headings=(heading,
              where_none("referrals_known", "No referrals of school-age children were accepted for assessment")),
    tells=(how_many, stepped_up, changed("{then:share} were known", "referrals_known")),
    notes=("Children are matched between two systems. A match counts where it was certain enough to be made "
           "automatically or a person confirmed it; a child whose match is still to be looked at, or was not found, "
           "counts as not known.",),
    tables=("referral", "link"),
)  # fmt: skip
