"""How soon work ends once it has begun, work that is still open taken in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from earlyhelp.publications.declare import PageDeclaration
from earlyhelp.publications.exhibits import beside_earlier, one_row
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.charts.survival import SurvivalChart, SurvivalPoint
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form, exact_share, has_percentage
from earlyhelp.report.sentences import Sentence, plain, say
from earlyhelp.report.tables import Row, Table

STILL_OPEN: Final = "still_open_after"
ENDED: Final = "time_to_closure"
# The months whose share stands beside the line and in the table.
TOLD: Final = (3, 6, 12, 18, 24)
HALF: Final = 0.5


@dataclass(frozen=True)
class StillOpen:
    """Steps that come down, and a table of the share still open after so many months."""

    title: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        items = figures.across(STILL_OPEN, "window")
        if not items or items[0].code == "all":
            return one_row(self.title, "Months", "All", figures.cell(STILL_OPEN))
        points = tuple(SurvivalPoint(int(item.code), item.cell) for item in items)
        chart = SurvivalChart(self.title, points, TOLD[1:3])
        told = [item for item in items if int(item.code) in TOLD]
        columns, cells = beside_earlier(figures, "Still open", [item.cell for item in told], Form.PERCENT)
        rows = tuple(Row(f"After {item.code} months", each) for item, each in zip(told, cells, strict=True))
        return Exhibit(Table(self.title, "Time since the start", columns, rows), (chart,))


def heading(figures: ReleasedFigures) -> Sentence | None:
    if not figures.is_complete:
        return plain("How soon work ends cannot be said yet")
    if not has_percentage(figures.cell(ENDED, window="6")):
        return plain("Too few to say how soon work ends") if figures.cell(ENDED, window="6").out_of else None
    return say("Half of all work ends within {median:months}",
               median=figures.cell(ENDED, statistic="median_months"))  # fmt: skip


def most_stay_open(figures: ReleasedFigures) -> Sentence | None:
    year = figures.cell(ENDED, window="12")
    if not has_percentage(year) or exact_share(year) > HALF or not is_seen(figures, "12"):
        return None
    return say("{year:percent_of} all work ends within a year", year=year)


def is_seen(figures: ReleasedFigures, months: str) -> bool:
    """Return whether any work of the period was under observation so many months after its start."""
    return figures.cell(STILL_OPEN, window=months).status.has_number


def how_soon(figures: ReleasedFigures) -> Sentence | None:
    if not figures.is_complete:
        return plain("The records end before the period does, so the line would fall too slowly.")
    six, twelve = figures.cell(ENDED, window="6"), figures.cell(ENDED, window="12")
    if not has_percentage(six):
        return say("{six:out_of} {six:of:involvement was|involvements were} active in the period, too few to give a "
                   "percentage of those that end within a year.", six=six)  # fmt: skip
    if not is_seen(figures, "12"):
        return plain("The period is too short to see how long work lasts.")
    return say("{six:percent_of} involvements end within six months of their start and {twelve:percent} within "
               "twelve.", six=six, twelve=twelve)  # fmt: skip


def seen(figures: ReleasedFigures) -> Sentence | None:
    if not figures.is_complete or not has_percentage(figures.cell(ENDED, window="6")):
        return None
    return say("This rests on {spells:out_of} {spells:of:involvement|involvements} active in the period, open ones "
               "included.", spells=figures.cell(ENDED, window="6"))  # fmt: skip


PAGE = PageDeclaration(
    key="time-to-closure",
    topic="How soon work ends, open work included",
    measures=(ENDED, STILL_OPEN),
    exhibits=(StillOpen("Share of involvements still open, by months since their start"),),
    headings=(heading, most_stay_open),
    tells=(how_soon, seen),
    notes=("Each involvement counts for the days of its life that fall in the period, so neither a rise in requests "
           "nor a drive to close old work changes the result.",),
    tables=("involvement",),
)  # fmt: skip
