"""What became of the words on one card: sentences printed, withheld from these readers, or at fault."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from earlyhelp.editions.words.figures_of_card import FiguresOfCard
from earlyhelp.editions.words.folder import WordsFolder
from earlyhelp.editions.words.seen import Seen
from earlyhelp.places import Place
from earlyhelp.report.commentary.bound_page import BoundPage, bind_page
from earlyhelp.report.commentary.bound_sentence import BoundSentence, SaidBinding
from earlyhelp.report.commentary.page_words import PageWords
from earlyhelp.report.commentary.unbound_numbers import quotes_a_number


@dataclass(frozen=True, slots=True)
class Moved:
    """A binding that reads differently from when a person last read it.

    was     what it read then
    """

    said: SaidBinding
    was: str


@dataclass(frozen=True)
class CardWords:
    """The words of one place's file over the figures of its card.

    path    of the file
    seen    what each binding read when it was last accepted
    """

    place: Place
    path: Path
    pages: tuple[BoundPage, ...]
    seen: Seen

    @property
    def faults(self) -> tuple[str, ...]:
        """What to put right, each with file and line."""
        return tuple(f"{self.path}:{fault.line} {fault.says}." for page in self.pages for fault in page.faults)

    @property
    def withheld(self) -> tuple[BoundSentence, ...]:
        return tuple(sentence for page in self.pages for sentence in page.sentences if sentence.withheld)

    @cached_property
    def moved(self) -> tuple[tuple[BoundSentence, tuple[Moved, ...]], ...]:
        """Each sentence whose figures moved since a person last read it, with those that did."""
        found = ((each, self._moved_in(page.text.key, each)) for page in self.pages for each in page.sentences)
        return tuple((sentence, moved) for sentence, moved in found if moved)

    def _moved_in(self, page: str, sentence: BoundSentence) -> tuple[Moved, ...]:
        was = [(said, self.seen.reading(self.path.name, page, said.binding.source)) for said in sentence.said]
        return tuple(Moved(said, then) for said, then in was if then is not None and not _same(then, said.reads))

    @property
    def words(self) -> dict[str, PageWords]:
        """What stands on each page, as far as nothing is at fault."""
        return {page.text.key: page.words for page in self.pages}

    @property
    def quoted_numbers(self) -> tuple[BoundSentence, ...]:
        """Sentences that are printed and quote a number, which no figure can be held against."""
        return tuple(sentence for sentence in self.printed if quotes_a_number(sentence.written))

    @property
    def printed(self) -> tuple[BoundSentence, ...]:
        return tuple(each for page in self.pages for each in page.sentences if each.sentence is not None)


def bind_words(folder: WordsFolder, seen: Seen, place: Place, figures: FiguresOfCard) -> CardWords | None:
    """Return the words on the card of a place, None where it has no file. The files are without faults of their own."""
    file = folder.files.get(place)
    if file is None:
        return None
    pages = tuple(bind_page(page, figures, folder.own_names) for page in file.pages)
    return CardWords(place, folder.path(place), pages, seen)


def _same(then: str, now: str) -> bool:
    # A figure that opens a sentence is printed with a capital letter.
    return then.casefold() == now.casefold()
