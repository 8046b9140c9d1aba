"""Whether work keeps its pace: involvements open for a year, and reviews held in time."""

from __future__ import annotations

from earlyhelp.publications.changes import across_places, changed, in_the_county
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import SharesOf
from earlyhelp.publications.place_exhibits import ByPlace
from earlyhelp.publications.released_figures import ReleasedFigures, at_the_end
from earlyhelp.report.numbers import Form, has_percentage
from earlyhelp.report.sentences import BoundVariance, Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "{long:percent_of} open {long:of:involvement|involvements} had lasted a year",
        long=figures.cell("open_over_12_months"),
    )


def how_many(figures: ReleasedFigures) -> Sentence | None:
    return say("{when} {long:share_of} open {long:of:involvement|involvements} had lasted twelve months or more.",
               when=at_the_end(figures), long=figures.cell("open_over_12_months"))  # fmt: skip


def reviews(figures: ReleasedFigures) -> Sentence | None:
    held = figures.cell("reviews_in_time")
    target = figures.subject.target("reviews_in_time", figures.subject.period.last)
    words = (
        "{reviews:share_of} {reviews:of:review|reviews} that fell due in the period {reviews:share:was|were} held in"
    )
    if target is None or not has_percentage(held):
        return say(f"{words} time.", reviews=held)
    return say(f"{words} time, {{points}} the target.", reviews=held, points=BoundVariance(held, target))


DISTRICTS = across_places(
    "Among districts with enough open work to compare, the share ran from {low:percent} in {low_name} to "
    "{high:percent} in {high_name}.", "Districts differ by no more than chance would explain.", "open_over_12_months",
)  # fmt: skip


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
    tells=(how_many, DISTRICTS,
           in_the_county("the share was {county:percent}", "open_over_12_months"), reviews,
           changed("{then:share} had lasted that long", "open_over_12_months")),
    notes=("Work that has ended but was not closed in the record still counts as open.",),
    tables=("involvement", "review"),
)  # fmt: skip
