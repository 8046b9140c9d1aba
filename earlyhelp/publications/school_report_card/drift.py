"""Whether work keeps its pace: involvements open for a year, and reviews held in time."""

from __future__ import annotations

from earlyhelp.publications.changes import changed, in_the_county
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import SharesOf
from earlyhelp.publications.place_exhibits import ByPlace
from earlyhelp.publications.released_figures import ReleasedFigures, at_the_end, by_share, is_spread
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import Name, Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "{long:percent_of} open {long:of:involvement|involvements} had lasted a year",
        long=figures.cell("open_over_12_months"),
    )


def how_many(figures: ReleasedFigures) -> Sentence | None:
    return say("{when} {long:share_of} open {long:of:involvement|involvements} had lasted twelve months or more.",
               when=at_the_end(figures), long=figures.cell("open_over_12_months"))  # fmt: skip


def across_districts(figures: ReleasedFigures) -> Sentence | None:
    ranked = by_share(figures.by_district("open_over_12_months"))
    if not is_spread(ranked):
        return None
    return say(
        "Among districts with enough open work to compare, the share ran from {b:percent} in {low} to "
        "{a:percent} in {high}.",
        a=ranked[0].cell, high=Name(ranked[0].label), b=ranked[-1].cell, low=Name(ranked[-1].label),
    )  # fmt: skip


def reviews(figures: ReleasedFigures) -> Sentence | None:
    return say("{reviews:share_of} {reviews:of:review|reviews} that fell due in the period {reviews:share:was|were} "
               "held in time.",
               reviews=figures.cell("reviews_in_time"))  # fmt: skip


PAGE = PageDeclaration(
    key="drift",
    topic="Whether work keeps its pace",
    measures=("open_over_12_months", "reviews_in_time"),
    exhibits=(
        ByPlace("Open for a year, and reviewed in time",
                   (("Open for twelve months or more", "open_over_12_months", (), Form.SHARE),
                    ("Reviews held in time", "reviews_in_time", (), Form.SHARE)),
                drawn="Open for twelve months or more",
                shown="Share of open involvements that have lasted twelve months or more"),
        SharesOf("The same, beside a year earlier and the target", "Figure",
                 (("Open for twelve months or more", "open_over_12_months", ()),
                  ("Reviews held in time", "reviews_in_time", ())), is_drawn=False),
    ),
    headings=(heading, where_none("open_over_12_months", "No work was open at the end")),
    tells=(how_many, across_districts,
           in_the_county("the share was {county:percent}", "open_over_12_months"), reviews,
           changed("{then:share} had lasted that long", "open_over_12_months")),
    notes=("Work that has ended but was not closed in the record still counts as open.",),
    tables=("involvement", "review"),
)  # fmt: skip
