"""The commonest charts as data. Each mark is bound to a released cell; what has no number is a gap with its word."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.report.numbers import SMALLEST_BASE, Form, has_percentage, print_cell
from earlyhelp.report.sentences import check_released


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar or column.

    earlier     the cell of the same period a year earlier, None where there is none to compare with
    Raises      TypeError: anything but released cells
    """

    label: str
    cell: ReleasedCell
    earlier: ReleasedCell | None = None

    def __post_init__(self) -> None:
        for cell in self.cells:
            check_released(cell)

    @property
    def cells(self) -> tuple[ReleasedCell, ...]:
        return (self.cell,) if self.earlier is None else (self.cell, self.earlier)

    def spoken(self, form: Form) -> str:
        """Return the bar as a description says it: "Schools: 39% (1,121 of 2,842), a year earlier 36% (…)"."""
        said = f"{self.label}: {print_cell(self.cell, spoken(form, self.cell))}"
        if self.earlier is None:
            return said
        return f"{said}, a year earlier {print_cell(self.earlier, spoken(form, self.earlier))}"


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars, drawn in the order given.

    title       what is shown, without a number
    form        how the label at the end of each bar is printed
    full_scale  true where the axis runs to 100% whatever the bars
    longest     the cell whose bar fills the drawing, where several charts share a scale
    """

    title: str
    bars: tuple[ChartBar, ...]
    form: Form
    full_scale: bool = False
    longest: ReleasedCell | None = None

    @property
    def cells(self) -> tuple[ReleasedCell, ...]:
        return tuple(cell for bar in self.bars for cell in bar.cells)

    @property
    def description(self) -> str:
        return "; ".join(bar.spoken(self.form) for bar in self.bars) + "."


@dataclass(frozen=True, slots=True)
class StackedRow:
    """One bar of a 100% stacked bar chart: the cells of its segments, which share one out-of; a total is set apart."""

    label: str
    cells: tuple[ReleasedCell, ...]
    is_total: bool = False

    def __post_init__(self) -> None:
        for cell in self.cells:
            check_released(cell)

    @property
    def total(self) -> Decimal:
        """The sum of the segments' counts, by which each is divided."""
        return sum((Decimal(cell.count or 0) for cell in self.cells), Decimal(0))

    @property
    def gap(self) -> ReleasedCell | None:
        """The first cell without a number, which makes the whole bar a gap."""
        return next((cell for cell in self.cells if not cell.status.has_number), None)

    @property
    def gap_words(self) -> str:
        """What stands in the place of a bar that cannot be divided into shares; empty for one that can."""
        if self.gap is not None:
            return print_cell(self.gap, Form.COUNT)
        if not self.total:
            return "none"
        first = self.cells[0]
        if first.out_of is not None and first.out_of < SMALLEST_BASE:
            return f"{print_cell(first, Form.OUT_OF)} counted: too few to show as shares"
        return ""


@dataclass(frozen=True, slots=True)
class StackedBarChart:
    """Bars of equal length, each divided into at most four segments named once above.

    is_ordered  true where the segments are steps from one end to the other, such as bands of time
    Raises  ValueError: more than four segments, or a row with another number of them
    """

    title: str
    segments: tuple[str, ...]
    rows: tuple[StackedRow, ...]
    is_ordered: bool = False

    def __post_init__(self) -> None:
        if len(self.segments) > 4:
            raise ValueError(f'"{self.title}" has more than four segments; nobody can tell them apart.')
        if any(len(row.cells) != len(self.segments) for row in self.rows):
            raise ValueError(f'"{self.title}" has a row with another number of segments.')

    @property
    def cells(self) -> tuple[ReleasedCell, ...]:
        return tuple(cell for row in self.rows for cell in row.cells)

    @property
    def description(self) -> str:
        return "; ".join(f"{row.label}: {self._spoken_row(row)}" for row in self.rows) + "."

    def _spoken_row(self, row: StackedRow) -> str:
        pairs = zip(self.segments, row.cells, strict=True)
        return ", ".join(f"{segment} {print_cell(cell, spoken(Form.SHARE, cell))}" for segment, cell in pairs)


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """Columns through time, with a target line where there is one.

    targets         share from 0 to 1 in force at each column, None where none was; empty for no line
    target_label    what the line is called, such as "Target 75%"
    Raises          ValueError: there are targets, but not one for each column
    """

    title: str
    columns: tuple[ChartBar, ...]
    form: Form
    targets: tuple[Decimal | None, ...] = ()
    target_label: str = ""

    def __post_init__(self) -> None:
        if self.targets and len(self.targets) != len(self.columns):
            raise ValueError(f'"{self.title}" has {len(self.columns)} columns and {len(self.targets)} targets.')

    @property
    def cells(self) -> tuple[ReleasedCell, ...]:
        return tuple(cell for column in self.columns for cell in column.cells)

    @property
    def description(self) -> str:
        columns = "; ".join(column.spoken(self.form) for column in self.columns)
        return f"{columns}. {self.target_label}." if self.target_label else f"{columns}."


def spoken(form: Form, cell: ReleasedCell) -> Form:
    """Return the form in which a description says the cell: a percentage always with its counts."""
    if cell.figure.out_of is None:
        return Form.COUNT
    return Form.SHARE if form in (Form.PERCENT, Form.SHARE) and has_percentage(cell) else Form.COUNT_OF
