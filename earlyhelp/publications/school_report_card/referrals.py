"""Referrals to children's social care, and how many of the children early help knew."""

from __future__ import annotations

from earlyhelp.publications.declare import PageDeclaration
from earlyhelp.publications.exhibits import SharesOf
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.sentences import Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say("Early help knew {known:percent_of} children referred", known=figures.cell("referrals_known"))


def how_many(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "{known:out_of} referrals of school-age children were accepted for assessment by social care; early help had "
        "known {known:count_or_none} of the children in the twelve months before.",
        known=figures.cell("referrals_known"),
    )


def stepped_up(figures: ReleasedFigures) -> Sentence | None:
    return say("{up:share_of} those known had been stepped up by an early help team.",
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
    headings=(heading,),
    tells=(how_many, stepped_up),
    notes=("Children are matched between two systems; a match that nobody has confirmed or the matching did not "
           "find is "
           "not counted as known.",),
    tables=("referral", "link"),
)  # fmt: skip
