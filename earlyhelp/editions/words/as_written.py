"""A sentence of the card written as a person would write it: its words, and its figures as bindings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.derived import DerivedKind
from earlyhelp.editions.words.figures_of_card import FiguresOfCard
from earlyhelp.places import DISTRICT
from earlyhelp.publications.subject import Subject
from earlyhelp.report.commentary.bindings import read_braces
from earlyhelp.report.commentary.bound_sentence import bind_sentence
from earlyhelp.report.commentary.faults import FaultError, WithheldError
from earlyhelp.report.commentary.filters import SAYINGS, of_a_rank, say_binding
from earlyhelp.report.commentary.marked_text import read_marked_text
from earlyhelp.report.commentary.pieces import Binding
from earlyhelp.report.commentary.words_file import faults_of_sentence
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import AgreeingWords, Bound, BoundVariance, Judgement, Name, Part, Sentence, Words

# A verdict of the card is a clause; the filter says it in three words, after a colon.
_BEFORE_A_VERDICT: Final = ("; ", ", so ")
_RANKS: Final = {"largest": ("largest", "highest"), "smallest": ("smallest", "lowest"), "second": ("second",)}
# A number above this is not likely to be one when the text is read again.
MOST_AGREEING: Final = 20
_BASES: Final = {"of": "base", "share": "share"}


@dataclass(frozen=True, slots=True)
class _Rank:
    """An order as a binding names it: its address, the word for the place in it, and the cell that stands there."""

    address: str
    word: str
    cell: ReleasedCell


class _NotWrittenError(Exception):
    """No binding says what a part of the sentence says."""


class Writer:
    """Writes the sentences of one card."""

    def __init__(self, subject: Subject, figures: FiguresOfCard, own_names: Sequence[str]) -> None:
        self._subject = subject
        self._figures = figures
        self._own_names = own_names

    def write(self, sentence: Sentence) -> str | None:
        """Return a sentence with its figures as bindings; None where it would not read again as it reads now."""
        try:
            text = self._text(sentence.parts)
        except _NotWrittenError:
            return None
        return text if self._reads_as(text, sentence) else None

    def _text(self, parts: Sequence[Part]) -> str:
        ranks = [rank for part in parts if (rank := self._rank(part)) is not None]
        text = ""
        for part in parts:
            if isinstance(part, Judgement) and part.derived.kind is DerivedKind.VERDICT:
                text = f"{_without_the_joint(text)}: {self._written(part, ranks)}"
            else:
                text += self._written(part, ranks)
        return text

    def _written(self, part: Part, ranks: Sequence[_Rank]) -> str:
        if isinstance(part, AgreeingWords):
            return self._agreeing(part)
        if isinstance(part, Words | Name):
            return part.text
        if isinstance(part, Bound):
            return self._bound(part, ranks)
        if isinstance(part, BoundVariance):
            return _braces(f"{self._address(part.cell)} | from target")
        if isinstance(part, Judgement) and part.derived.kind is DerivedKind.VERDICT:
            return _braces(f"{self._address(part.derived.cells[0])} | verdict")
        if (rank := self._rank(part)) is not None:
            return _braces(f"{rank.address} | {rank.word}")
        raise _NotWrittenError

    def _agreeing(self, part: AgreeingWords) -> str:
        """Let words agree with a number that may become one; of many they are typed."""
        cell = part.agrees_with
        number = cell.out_of if part.by == "of" else cell.count
        if number is None or number > MOST_AGREEING:
            return part.text
        by = f"{_BASES[part.by]} " if part.by in _BASES else ""
        return _braces(f'{self._address(cell)} | {by}one "{part.singular}" many "{part.plural}"')

    def _bound(self, part: Bound, ranks: Sequence[_Rank]) -> str:
        """Write a figure; that of what comes first by its place, so that figure and name stay together."""
        named = [rank for rank in ranks if rank.cell == part.cell]
        for rank in named:
            saying = of_a_rank(part.form, rank.word)
            if saying and self._say(source := f"{rank.address} | {saying}") is not None:
                return _braces(source)
        # A figure that keeps its code while the name moves on would be said of another.
        if named:
            raise _NotWrittenError
        return _braces(f"{self._address(part.cell)} | {_filter(part.form)}")

    def _rank(self, part: Part) -> _Rank | None:
        """Return the order that a part speaks of, None where no binding names the same."""
        if not isinstance(part, Judgement) or part.derived.kind is not DerivedKind.RANK:
            return None
        address = self._order(part.derived.cells)
        for word in _RANKS.get(part.derived.value, ()) if address else ():
            said = self._say(f"{address} | {word}")
            number = self._say(f"{address} | count of {word}")
            if said is not None and said.text.casefold() == part.text.casefold() and isinstance(number, Bound):
                return _Rank(address, word, number.cell)
        return None

    def _order(self, cells: Sequence[ReleasedCell]) -> str:
        """Return how a binding names the breakdown in which these cells differ, nothing where there are several."""
        first = cells[0]
        differing = {name for cell in cells for name in cell.parts if cell.parts[name] != first.parts.get(name)}
        if len({cell.measure for cell in cells}) > 1 or len(differing) > 1:
            return ""
        by = next(iter(differing), DISTRICT)
        fixed = (f"{name}={code}" for name, code in sorted(first.parts.items()) if name != by)
        at_place = [] if by == DISTRICT else self._place(first.place_code)
        return " ".join([first.measure, *fixed, f"by {by}", *at_place])

    def _say(self, source: str) -> Part | None:
        binding = read_braces(source, 1)
        assert isinstance(binding, Binding)
        try:
            return say_binding(binding, self._figures) if binding.saying in SAYINGS else None
        except (FaultError, WithheldError):
            return None

    def _address(self, cell: ReleasedCell) -> str:
        """Return how a binding names a cell, seen from the card's own place and period."""
        parts = [f"{name}={code}" for name, code in sorted(cell.parts.items())]
        earlier = ["a year earlier"] if cell.period != self._subject.period else []
        return " ".join([cell.measure, *parts, *self._place(cell.place_code), *earlier])

    def _place(self, code: str) -> list[str]:
        subject = self._subject
        if code == subject.place.code:
            return []
        if code == subject.county.code:
            return ["in the county"]
        return ["in the district"] if subject.district and code == subject.district.code else [f"at {code}"]

    def _reads_as(self, text: str, sentence: Sentence) -> bool:
        """Whether the text, read as a file of words, gives the same figures and no fault."""
        marked = read_marked_text(f"## page\n\n{text}\n")
        if marked.faults or len(marked.pages[0].paragraphs) != 1:
            return False
        written = marked.pages[0].paragraphs[0]
        if any(True for each in written for _ in faults_of_sentence(each, self._own_names)):
            return False
        bound = [bind_sentence(each, self._figures, self._own_names).sentence for each in written]
        cells = tuple(cell for each in bound if each is not None for cell in each.cells)
        return all(bound) and cells == sentence.cells


def _without_the_joint(text: str) -> str:
    for joint in _BEFORE_A_VERDICT:
        if text.endswith(joint):
            return text.removesuffix(joint)
    raise _NotWrittenError


def _filter(form: Form) -> str:
    return {Form.COUNT_OF: "out of", Form.OUT_OF: "base"}.get(form, form.value.replace("_", " "))


def _braces(source: str) -> str:
    return f"{{{{ {source} }}}}"
