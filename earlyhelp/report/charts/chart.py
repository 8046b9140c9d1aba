"""The commonest charts as data. Each mark is bound to a released cell; what has no number is a gap with its mark."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Status
from earlyhelp.report.numbers import SMALLEST_BASE, Form, has_percentage, print_cell
from earlyhelp.report.sentences import check_released
from earlyhelp.report.statuses import mark_in_words, status_label


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
        said = f"{self.label}: {speak(self.cell, form)}"
        return said if self.earlier is None else f"{said}, a year earlier {speak(self.earlier, form)}"


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
        """A cell without a number, a hidden one first: it makes the whole bar a gap."""
        gaps = [cell for cell in self.cells if not cell.status.has_number]
        return next((cell for cell in gaps if cell.status is Status.SUPPRESSED), next(iter(gaps), None))

    @property
    def gap_words(self) -> str:
        """What stands in the place of a bar that cannot be divided into shares; empty for one that can."""
        if self.gap is not None:
            # Drawn to its full length, the bar would show how long the hidden part is.
            is_part = any(cell.status.has_number for cell in self.cells)
            return f"{mark_in_words(self.gap)} in part" if is_part else mark_in_words(self.gap)
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
        return ", ".join(f"{segment} {speak(cell, Form.SHARE)}" for segment, cell in pairs)


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


def speak(cell: ReleasedCell, form: Form) -> str:
    """Return the cell as a description says it: a percentage with its counts, or the word for its status."""
    if not cell.status.has_number:
        return status_label(cell)
    if cell.out_of is None:
        return print_cell(cell, Form.COUNT)
    is_share = form in (Form.PERCENT, Form.SHARE) and has_percentage(cell)
    return print_cell(cell, Form.SHARE if is_share else Form.COUNT_OF)
