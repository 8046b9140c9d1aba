"""A page of people's words over released cells: what is printed, what is withheld, what is at fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from earlyhelp.report.commentary.bound_sentence import BoundSentence, bind_sentence
from earlyhelp.report.commentary.faults import Fault
from earlyhelp.report.commentary.figures_asked import FiguresAsked
from earlyhelp.report.commentary.page_words import PageWords
from earlyhelp.report.commentary.pieces import PageText
from earlyhelp.report.document import MOST_HEADING_WORDS
from earlyhelp.report.sentences import Part, Sentence, Words


@dataclass(frozen=True, slots=True)
class BoundPage:
    """What became of the words on one page.

    heading     None where the text has none
    paragraphs  each of its sentences, those too that are not printed
    """

    text: PageText
    heading: BoundSentence | None
    paragraphs: tuple[tuple[BoundSentence, ...], ...]

    @property
    def sentences(self) -> tuple[BoundSentence, ...]:
        heading = (self.heading,) if self.heading else ()
        return (*heading, *chain.from_iterable(self.paragraphs))

    @property
    def faults(self) -> tuple[Fault, ...]:
        too_long = () if self.heading is None else _too_long(self.heading)
        return (*too_long, *(fault for sentence in self.sentences for fault in sentence.faults))

    @property
    def words(self) -> PageWords:
        """What stands on the page; only where nothing is at fault."""
        kept = ([each.sentence for each in paragraph if each.sentence is not None] for paragraph in self.paragraphs)
        return PageWords(
            self.heading.sentence if self.heading else None,
            tuple(_joined(sentences) for sentences in kept if sentences),
            any(said.passes_over_hidden for sentence in self.sentences for said in sentence.said),
        )


def bind_page(text: PageText, figures: FiguresAsked, own_names: Sequence[str]) -> BoundPage:
    """Return a page that has no fault of its own with its bindings filled from released cells."""
    heading = bind_sentence(text.heading, figures, own_names) if text.heading else None
    paragraphs = (tuple(bind_sentence(each, figures, own_names) for each in paragraph) for paragraph in text.paragraphs)
    return BoundPage(text, heading, tuple(paragraphs))


def _too_long(heading: BoundSentence) -> tuple[Fault, ...]:
    if heading.sentence is None or heading.sentence.word_count <= MOST_HEADING_WORDS:
        return ()
    says = f'has a heading of more than {MOST_HEADING_WORDS} words: "{heading.sentence.text}"'
    return (Fault(heading.written.line, says),)


def _joined(sentences: Sequence[Sentence]) -> Sentence:
    parts: list[Part] = []
    for sentence in sentences:
        parts += ([Words(" ")] if parts else []) + list(sentence.parts)
    return Sentence(tuple(parts))
