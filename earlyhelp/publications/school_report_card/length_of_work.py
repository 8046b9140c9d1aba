"""How long work with children lasts."""

from __future__ import annotations

from dataclasses import dataclass

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Status
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import SCHOOL_AGE
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures, by_share
from earlyhelp.publications.school_report_card.requests_from_schools import stage_name
from earlyhelp.report.charts.chart import BarChart, ChartBar, StackedBarChart, StackedRow
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form, has_percentage
from earlyhelp.report.sentences import Name, Sentence, say
from earlyhelp.report.tables import FigureCell, Row, Table


@dataclass(frozen=True)
class BandsBy:
    """100% bars of the duration bands, one for each code of another breakdown, and the table of the same.

    by          name of that breakdown
    codes       its codes, in order; None chooses the six with most closures
    """

    measure: str
    by: str
    title: str
    stub: str
    codes: tuple[str, ...] | None = None

    def build(self, figures: ReleasedFigures) -> Exhibit:
        kinds = self._codes(figures)
        bands = figures.across(self.measure, "band", **{self.by: kinds[0].code}) if kinds else ()
        if not bands or bands[0].code == "all":
            return self._without_numbers(figures)
        names = tuple(band.label for band in bands)
        codes = tuple(band.code for band in bands)
        lines = [(item.label, self._cells(figures, codes, **{self.by: item.code})) for item in kinds]
        whole = figures.across(self.measure, "band")
        if whole and whole[0].code != "all":
            lines.append(("All", tuple(item.cell for item in whole)))
        chart = StackedBarChart(
            self.title, names, tuple(StackedRow(name, cells, name == "All") for name, cells in lines)
        )
        rows = tuple(
            Row(name, tuple(FigureCell(cell, Form.SHARE) for cell in cells), is_total=name == "All")
            for name, cells in lines
        )
        return Exhibit(Table(self.title, self.stub, names, rows), (chart,))

    def _codes(self, figures: ReleasedFigures) -> tuple[Labelled, ...]:
        first_band = figures.across(self.measure, self.by, band="under_6")
        if self.codes is not None:
            return tuple(item for item in first_band if item.code in self.codes)
        return most_closed(first_band)

    def _cells(self, figures: ReleasedFigures, bands: tuple[str, ...], **fixed: str) -> tuple[ReleasedCell, ...]:
        return tuple(figures.cell(self.measure, band=band, **fixed) for band in bands)

    def _without_numbers(self, figures: ReleasedFigures) -> Exhibit:
        cell = figures.cell(self.measure)
        chart = BarChart(self.title, (ChartBar("All", cell),), Form.COUNT)
        return Exhibit(Table(self.title, self.stub, ("All",), (Row("All", (FigureCell(cell, Form.COUNT),)),)), (chart,))


def most_closed(items: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    """Return the six items with the largest out-of, leaving out those with none; equal ones by code."""
    counted = [item for item in items if item.cell.out_of]
    return tuple(sorted(counted, key=lambda item: (-(item.cell.out_of or 0), item.code))[:6])


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say("For {short:percent_of} {short:of:child|children}, work lasted under six months",
               short=figures.cell("closure_duration", band="under_6"))  # fmt: skip


def how_many(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "Work ended for {closed:count} {closed:child|children} of school age; it had lasted under six months for "
        "{short:share}, and twelve months or more for {long:share}.",
        closed=figures.cell("children_closed"), short=figures.cell("closure_duration", band="under_6"),
        long=figures.cell("closure_duration", band="12_and_over"),
    )  # fmt: skip


def by_key_stage(figures: ReleasedFigures) -> Sentence | None:
    long = figures.across("closure_duration", "key_stage", band="12_and_over")
    ranked = by_share(item for item in long if item.code in SCHOOL_AGE)
    if len(ranked) < 2 or ranked[0].cell.status is Status.ZERO:
        return None
    return say("Work of twelve months or more was most frequent in {stage} ({part:percent}).",
               stage=Name(stage_name(ranked[0].label)), part=ranked[0].cell)  # fmt: skip


def with_open_work(figures: ReleasedFigures) -> Sentence | None:
    six, twelve = figures.cell("time_to_closure", window="6"), figures.cell("time_to_closure", window="12")
    if not has_percentage(six):
        return say("{six:out_of} {six:of:involvement was|involvements were} active in the period, too few to give a "
                   "percentage of those that end within a year.", six=six)  # fmt: skip
    return say(
        "Taking work that is still open into account, {six:percent_of} involvements end within six months of "
        "their start and {twelve:percent_of} involvements within twelve.",
        six=six, twelve=twelve,
    )  # fmt: skip


def median(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "Half have ended after {median:months}.", median=figures.cell("time_to_closure", statistic="median_months")
    )


@dataclass(frozen=True)
class TimeToClosure:
    """A table of the three figures that take open work into account."""

    title: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        cells = (
            ("Ended within six months", figures.cell("time_to_closure", window="6"), Form.PERCENT),
            ("Ended within twelve months", figures.cell("time_to_closure", window="12"), Form.PERCENT),
            ("Half ended after", figures.cell("time_to_closure", statistic="median_months"), Form.MONTHS),
        )
        rows = tuple(Row(name, (FigureCell(cell, form), FigureCell(cell, Form.OUT_OF))) for name, cell, form in cells)
        return Exhibit(Table(self.title, "All work active in the period", ("Figure", "Involvements"), rows))


PAGE = PageDeclaration(
    key="length-of-work",
    topic="How long work lasts",
    measures=("closure_duration", "children_closed", "time_to_closure"),
    exhibits=(
        BandsBy("closure_duration", "key_stage", "How long work had lasted when it ended, by key stage", "Key stage",
                SCHOOL_AGE),
        TimeToClosure("Time to closure, taking open work into account"),
    ),
    headings=(heading, where_none("closure_duration", "No work with children of school age ended")),
    tells=(where_none("children_closed", "Work ended for no child of school age in the period."), how_many,
           by_key_stage, with_open_work, median),
    notes=("Months are whole months from start to end of the involvement.",),
    tables=("involvement", "involvement_child"),
)  # fmt: skip
