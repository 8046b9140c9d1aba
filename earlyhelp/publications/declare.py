"""What a page of a publication is, declared as data, and how it is made of released figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.figures import Status
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.document import MOST_HEADING_WORDS, MOST_SENTENCES, Exhibit, Method, Page
from earlyhelp.report.sentences import Name, Sentence, Words, plain
from earlyhelp.report.statuses import LABELS

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

    def is_for(self, figures: ReleasedFigures) -> bool:
        """Return whether the page can be made for the place: some measures are for the county alone."""
        return figures.subject.place.level in CATALOGUE[self.measures[0]].levels

    def build(self, figures: ReleasedFigures) -> Page:
        """Return the page. Raises MissingFigureError: a cell it shows was not released."""
        return Page(
            key=self.key,
            topic=self.topic,
            heading=self._heading(figures),
            exhibits=tuple(exhibit.build(figures) for exhibit in self.exhibits),
            tells=self._tells(figures),
            methods=tuple(method(measure) for measure in self.measures),
            notes=self._notes(figures),
            source=Name(source_of(figures, self.tables)),
        )

    def _heading(self, figures: ReleasedFigures) -> Sentence:
        for candidate in self.headings:
            heading = candidate(figures)
            if heading is not None and heading.word_count <= MOST_HEADING_WORDS:
                return heading
        return topic_as_heading(self.topic, figures, self.measures[0])

    def _tells(self, figures: ReleasedFigures) -> tuple[Sentence, ...]:
        said = [sentence for tell in self.tells if (sentence := tell(figures)) is not None]
        return tuple(said[:MOST_SENTENCES]) or (why_nothing(figures, self.measures[0]),)

    def _notes(self, figures: ReleasedFigures) -> tuple[Sentence, ...]:
        said = [plain(note) if isinstance(note, str) else note(figures) for note in self.notes]
        return tuple(note for note in said if note is not None)


def method(measure: str) -> Method:
    """Return how a measure is counted, in the catalogue's words."""
    entry = CATALOGUE[measure]
    return Method(measure, entry.asks, entry.in_words)


def why_nothing(figures: ReleasedFigures, measure: str) -> Sentence:
    """Return the sentence that stands where the figures say nothing; the note on the page gives the reason."""
    statuses = {cell.status for cell in figures.cells_of(measure)}
    if statuses == {Status.NOT_COLLECTED}:
        return plain("The records that this page needs were not supplied, so nothing can be said here.")
    if statuses == {Status.NOT_YET_AVAILABLE}:
        return plain("The records do not reach far enough yet to say anything here.")
    return plain("There is nothing to report on this page for this period.")


def topic_as_heading(topic: str, figures: ReleasedFigures, measure: str) -> Sentence:
    """Return the topic, with the word for the status where the page's first measure has no number at all."""
    statuses = {cell.status for cell in figures.cells_of(measure)}
    label = LABELS.get(next(iter(statuses))) if len(statuses) == 1 else None
    words = Words(f": {label}" if label else "")
    return Sentence((Words(topic), words))


def source_of(figures: ReleasedFigures, tables: tuple[str, ...]) -> str:
    """Return the systems that the tables come from, each once, and the tables themselves."""
    systems = {entry.table: entry.system for entry in figures.subject.tables}
    named = dict.fromkeys(systems[table] for table in tables if systems.get(table))
    return ", ".join(named) or "system not named in the dataset"


def why_not_measured(figures: ReleasedFigures) -> tuple[tuple[str, str, str], ...]:
    """Return question, status in words and note of each measure that has no number at all for the place."""
    found: list[tuple[str, str, str]] = []
    for name, measure in CATALOGUE.items():
        cells = figures.cells_of(name)
        if cells and not any(cell.status.has_number for cell in cells):
            found.append((measure.asks, LABELS[cells[0].status], next((cell.note for cell in cells if cell.note), "")))
    return tuple(found)
