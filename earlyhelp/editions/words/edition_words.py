"""The words of one edition: given to each card as it is built, and told of when all are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from earlyhelp.editions.asked import Asked
from earlyhelp.editions.files import csv_text, hash_file
from earlyhelp.editions.words.card_words import CardWords, Moved, bind_words
from earlyhelp.editions.words.figures_of_card import FiguresOfCard
from earlyhelp.editions.words.folder import NAMES_FILE, WordsError, WordsFolder, all_places, read_words
from earlyhelp.editions.words.seen import Seen, read_seen
from earlyhelp.places import PlaceRegister
from earlyhelp.publications.released_figures import ReleasedCells
from earlyhelp.publications.settings import DEFAULT, CardSettings
from earlyhelp.publications.subject import Subject
from earlyhelp.report.commentary.bound_sentence import BoundSentence
from earlyhelp.report.commentary.page_words import PageWords

WORDS_FILE: Final = "words.csv"
COLUMNS: Final = ("file", "line", "page", "became", "why", "sentence")
MOST_TOLD: Final = 10
QUOTES_A_NUMBER: Final = "quotes a number: see that it counts nobody whom these readers may not know of."


class EditionWords:
    """The words of one edition; `cards` grows as the cards are built."""

    def __init__(self, folder: WordsFolder, seen: Seen, known: PlaceRegister, settings: CardSettings = DEFAULT) -> None:
        self.folder = folder
        self._settings = settings
        self.seen = seen
        self.cards: list[CardWords] = []
        self._places = {place.code: place for place in all_places(known)}

    def on_card(self, cells: ReleasedCells, subject: Subject) -> Mapping[str, PageWords]:
        """Return the words for the pages of a card, none where its place has no file; what became of them is kept."""
        figures = FiguresOfCard(cells, subject, self._places, self._settings)
        made = bind_words(self.folder, self.seen, subject.place, figures)
        if made is None:
            return {}
        self.cards.append(made)
        return {} if made.faults else made.words

    def check(self) -> None:
        """Raise WordsError where the words of a card say what its figures do not."""
        if faults := [fault for card in self.cards for fault in card.faults]:
            raise WordsError(faults)

    @property
    def says(self) -> tuple[str, ...]:
        """Sentences for whoever publishes: how much is printed, what is withheld, what moved."""
        if not self.cards:
            return (f"No words of people for these cards in {self.folder.folder}: the cards speak for themselves.",)
        printed = sum(len(card.printed) for card in self.cards)
        withheld = [(card, sentence) for card in self.cards for sentence in card.withheld]
        quoted = [(card, sentence) for card in self.cards for sentence in card.quoted_numbers]
        moved = [_moved_in_words(card, *each) for card in self.cards for each in card.moved]
        return (
            f"Sentences of people: printed {printed:,}, withheld from these readers {len(withheld):,}.",
            *_some([f"{card.path}:{each.written.line} withheld: {each.withheld}." for card, each in withheld]),
            *_some(moved),
            *_some([f"{card.path}:{each.written.line} {QUOTES_A_NUMBER}" for card, each in quoted]),
        )

    @property
    def hashes(self) -> dict[str, str]:
        """SHA-256 of each file of words that was used, and of the council's names."""
        paths = [card.path for card in self.cards]
        names = self.folder.folder.parent / NAMES_FILE
        return {f"words/{path.name}": hash_file(path) for path in (*paths, *([names] if names.is_file() else []))}

    @property
    def texts_for_staff(self) -> dict[str, str]:
        """What became of each sentence, for the private half, by name of the file."""
        return {WORDS_FILE: csv_text(COLUMNS, (row for card in self.cards for row in _rows(card)))}


def words_of_edition(words: Path | None, asked: Asked) -> EditionWords | None:
    """Return the words of the places asked for, None where no folder is named.

    Raises  WordsError: a file of one of these places holds a fault that shows without a figure
    """
    if words is None:
        return None
    folder = read_words(words, asked.period, asked.known)
    folder.check(asked.places.places)
    return EditionWords(folder, read_seen(folder.folder), asked.known, asked.manner.settings)


def _rows(card: CardWords) -> Iterator[tuple[str, ...]]:
    moved = {id(sentence): each for sentence, each in card.moved}
    for page in card.pages:
        for each in page.sentences:
            became = "withheld" if each.withheld else "moved" if id(each) in moved else "printed"
            why = each.withheld or "; ".join(map(_in_words, moved.get(id(each), ())))
            said = each.sentence.text if each.sentence else each.written.source
            yield card.path.name, str(each.written.line), page.text.key, became, why, said


def _moved_in_words(card: CardWords, sentence: BoundSentence, moved: tuple[Moved, ...]) -> str:
    return f"{card.path}:{sentence.written.line} moved since it was last read: {'; '.join(map(_in_words, moved))}."


def _in_words(moved: Moved) -> str:
    return f'{{{{ {moved.said.binding.source} }}}} read "{moved.was}", now "{moved.said.reads}"'


def _some(lines: list[str]) -> tuple[str, ...]:
    more = len(lines) - MOST_TOLD
    return (*lines[:MOST_TOLD], *([f"And {more:,} more; words.csv of the private half has all."] if more > 0 else []))
