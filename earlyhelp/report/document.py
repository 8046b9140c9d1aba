"""A publication as data: sections of pages, each with one message. Writers draw it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Status
from earlyhelp.periods import Period
from earlyhelp.report.actions import Action
from earlyhelp.report.brand import PLAIN, Brand
from earlyhelp.report.charts.kinds import Chart, has_a_mark, said_of_hidden_parts
from earlyhelp.report.sentences import Name, Sentence
from earlyhelp.report.statuses import rank_of_status, status_mark, status_meaning
from earlyhelp.report.tables import Table

MOST_HEADING_WORDS = 10
MOST_SENTENCES = 4
NO_SOURCE = Name("")


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A table, with the charts drawn from the same figures; several charts stand side by side on one scale.

    message     what the charts show in a few words, where the heading of the page does not say it already
    """

    table: Table
    charts: tuple[Chart, ...] = ()
    message: Sentence | None = None

    @property
    def drawn(self) -> tuple[Chart, ...]:
        """The charts with anything to draw."""
        return tuple(chart for chart in self.charts if has_a_mark(chart))

    @property
    def absent(self) -> ReleasedCell | None:
        """The cell that says why there is no chart, where charts were wanted and none of their cells has a number."""
        return speaks_for(tuple(cell for chart in self.charts for cell in chart.cells))

    @property
    def is_all_hidden(self) -> bool:
        """Whether every number of the table and the charts is hidden, so that one sentence says it all."""
        return bool(self.cells) and all(cell.status is Status.SUPPRESSED for cell in self.cells)

    @property
    def marks(self) -> tuple[str, ...]:
        """What the marks in the table and the charts mean, each once, to be read before them."""
        gaps = sorted((cell for cell in self.cells if not cell.status.has_number), key=rank_of_status)
        said = dict.fromkeys(f"{status_mark(cell)} {status_meaning(cell)}" for cell in gaps)
        undrawn = dict.fromkeys(words for chart in self.charts if (words := said_of_hidden_parts(chart)))
        return (*said, *undrawn)

    @property
    def cells(self) -> tuple[ReleasedCell, ...]:
        """The released cells that the table and the charts print."""
        return (*self.table.cells, *(cell for chart in self.charts for cell in chart.cells))

    @property
    def measures(self) -> tuple[str, ...]:
        """The names of the measures that the table prints, each once."""
        return tuple(dict.fromkeys(cell.measure for cell in self.table.cells))


def speaks_for(cells: tuple[ReleasedCell, ...]) -> ReleasedCell | None:
    """Return the cell that says why none of these has a number, a hidden one first; None where one has a number."""
    if any(cell.status.has_number for cell in cells):
        return None
    return next((cell for cell in cells if cell.status is Status.SUPPRESSED), next(iter(cells), None))


@dataclass(frozen=True, slots=True)
class Method:
    """How one measure is counted, in the words of the catalogue.

    measure     its name, as in figures.csv
    asks        the question it answers
    in_words    how it is counted
    """

    measure: str
    asks: str
    in_words: str


@dataclass(frozen=True, slots=True)
class Page:
    """One idea on one page.

    key         short name, unique in the publication; the anchor of the page
    topic       what the page is about, for the list of contents
    heading     the main message, at most ten words
    tells       what this data tells us, at most four sentences
    methods     how we count this, one per measure on the page
    actions     what will be done, by whom and when; empty until people have agreed it
    notes       what limits the figures
    source      where the records come from
    is_compared     whether figures of a year earlier stand beside some of the figures
    Raises      ValueError: heading or text too long
    """

    key: str
    topic: str
    heading: Sentence
    exhibits: tuple[Exhibit, ...]
    tells: tuple[Sentence, ...]
    methods: tuple[Method, ...]
    actions: tuple[Action, ...] = ()
    notes: tuple[Sentence, ...] = ()
    source: Name = NO_SOURCE
    is_compared: bool = False

    def __post_init__(self) -> None:
        if self.heading.word_count > MOST_HEADING_WORDS:
            raise ValueError(f'The heading "{self.heading.text}" has more than {MOST_HEADING_WORDS} words.')
        if len(self.tells) > MOST_SENTENCES:
            raise ValueError(f"The page {self.key} says more than {MOST_SENTENCES} sentences.")

    @property
    def counted(self) -> frozenset[str]:
        """The names of the measures whose definition stands on the page."""
        return frozenset(method.measure for method in self.methods)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the publication, headed by the question that its pages answer."""

    key: str
    title: str
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class Publication:
    """A whole publication for one place, period and audience.

    title       what it is; subtitle says about whom
    notice      the sentence that heads every page, empty where the audience's policy protects
    as_at       the last day the data speak for
    caution     the sentence that heads every page where the period ends after that day, else empty
    earlier_label   the period a year earlier in words, empty where no page compares
    brand       whose it is
    words_used  words of the field and what they mean, for readers who do not work in it
    Raises      ValueError: two pages or sections share a key
    """

    title: str
    place_name: str
    period: Period
    period_label: str
    as_at: date
    notice: str
    introduction: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    caution: str = ""
    earlier_label: str = ""
    brand: Brand = PLAIN
    words_used: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        keys = [section.key for section in self.sections] + [page.key for page in self.pages]
        if len(keys) != len(set(keys)):
            raise ValueError("Two pages or sections of the publication share a key.")

    @property
    def pages(self) -> tuple[Page, ...]:
        return tuple(page for section in self.sections for page in section.pages)
