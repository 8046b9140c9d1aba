"""Sentences in which every number comes from a released cell.

A sentence is a run of parts: words, names (of schools, focuses, dates, which may hold digits), and numbers bound to
a cell. Words that hold a digit are refused, so a figure can be rendered but never typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from string import Formatter

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.derived import DerivedCell
from earlyhelp.report.numbers import Form, has_percentage, print_cell, print_number, print_variance_in_words


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words. Raises ValueError: they hold a digit."""

    text: str

    def __post_init__(self) -> None:
        if re.search(r"\d", self.text):
            raise ValueError(f'A number must be bound to a released cell or be part of a name: "{self.text}".')


@dataclass(frozen=True, slots=True)
class AgreeingWords(Words):
    """Words in the singular or plural that a cell asks for: "child" or "children".

    agrees_with     the cell; by  its count, what it is counted out "of", or the count of a "share"
    """

    agrees_with: ReleasedCell
    by: str
    singular: str
    plural: str


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called, or a date. May hold digits: "Key Stage 2", "31 July 2016"."""

    text: str


@dataclass(frozen=True, slots=True)
class Bound:
    """A number that is the printed form of one released cell. Raises TypeError: anything but a released cell.

    is_first    whether it opens the sentence, so that "under 1%" begins with a capital letter
    """

    cell: ReleasedCell
    form: Form
    is_first: bool = False

    def __post_init__(self) -> None:
        check_released(self.cell)

    @property
    def text(self) -> str:
        printed = print_cell(self.cell, self.form)
        return printed[:1].upper() + printed[1:] if self.is_first else printed


@dataclass(frozen=True, slots=True)
class BoundVariance:
    """How far the share in a released cell lies from a target: "2.3 percentage points below"."""

    cell: ReleasedCell
    target: Decimal

    def __post_init__(self) -> None:
        check_released(self.cell)

    @property
    def text(self) -> str:
        return print_variance_in_words(self.cell, self.target)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of released cells together, such as that the first is the largest, and the words that say it."""

    derived: DerivedCell
    words: Words | Name

    @property
    def text(self) -> str:
        return self.words.text


@dataclass(frozen=True, slots=True)
class RowNumber:
    """A number of rows of a file or of findings in it, which describes the data and no person."""

    number: int

    @property
    def text(self) -> str:
        return print_number(self.number)


Part = Words | Name | Bound | BoundVariance | Judgement | RowNumber


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of parts, read one after the other."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    @property
    def word_count(self) -> int:
        return len(self.text.split())

    @property
    def cells(self) -> tuple[ReleasedCell, ...]:
        """The released cells whose numbers the sentence prints."""
        return tuple(part.cell for part in self.parts if isinstance(part, Bound | BoundVariance))

    @property
    def judgements(self) -> tuple[DerivedCell, ...]:
        """What the sentence says of cells together."""
        return tuple(part.derived for part in self.parts if isinstance(part, Judgement))


def check_released(cell: object) -> None:
    """Raise TypeError when the object is anything but a released cell."""
    if not isinstance(cell, ReleasedCell):
        raise TypeError(f"The report takes released cells only, not {type(cell).__name__}.")


def say(template: str, **named: ReleasedCell | Name | RowNumber | BoundVariance | Judgement) -> Sentence | None:
    """Return the sentence of a template, or None where a cell it names carries no number.

    template    words with fields: {cell:percent} prints a cell in a Form, {cell:child|children} chooses the singular
                or plural by the cell's count, {cell:of:child|children} by what it is counted out of,
                {cell:share:was|were} by the count of a share, plural after a percentage, {name}
                sets a Name, RowNumber, BoundVariance or Judgement
    Raises      ValueError: the words hold a digit, or a field has no form
                TypeError: a field is neither a released cell nor a name
    """
    cells = [value for value in named.values() if isinstance(value, ReleasedCell)]
    if any(not cell.status.has_number for cell in cells):
        return None
    parts: list[Part] = []
    for words, field, form, _ in Formatter().parse(template):
        if words:
            parts.append(Words(words))
        if field is not None:
            parts.append(_part(named[field], form or "", is_first=not parts))
    return Sentence(tuple(parts))


def is_one(cell: ReleasedCell, by: str) -> bool:
    """Return whether the singular stands after a cell. by: "of" what it is counted out of, "share", else its count"""
    if by == "of":
        return cell.out_of == 1
    if by == "share":
        return cell.out_of == 1 or (cell.count == 1 and not has_percentage(cell))
    return cell.count == 1


def plain(text: str) -> Sentence:
    """Return a sentence of words alone. Raises ValueError: it holds a digit."""
    return Sentence((Words(text),))


def _part(value: object, form: str, is_first: bool) -> Part:
    if isinstance(value, Name | RowNumber | BoundVariance | Judgement):
        return value
    check_released(value)
    assert isinstance(value, ReleasedCell)
    if "|" in form:
        by, _, words = form.rpartition(":")
        singular, plural = words.split("|")
        return AgreeingWords(singular if is_one(value, by) else plural, value, by, singular, plural)
    return Bound(value, Form(form), is_first)
