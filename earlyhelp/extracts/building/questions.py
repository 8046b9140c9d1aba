"""What a mapping does not foresee: each kind of doubt once, with its count, its first place and an answer to paste."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from earlyhelp.extracts.building.made_rows import MadeRows
from earlyhelp.extracts.building.source_rows import SourceRows
from earlyhelp.extracts.mapping.declare import ColumnRule, Source, TableRule
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind

UNSHOWN: Final = "a text there"
"""What a message says in place of a text that may be about a person."""


@dataclass(slots=True)
class Question:
    """One question.

    asks    a sentence
    answer  lines of a mapping, or words, that would settle it
    count   how many rows it is about; 0 where it is about a file or a sheet
    first   sheet and row of the first of them
    """

    asks: str
    answer: str
    count: int = 0
    first: str = ""

    @property
    def in_words(self) -> str:
        """The question with how many rows it is about, and where the first of them is."""
        rows = "1 row" if self.count == 1 else f"{self.count:,} rows, first"
        return f"{self.asks} {rows}: {self.first}." if self.count else self.asks


@dataclass(slots=True)
class Questions:
    """All questions of a run, each once, in the order in which they came up, and notes that ask nothing."""

    found: dict[tuple[str, ...], Question] = field(default_factory=dict[tuple[str, ...], Question])
    notes: list[str] = field(default_factory=list[str])

    def note(self, sentence: str) -> None:
        """Keep a sentence that needs no answer."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def ask(self, asks: str, answer: str) -> None:
        """Ask about a file or a sheet as a whole."""
        self.found.setdefault((asks,), Question(asks, answer))

    def ask_about_value(self, made: MadeRows, column: str, shown: str, doubt: Doubt, place: int) -> None:
        """Ask about a text that is in no list, or a day that could be two.

        shown   the text as a message shows it
        place   of its row among the rows of the source
        """
        rule, each = made.rule, made.rule.columns[column]
        heading = " / ".join(each.names)
        is_about_column = doubt.kind is DoubtKind.AMBIGUOUS and not each.lookup
        # Each day in doubt is doubtful for the same reason: one question about the column is enough.
        key = (rule.source, heading, "two days") if is_about_column else (rule.source, heading, column, shown)
        asks = f"{rule.source}, column `{heading}`: {shown} {doubt.why} ({rule.name}.{column})."
        self._count(key, asks, _answer(each, column, doubt), made.rows, place)

    def ask_about_choice(self, rule: TableRule, name: str, text: str, rows: SourceRows, place: int) -> None:
        """Ask whether rows with a new text in a column of `where` are wanted."""
        asks = (
            f'{rule.source}, column `{name}`: "{text[:80]}" is neither wanted nor left out for the table {rule.name}.'
        )
        answer = f'add "{text[:80]}" to `where` or to `leave_out` of that table'
        self._count((rule.source, rule.name, name, text), asks, answer, rows, place)

    def ask_about_column(self, source: Source, name: str, title: str) -> None:
        """Ask about a column that is neither used nor ignored."""
        asks = f"{title} has the column `{name}`, which the mapping does not know."
        self.found.setdefault(
            (source.name, "column", name),
            Question(asks, f'use it in a table, or add "{name}" to `ignore` of [source.{source.name}]'),
        )

    def _count(self, key: tuple[str, ...], asks: str, answer: str, rows: SourceRows, place: int) -> None:
        question = self.found.get(key)
        if question is None:
            part = next(part for part in rows.parts if part.start <= place < part.end)
            first = f"{part.laid_out.sheet.title}, row {rows.numbers[place]}"
            question = self.found[key] = Question(asks, answer, first=first)
        question.count += 1


def _answer(rule: ColumnRule, column: str, doubt: Doubt) -> str:
    if doubt.kind is not DoubtKind.UNKNOWN or "=" not in doubt.answer:
        return doubt.answer
    if rule.lookup == "school":
        return f"[schools]\n{doubt.answer}"
    if rule.lookup or rule.pattern:
        return doubt.answer
    if rule.values_name:
        return f"[values.{rule.values_name}]\n{doubt.answer}"
    return f"{column} = {{ from = …, values = {{ {doubt.answer} }} }}"
