"""What limits the figures of a page, read off its cells: how far records reach, rows refused, what a zero means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.catalogue import CATALOGUE, tables_needed
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.publications.subject import Subject, SuppliedTable
from earlyhelp.report.cell_notes import note_in_words
from earlyhelp.report.document import Exhibit
from earlyhelp.report.sentences import Name, RowNumber, Sentence, Words
from earlyhelp.report.statuses import Zero


def tables_of(cell: ReleasedCell) -> frozenset[str]:
    """Return the tables of the dataset that a cell is counted from."""
    return tables_needed(CATALOGUE[cell.measure], tuple(cell.parts), cell.place_level)


def notes_of_cells(exhibits: Iterable[Exhibit]) -> tuple[Sentence, ...]:
    """Return the notes of the cells shown, each once; a note that stands in the place of a chart is left out."""
    listed = tuple(exhibits)
    said = {exhibit.absent.note for exhibit in listed if exhibit.absent is not None}
    notes = dict.fromkeys(cell.note for exhibit in listed for cell in exhibit.cells if cell.note not in {"", *said})
    return tuple(Sentence((Name(note_in_words(note)),)) for note in notes)


def refused_rows(exhibits: Iterable[Exhibit], subject: Subject) -> tuple[Sentence, ...]:
    """Return one sentence on the rows of tables behind the cells shown that could not be used, or nothing."""
    tables = {table for cell in _first_cells(exhibits) for table in tables_of(cell)}
    lost = [table for table in subject.tables if table.table in tables and table.used < table.read]
    if not lost:
        return ()
    parts: list[RowNumber | Name | Words] = []
    for place, table in enumerate(lost):
        before = "" if place == 0 else " and " if place == len(lost) - 1 else ", "
        rows = " rows of " if place == 0 else " of "
        parts += [Words(before), RowNumber(table.read - table.used), Words(" of "), RowNumber(table.read),
                  Words(rows), Name(table.table)]  # fmt: skip
    return (Sentence((*parts, Words(" could not be used."))),)


def unusable_table(cell: ReleasedCell, subject: Subject) -> SuppliedTable | None:
    """Return the first table behind a cell none of whose rows could be used: its number says nothing then."""
    needed = tables_of(cell)
    return next((each for each in subject.tables if each.read and not each.used and each.table in needed), None)


def with_zeros_told(exhibit: Exhibit, figures: ReleasedFigures) -> Exhibit:
    """Return the exhibit, its table saying what its zeros mean: true ones, or none found so far."""
    zeros = [cell for cell in exhibit.table.cells if cell.status.has_number and not cell.count]
    zero = Zero.TRUE if figures.is_complete else Zero.SO_FAR
    if any(cell.note or unusable_table(cell, figures.subject) for cell in zeros):
        zero = Zero.UNCERTAIN
    return replace(exhibit, table=replace(exhibit.table, zero=zero))


def _first_cells(exhibits: Iterable[Exhibit]) -> tuple[ReleasedCell, ...]:
    """One cell for each kind of cell shown: all of a kind are counted from the same tables."""
    cells = (cell for exhibit in exhibits for cell in exhibit.cells)
    kinds = {(cell.measure, tuple(cell.parts), cell.place_level): cell for cell in cells}
    return tuple(kinds.values())
