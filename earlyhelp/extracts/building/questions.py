"""What a mapping does not foresee: each kind of doubt once, with its count, its first place and an answer to paste."""

from __future__ import annotations

from dataclasses import dataclass, field

from earlyhelp.extracts.building.made_rows import MadeRows
from earlyhelp.extracts.building.shown_texts import UNSHOWN, shown_text
from earlyhelp.extracts.building.source_rows import SourceRows
from earlyhelp.extracts.mapping.declare import ColumnRule, Source, TableRule
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind


@dataclass(slots=True)
class Question:
    """One question.

    asks    what is in doubt, without a full stop
    answer  lines of a mapping, or words, that would settle it
    under   the heading of the mapping under which the lines belong
    how     what else to do with that heading
    fills   columns of the dataset it is about
    rows    the rows it is about, each by the place of its sheet and its number; none where it is about a whole file
    first   sheet and row of the first of them
    """

    asks: str
    answer: str
    under: str = ""
    how: str = ""
    fills: list[str] = field(default_factory=list[str])
    rows: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    first: str = ""

    @property
    def in_words(self) -> str:
        """The question with the columns it is about, how many rows, and where the first of them is."""
        fills = f" ({', '.join(self.fills)})" if self.fills else ""
        rows = "1 row" if len(self.rows) == 1 else f"{len(self.rows):,} rows, first"
        return f"{self.asks}{fills}. {rows}: {self.first}." if self.rows else f"{self.asks}{fills}."


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
        """Ask about a file, a sheet or a table as a whole."""
        asks = asks.removesuffix(".")
        self.found.setdefault((asks,), Question(asks, answer))

    def ask_about_value(self, made: MadeRows, column: str, shown: str, doubt: Doubt, place: int) -> None:
        """Ask about a text that is in no list, or a day that could be two.

        shown   the text as a message shows it
        place   of its row among the rows of the source
        """
        rule, each = made.rule, made.rule.columns[column]
        heading = " / ".join(each.columns_read)
        is_about_column = doubt.kind is DoubtKind.AMBIGUOUS and not each.lookup
        # Each day in doubt is doubtful for the same reason: one question about the column is enough.
        key = (rule.source, heading, "two days") if is_about_column else (rule.source, heading, shown, doubt.why)
        asks = f"{rule.source}, column `{heading}`: {shown} {doubt.why}"
        # An answer may hold the text itself, and is kept back with it.
        answer = "" if shown == UNSHOWN and doubt.kind is DoubtKind.UNKNOWN else doubt.answer
        question = self._count(key, Question(asks, answer, *_place_of_answer(each, column, answer)), made.rows, place)
        if f"{rule.name}.{column}" not in question.fills:
            question.fills.append(f"{rule.name}.{column}")

    def ask_about_choice(self, rule: TableRule, name: str, text: str, rows: SourceRows, place: int) -> None:
        """Ask whether rows with a new text in a column of `where` are wanted."""
        shown = shown_text(text)
        asks = f"{rule.source}, column `{name}`: {shown} is neither wanted nor left out for the table {rule.name}"
        answer = f"add {shown} to `where` or to `leave_out` of that table"
        self._count((rule.source, rule.name, name, shown), Question(asks, answer), rows, place)

    def ask_about_column(self, source: Source, name: str, title: str) -> None:
        """Ask about a column that is neither used nor ignored."""
        asks = f"{title} has the column `{name}`, which the mapping does not know"
        answer = f'use it in a table, or add "{name}" to `ignore` of [source.{source.name}]'
        self.found.setdefault((source.name, "column", name), Question(asks, answer))

    def _count(self, key: tuple[str, ...], asked: Question, rows: SourceRows, place: int) -> Question:
        question = self.found.setdefault(key, asked)
        part = next(number for number, part in enumerate(rows.parts) if part.start <= place < part.end)
        if not question.first:
            question.first = f"{rows.parts[part].laid_out.sheet.title}, row {rows.numbers[place]}"
        question.rows.add((part, rows.numbers[place]))
        return question


def _place_of_answer(rule: ColumnRule, column: str, answer: str) -> tuple[str, str]:
    """Under which heading of the mapping the lines of an answer belong, and what to do with a new one."""
    if "=" not in answer or "[" in answer.partition("=")[0]:
        return "", ""
    if rule.lookup == "school":
        return "[schools]", ""
    if rule.lookup or rule.pattern or answer.startswith("dates"):
        return "", ""
    if rule.values_name:
        return f"[values.{rule.values_name}]", ""
    return f"[values.{column}]", f'A new list: let the column use it, {column} = {{ …, values = "{column}" }}.'
