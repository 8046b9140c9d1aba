"""Rule 16, third part: a table and the text beside it give one value for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.tables import Table
from earlyhelp.claims.language.text import Read, Text


def find_against_tables(text: Text, read: Read) -> Iterator[Finding]:
    """Flag "occupancy was 94.2% in 2018/19" beside a row that says 92.4%."""
    for table in text.tables:
        for sentence, row in table.rows:
            yield from _against_row(text, read, table, Read(sentence), row)


def _against_row(text: Text, read: Read, table: Table, row_read: Read, row: Sequence[str]) -> Iterator[Finding]:
    label = row[0].casefold().strip()
    if len(label) < 4 or not re.search(rf"\b{re.escape(label)}\b", read.bare_words):
        return
    others = [other[0].casefold().strip() for _, other in table.rows if other[0].casefold().strip() != label]
    if any(other and re.search(rf"\b{re.escape(other)}\b", read.bare_words) for other in others if len(other) > 3):
        return
    for column, heading in enumerate(table.header[1:], start=1):
        if column >= len(row) or not re.fullmatch(r"\d[\d,.]*\s?%?", row[column].strip()):
            continue
        is_named = heading.strip() and (heading.casefold().strip() in read.bare_words)
        numbers = [
            each
            for each in read.numbers
            if each.kind == ("percent" if "%" in row[column] or "%" in heading else "count")
        ]
        if is_named and len(numbers) == 1 and not numbers[0].hedge:
            value = Fraction(re.sub(r"[,% ]", "", row[column]))
            if (
                abs(value - numbers[0].value) > numbers[0].ulp / 2
                and abs(value - numbers[0].value) < max(value, numbers[0].value) / 2
            ):
                yield flag(
                    read, numbers[0].text, "two_instruments", f"The table gives {row[column]} for it.", row[column]
                )
                yield flag(
                    row_read,
                    row[column],
                    "two_instruments",
                    f"The text gives {numbers[0].text} for it.",
                    numbers[0].text,
                )
