"""What a page of a publication is, declared as data, and how it is made of released figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.figures import Status
from earlyhelp.places import COUNTY, DISTRICT, SCHOOL
from earlyhelp.publications.judgements import NOT_COMPARED
from earlyhelp.publications.limits import (
    notes_of_cells,
    notes_of_hidden,
    refused_rows,
    tables_of,
    unusable_table,
    with_zeros_told,
)
from earlyhelp.publications.released_figures import ReleasedFigures, is_counted
from earlyhelp.publications.subject import Subject
from earlyhelp.report.actions import Action
from earlyhelp.report.cell_notes import note_in_words
from earlyhelp.report.commentary.page_words import NOTHING_WRITTEN, PageWords
from earlyhelp.report.document import MOST_HEADING_WORDS, MOST_SENTENCES, Exhibit, Method, Page, speaks_for
from earlyhelp.report.sentences import Name, RowNumber, Sentence, Words, plain, say
from earlyhelp.report.statuses import status_label, status_meaning

_OWN: Final = {SCHOOL: "your school", DISTRICT: "this district", COUNTY: "the county"}
Telling = Callable[[ReleasedFigures], Sentence | None]


class ExhibitDeclaration(Protocol):
    """A chart and table as data; `build` binds them to the released figures."""

    def build(self, figures: ReleasedFigures) -> Exhibit: ...


@dataclass(frozen=True)
class PageDeclaration:
    """One page.

    measures    those counted on the page, the one it cannot do without first
    headings    candidates for the main message; the first that can be said in ten words is used, else the topic
    tells       sentences; those whose cells carry no number are left out
    notes       what limits the figures, in words
    tables      tables of the dataset the figures come from, to name their source
    """

    key: str
    topic: str
    measures: tuple[str, ...]
    exhibits: tuple[ExhibitDeclaration, ...]
    headings: tuple[Telling, ...]
    tells: tuple[Telling, ...]
    notes: tuple[str | Telling, ...] = ()
    tables: tuple[str, ...] = field(default=())

    def is_for(self, level: str) -> bool:
        """Return whether the page can be made for places of a level: some measures are for the county alone."""
        return level in CATALOGUE[self.measures[0]].levels

    def build(self, figures: ReleasedFigures, actions: tuple[Action, ...] = ()) -> Page:
        """Return the page, with what people agreed to do about it.

        Raises  MissingFigureError: a cell it shows was not released
        """
        exhibits = tuple(with_zeros_told(exhibit.build(figures), figures) for exhibit in self.exhibits)
        heading, tells = self._heading(figures, exhibits), self._tells(figures, exhibits)
        read = tuple(exhibit for exhibit in exhibits if not exhibit.is_all_hidden)
        return Page(
            key=self.key,
            topic=self.topic,
            heading=heading,
            exhibits=exhibits,
            tells=tells,
            methods=tuple(method(measure) for measure in self.measures),
            actions=actions,
            notes=(*refused_rows(exhibits, figures.subject), *notes_of_cells(exhibits), *self._notes(figures),
                   *notes_of_hidden(exhibits, (heading, *tells), figures.subject,
                                    passes_over_hidden=self._own(figures).passes_over_hidden),
                   *self._not_compared(figures, (*exhibits, *tells))),
            source=Name(source_of(figures, self.tables)),
            is_compared=is_compared(figures, (*read, *tells)),
        )  # fmt: skip

    def _not_compared(self, figures: ReleasedFigures, parts: tuple[Exhibit | Sentence, ...]) -> tuple[Sentence, ...]:
        """Say that no year earlier stands beside the figures although other pages have one."""
        has_number = any(cell.status.has_number for cell in figures.cells_of(self.measures[0]))
        if is_compared(figures, parts) or figures.subject.earlier_period is None or not has_number:
            return ()
        return (plain(NOT_COMPARED),)

    def _heading(self, figures: ReleasedFigures, exhibits: tuple[Exhibit, ...]) -> Sentence:
        if nothing_usable(figures, self.measures[0]) is not None:
            return Sentence((Words(f"{self.topic}: no usable records"),))
        if (gap := gap_of(exhibits)) is not None and gap.status is Status.NOT_COLLECTED:
            return topic_as_heading(self.topic, gap)
        for heading in (self._own(figures).heading, *(candidate(figures) for candidate in self.headings)):
            if heading is not None and heading.word_count <= MOST_HEADING_WORDS and _is_usable(heading, figures):
                return heading
        return topic_as_heading(self.topic, gap or hidden_of(figures.subject, exhibits))

    def _tells(self, figures: ReleasedFigures, exhibits: tuple[Exhibit, ...]) -> tuple[Sentence, ...]:
        if (why := nothing_usable(figures, self.measures[0])) is not None:
            return (why,)
        if own := tuple(sentence for sentence in self._own(figures).tells if _is_usable(sentence, figures)):
            return own
        said = [sentence for tell in self.tells if (sentence := tell(figures)) is not None]
        usable = [sentence for sentence in said if _is_usable(sentence, figures)]
        return tuple(usable[:MOST_SENTENCES]) or (why_nothing(exhibits, figures.subject),)

    def _own(self, figures: ReleasedFigures) -> PageWords:
        """What people wrote for the page; the page's own headings and tells stand where they wrote nothing."""
        return figures.subject.words.get(self.key, NOTHING_WRITTEN)

    def _notes(self, figures: ReleasedFigures) -> tuple[Sentence, ...]:
        said = [plain(note) if isinstance(note, str) else note(figures) for note in self.notes]
        return tuple(note for note in said if note is not None)


def is_compared(figures: ReleasedFigures, parts: tuple[Exhibit | Sentence, ...]) -> bool:
    """Return whether figures of a year earlier, shown or hidden, stand in any of these parts of a page."""
    return any(cell.period != figures.subject.period for part in parts for cell in part.cells)


def where_none(measure: str, words: str) -> Telling:
    """Return the telling that says these words where there was nothing to count, or nothing to take a share of."""

    def tell(figures: ReleasedFigures) -> Sentence | None:
        cells = [cell for cell in figures.cells_of(measure) if cell.breakdown == "all"] or figures.cells_of(measure)
        has_none = all(cell.status in (Status.ZERO, Status.NOT_APPLICABLE) and not cell.out_of for cell in cells)
        return plain(words) if cells and has_none else None

    return tell


def gap_of(exhibits: tuple[Exhibit, ...]) -> ReleasedCell | None:
    """Return the cell that says why a page shows no number at all, or None where it shows one."""
    return speaks_for(tuple(cell for exhibit in exhibits for cell in exhibit.cells))


def nothing_usable(figures: ReleasedFigures, measure: str) -> Sentence | None:
    """Return why a measure says nothing although it has numbers: no row could be used, or the records begin later.

    A measure that found nothing in a period that ends before its records begin found nothing because nothing was
    recorded.
    """
    cells = figures.cells_of(measure)
    found_nothing = all(cell.status in (Status.ZERO, Status.NOT_APPLICABLE) for cell in cells)
    if cells and found_nothing and begins_later(cells[0], figures):
        return plain("The records begin later than this period, so nothing can be said here.")
    table = unusable_table(cells[0], figures.subject) if cells else None
    if table is None:
        return None
    return say("None of the {rows} rows of {table} could be used, so nothing can be said here.",
               rows=RowNumber(table.read), table=Name(table.table))  # fmt: skip


def begins_later(cell: ReleasedCell, figures: ReleasedFigures) -> bool:
    """Return whether a table behind a cell is complete only from a day after the period."""
    subject = figures.subject
    days = (subject.complete_from.get(table) for table in tables_of(cell))
    return any(day is not None and day > subject.period.last for day in days)


def _is_usable(sentence: Sentence, figures: ReleasedFigures) -> bool:
    judged = (cell for judgement in sentence.judgements for cell in judgement.cells)
    return not any(unusable_table(cell, figures.subject) for cell in (*sentence.cells, *judged))


def method(measure: str) -> Method:
    """Return how a measure is counted, in the catalogue's words."""
    entry = CATALOGUE[measure]
    return Method(measure, entry.asks, entry.in_words)


def hidden_of(subject: Subject, exhibits: tuple[Exhibit, ...]) -> ReleasedCell | None:
    """Return a hidden cell of a place and period no number of which a page shows, or None where it shows one."""
    own = (subject.place.code, subject.period)
    cells = (cell for exhibit in exhibits for cell in exhibit.cells)
    gap = speaks_for(tuple(cell for cell in cells if (cell.place_code, cell.period) == own))
    return gap if gap is not None and gap.status is Status.SUPPRESSED else None


def why_nothing(exhibits: tuple[Exhibit, ...], subject: Subject) -> Sentence:
    """Return the sentence that stands where the figures say nothing; the note on the page gives the reason."""
    gap = gap_of(exhibits)
    if gap is None:
        if hidden_of(subject, exhibits) is not None:
            return plain(f"Every number of {_OWN[subject.place.level]} on this page is hidden, so that nobody can be "
                         "recognised; those beside them are shown.")  # fmt: skip
        if any(cell.status is Status.SUPPRESSED for exhibit in exhibits for cell in exhibit.cells):
            return plain("What this page could say rests on hidden numbers; the table gives those that are shown.")
        if any(cell.count for exhibit in exhibits for cell in exhibit.cells):
            return plain("The numbers are too small or too even to say more than the table does.")
        return plain("Nothing was counted for this page in the period.")
    if gap.status is Status.NOT_COLLECTED:
        return plain("The records that this page needs were not supplied, so nothing can be said here.")
    if gap.status is Status.SUPPRESSED:
        return plain("Every number of this page is hidden, so that nobody can be recognised.")
    if gap.status is Status.NOT_YET_AVAILABLE:
        return plain(status_meaning(gap))
    return plain("There is nothing to report on this page for this period.")


def topic_as_heading(topic: str, gap: ReleasedCell | None) -> Sentence:
    """Return the topic, with the word for the status of the cell that says why the page shows no number."""
    return Sentence((Words(topic), Words("" if gap is None else f": {status_label(gap)}")))


def source_of(figures: ReleasedFigures, tables: tuple[str, ...]) -> str:
    """Return the systems that the tables come from, each once, and the tables themselves."""
    systems = {entry.table: entry.system for entry in figures.subject.tables}
    named = dict.fromkeys(systems[table] for table in tables if systems.get(table))
    return ", ".join(named) or "system not named in the dataset"


def why_not_measured(figures: ReleasedFigures) -> tuple[tuple[str, str, str], ...]:
    """Return question, status in words and note of each measure without any number for the place, shown or hidden."""
    found: list[tuple[str, str, str]] = []
    for name, measure in CATALOGUE.items():
        cells = figures.cells_of(name)
        if cells and not any(is_counted(cell) for cell in cells):
            note = next((note_in_words(cell.note) for cell in cells if cell.note), status_meaning(cells[0]))
            found.append((measure.asks, status_label(cells[0]), note))
    return tuple(found)
