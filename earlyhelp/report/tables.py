"""Tables as data: every figure in them is a released cell and keeps its status until a writer prints it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Status
from earlyhelp.report.numbers import (
    SMALLEST_BASE,
    TOO_FEW,
    Form,
    has_percentage,
    print_cell,
    print_percentage,
    print_variance,
)
from earlyhelp.report.sentences import Name, RowNumber, Sentence, Words, check_released
from earlyhelp.report.statuses import Zero, word_of_a_shared_mark

PERCENTAGES = (Form.PERCENT, Form.EXACT_PERCENT, Form.SHARE)


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A released cell in a table.

    form        how it is printed; PERCENT stands alone, SHARE sets the counts beneath the percentage
    is_of_another_edition   whether it was printed in an earlier edition and is no cell of this one
    Raises      TypeError: anything but a released cell
    """

    cell: ReleasedCell
    form: Form
    is_of_another_edition: bool = False

    def __post_init__(self) -> None:
        check_released(self.cell)

    @property
    def status(self) -> Status:
        return self.cell.status

    @property
    def is_withheld_percentage(self) -> bool:
        """Whether a percentage was asked for and too few are counted to give one."""
        return self.form in PERCENTAGES and self.cell.status.has_number and not has_percentage(self.cell)

    @property
    def text(self) -> str:
        if self.form is not Form.SHARE and self.is_withheld_percentage:
            return TOO_FEW
        if self.form is Form.SHARE and self.cell.status.has_number:
            return print_cell(self.cell, Form.COUNT_OF if self.is_withheld_percentage else Form.PERCENT)
        return print_cell(self.cell, self.form)

    @property
    def base(self) -> str:
        """What stands beneath: the counts of a percentage, or the word of a mark that has several; else nothing."""
        if not self.cell.status.has_number:
            return word_of_a_shared_mark(self.cell)
        has_base = self.form is Form.SHARE and not self.is_withheld_percentage
        return print_cell(self.cell, Form.COUNT_OF) if has_base else ""


@dataclass(frozen=True, slots=True)
class VarianceCell:
    """The distance of a share from its target, in percentage points. Raises TypeError: not a released cell."""

    cell: ReleasedCell
    target: Decimal

    def __post_init__(self) -> None:
        check_released(self.cell)

    @property
    def status(self) -> Status:
        return self.cell.status

    @property
    def text(self) -> str:
        return print_variance(self.cell, self.target)

    @property
    def base(self) -> str:
        """The word of a mark that has several, else nothing."""
        return "" if self.cell.status.has_number else word_of_a_shared_mark(self.cell)


@dataclass(frozen=True, slots=True)
class TargetCell:
    """A target that the council has set, a share from 0 to 1."""

    target: Decimal

    @property
    def text(self) -> str:
        return print_percentage(self.target)


@dataclass(frozen=True, slots=True)
class NoFigure:
    """A word in the place of a figure that does not exist, such as that of a year earlier for a new school."""

    text: str


NO_YEAR_EARLIER: Final = NoFigure("no figure")
TableCell = FigureCell | VarianceCell | TargetCell | NoFigure | RowNumber | Name | Words | Sentence


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is about, and its cells in the order of the columns. A total is set apart."""

    label: str
    cells: tuple[TableCell, ...]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption.

    stub        heading of the first column, which names the rows
    columns     headings of the others
    zero        what its zeros mean
    Raises      ValueError: a row has more or fewer cells than there are columns
    """

    caption: str
    stub: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    zero: Zero = Zero.TRUE

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise ValueError(f'"{self.caption}": {row.label} has {len(row.cells)} cells, not {len(self.columns)}.')

    @property
    def cells(self) -> tuple[ReleasedCell, ...]:
        """The released cells that the table prints, each as often as it does."""
        return tuple(
            cell.cell for row in self.rows for cell in row.cells if isinstance(cell, FigureCell | VarianceCell)
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What zeros and words in the table mean, for those that occur in it; an exhibit explains the marks."""
        figures = [cell for row in self.rows for cell in row.cells if isinstance(cell, FigureCell | VarianceCell)]
        notes = [str(self.zero)] if any(cell.status is Status.ZERO for cell in figures) else []
        if any(cell == NO_YEAR_EARLIER for row in self.rows for cell in row.cells):
            notes.append("No figure: the records of a year earlier do not give one to compare with.")
        if any(isinstance(cell, FigureCell) and cell.is_withheld_percentage for cell in figures):
            notes.append(f"No percentage is given where fewer than {SMALLEST_BASE} are counted.")
        return tuple(notes)

    def is_numeric(self, column: int) -> bool:
        """Return whether a column holds figures, which stand to the right, rather than words."""
        return not any(isinstance(row.cells[column], Name | Words | Sentence) for row in self.rows)
