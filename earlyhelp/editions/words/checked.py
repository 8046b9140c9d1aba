"""Words checked for some readers without publishing anything; what was read can be accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from earlyhelp.editions.words.card_words import CardWords
from earlyhelp.editions.words.cards_asked import opened
from earlyhelp.editions.words.edition_words import EditionWords
from earlyhelp.editions.words.folder import WordsError, WordsFolder, read_words
from earlyhelp.editions.words.seen import Key, Seen, read_seen, write_seen
from earlyhelp.periods import Period
from earlyhelp.places import Place
from earlyhelp.publications.settings import DEFAULT, CardSettings


@dataclass(frozen=True)
class CheckedWords:
    """What a check found.

    cards       the words of each place, without the pages that have a fault of their own
    faults      what to put right, each with file and line
    unseen      bindings that nobody has accepted yet
    """

    folder: WordsFolder
    cards: tuple[CardWords, ...]
    faults: tuple[str, ...]
    unseen: int

    @property
    def has_unshown(self) -> bool:
        """Whether a page is left out of the cards because its text has a fault of its own."""
        return any(file.sound.pages != file.pages for file in self.folder.files.values())


def check_words(
    source: Path, words: Path, period: Period | str, place: str, audience: str, settings: CardSettings = DEFAULT
) -> CheckedWords:
    """Hold words to the figures of a dataset, as an edition for an audience would print them.

    source      folder or workbook of a dataset
    words       the council's folder of words
    place       as for publishing; empty for every place that has a file and whose card these readers may have
    Raises      CannotRead: the source cannot be read. ValueError: there is no such period or place, or a file cannot be
                read. NotSafeError: the figures cannot be protected
    Source      docs/rules/words.md
    """
    with opened(source, period, place, audience, settings) as edition:
        folder = read_words(words, edition.asked.period, edition.known)
        wanted = edition.asked.places.places if place else tuple(filter(edition.is_given, folder.files))
        faults = _faults(folder, wanted)
        sound = folder.sound
        texts = tuple(each for each in wanted if each in sound.files)
        of_edition = EditionWords(sound, read_seen(folder.folder), edition.known, settings)
        for card in edition.cards(texts):
            of_edition.on_card(card.cells, card.subject)
    cards = tuple(of_edition.cards)
    faults += [fault for each in cards for fault in each.faults]
    return CheckedWords(folder, cards, tuple(faults), sum(1 for _ in _unseen(cards)))


def _faults(folder: WordsFolder, wanted: tuple[Place, ...]) -> list[str]:
    try:
        folder.check(wanted)
    except WordsError as found:
        return str(found).split("\n")
    return []


def _unseen(cards: tuple[CardWords, ...]) -> Iterator[Key]:
    yield from (key for card in cards for key in _readings(card) if card.seen.reading(*key) is None)


def accept(checked: CheckedWords) -> Path:
    """Write what every binding reads now as what a person has read; return the file."""
    readings = {key: reads for card in checked.cards for key, reads in _readings(card).items()}
    seen = checked.cards[0].seen if checked.cards else Seen({})
    there = {
        (checked.folder.path(place).name, page.key, binding.source)
        for place, file in checked.folder.files.items()
        for page in file.pages
        for sentence in page.sentences
        for binding in sentence.bindings
    }
    return write_seen(checked.folder.folder, seen.with_readings(readings, there))


def _readings(card: CardWords) -> dict[Key, str]:
    return {
        (card.path.name, page.text.key, said.binding.source): said.reads
        for page in card.pages
        for sentence in page.sentences
        for said in sentence.said
    }
