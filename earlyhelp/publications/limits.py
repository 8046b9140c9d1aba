"""What limits the figures of a page, read off its cells: how far records reach, rows refused, what a zero means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.derived import DerivedKind
from earlyhelp.disclosure.policies import TO_SCHOOL
from earlyhelp.measures.catalogue import CATALOGUE, tables_needed
from earlyhelp.measures.figures import Status
from earlyhelp.places import SCHOOL
from earlyhelp.publications.labels import join_names
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.publications.subject import Subject, SuppliedTable
from earlyhelp.report.cell_notes import note_in_words
from earlyhelp.report.document import Exhibit
from earlyhelp.report.sentences import Name, RowNumber, Sentence, Words, plain
from earlyhelp.report.statuses import Zero

_ORDERS: Final = (DerivedKind.RANK, DerivedKind.COMPARISON)


def tables_of(cell: ReleasedCell) -> frozenset[str]:
    """Return the tables of the dataset that a cell is counted from."""
    return tables_needed(CATALOGUE[cell.measure], tuple(cell.parts), cell.place_level)


def notes_of_cells(exhibits: Iterable[Exhibit]) -> tuple[Sentence, ...]:
    """Return the notes of the cells shown, each once; a note that stands in the place of a chart is left out."""
    listed = tuple(exhibits)
    said = {exhibit.absent.note for exhibit in listed if exhibit.absent is not None and _tells_why(exhibit.absent)}
    notes = dict.fromkeys(cell.note for exhibit in listed for cell in exhibit.cells if cell.note not in {"", *said})
    return tuple(Sentence((Name(note_in_words(note)),)) for note in notes)


def notes_of_hidden(
    exhibits: Iterable[Exhibit], said: Iterable[Sentence], subject: Subject, *, passes_over_hidden: bool = False
) -> tuple[Sentence, ...]:
    """Return what a reader must know of a page with hidden numbers: who may see them, and that no order holds them.

    said    heading and sentences of the page
    passes_over_hidden  whether one of them names the first of those shown, where others are hidden
    """
    hidden = [cell for exhibit in exhibits for cell in exhibit.cells if cell.status is Status.SUPPRESSED]
    orders = [judgement for sentence in said for judgement in sentence.judgements if judgement.kind in _ORDERS]
    notes: list[Sentence] = []
    is_among_shown = any((cell.measure, cell.period) in order.counted for order in orders for cell in hidden)
    if is_among_shown or passes_over_hidden:
        notes.append(plain("A hidden number stands in no order: what comes first here does so among those shown."))
    if any(is_shown_to_the_head(cell, subject) for cell in hidden):
        notes.append(plain("The head teacher can have the school's own card from the early help team, with numbers "
                           "that are hidden here."))  # fmt: skip
    return tuple(notes)


def is_shown_to_the_head(cell: ReleasedCell, subject: Subject) -> bool:
    """Return whether a cell is hidden that the head teacher of the school that the card is about may see."""
    own = (SCHOOL, subject.place.code, subject.period)
    is_own = (cell.place_level, cell.place_code, cell.period) == own and cell.measure in TO_SCHOOL.own_measures
    return is_own and cell.status is Status.SUPPRESSED


def refused_rows(exhibits: Iterable[Exhibit], subject: Subject) -> tuple[Sentence, ...]:
    """Return one sentence on the rows of tables behind the cells shown that could not be used, or nothing."""
    tables = {table for cell in _first_cells(exhibits) for table in tables_of(cell)}
    lost = [table for table in subject.tables if table.table in tables and table.used < table.read]
    if not lost:
        return ()
    if not subject.tells_rows:
        named = Name(join_names([table.table for table in lost]))
        return (Sentence((Words("Some rows of "), named, Words(" could not be used."))),)
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
    zeros = [cell for cell in exhibit.table.cells if cell.status is Status.ZERO]
    zero = Zero.TRUE if figures.is_complete else Zero.SO_FAR
    if any(cell.note or unusable_table(cell, figures.subject) for cell in zeros):
        zero = Zero.UNCERTAIN
    return replace(exhibit, table=replace(exhibit.table, zero=zero))


def _tells_why(absent: ReleasedCell) -> bool:
    """Whether the note of the cell stands in the place of the chart; of hidden numbers a sentence of its own does."""
    return absent.status is not Status.SUPPRESSED


def _first_cells(exhibits: Iterable[Exhibit]) -> tuple[ReleasedCell, ...]:
    """One cell for each kind of cell shown: all of a kind are counted from the same tables."""
    cells = (cell for exhibit in exhibits for cell in exhibit.cells)
    kinds = {(cell.measure, tuple(cell.parts), cell.place_level): cell for cell in cells}
    return tuple(kinds.values())
