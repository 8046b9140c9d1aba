"""Rule 3, 1 and 2, for tables: totals are sums, shares are of the total or of the base in the heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import Final

from earlyhelp.claims.arithmetic.rounding import in_digits, in_per_cent
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.sentences import Sentence
from earlyhelp.claims.language.tables import Table
from earlyhelp.claims.language.text import Read, Text

RULE: Final = "partitions"
_TOTAL: Final = re.compile(
    r"\s*(?:grand |overall )?(?:totals?|all|sum|in all|altogether|together|all \w+)\b", re.IGNORECASE
)
_SHARE: Final = re.compile(r"%|\bper cent\b|\bshare\b|\bpercentage\b|\bproportion\b|\brate\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"£?\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(%|m|million|k)?")


def find_wrong_totals(text: Text) -> Iterator[Finding]:
    """Flag a row named total that is no sum of its column, and a share that is not its row's number over the base."""
    for table in text.tables:
        yield from _totals(text, table)
        yield from _shares(text, table)


def _value(cell: str) -> Fraction | None:
    found = _NUMBER.fullmatch(cell.strip())
    return Fraction(found[1].replace(",", "") + (found[2] or "")) if found else None


def _read_of(text: Text, sentence: Sentence) -> Read:
    return next(each for each in text.reads if each.sentence is sentence)


def _column(table: Table, column: int) -> list[Fraction | None]:
    return [_value(row[column]) if column < len(row) else None for _, row in table.rows]


def _total_row(table: Table) -> bool:
    return len(table.rows) > 2 and bool(_TOTAL.match(table.rows[-1][1][0]))


def _totals(text: Text, table: Table) -> Iterator[Finding]:
    if not _total_row(table):
        return
    for column in range(1, len(table.header)):
        values = _column(table, column)
        cells = [row[column] if column < len(row) else "" for _, row in table.rows]
        known = [each for each in values if each is not None]
        if len(known) != len(values) or re.search(
            r"\b(?:average|mean|median|rate|year)\b", table.header[column], re.IGNORECASE
        ):
            continue
        is_share = "%" in cells[-1] or bool(_SHARE.search(table.header[column]))
        if is_share and known[-1] != 100:
            continue
        total, room = sum(known[:-1]), Fraction(len(known) - 1, 2) if is_share else Fraction(0)
        decimals = max(len(cell.strip(" %").partition(".")[2]) for cell in cells)
        if not total * 2 <= known[-1] * 3 <= total * 4:
            continue
        if abs(total - known[-1]) > (room / 10**decimals if is_share else 0):
            read = _read_of(text, table.rows[-1][0])
            yield flag(
                read,
                cells[-1],
                RULE,
                f"The rows above come to {in_digits(Fraction(total))}, not {cells[-1]}.",
                in_digits(Fraction(total)),
            )


def _shares(text: Text, table: Table) -> Iterator[Finding]:
    for column, heading in enumerate(table.header):
        if column < 2 or not _SHARE.search(heading):
            continue
        counts = _column(table, column - 1)
        base = _base(table, heading, column, counts)
        if base is None:
            yield from _shares_of_columns(text, table, column)
            continue
        if _SHARE.search(table.header[column - 1]):
            continue
        for (sentence, row), count in zip(table.rows, counts, strict=True):
            cell = row[column].strip() if column < len(row) else ""
            share = _value(cell)
            if count is None or share is None or count > base:
                continue
            ulp = Fraction(1, 10 ** len(cell.strip(" %").partition(".")[2]))
            if abs(count / base * 100 - share) > ulp / 2:
                true = in_per_cent(count / base)
                why = f"{in_digits(count)} of {in_digits(base)} is {true}, not {cell}."
                yield flag(_read_of(text, sentence), cell, "percentage_of_count", why, true)


def _shares_of_columns(text: Text, table: Table, column: int) -> Iterator[Finding]:
    """A column of shares that is one column over another in most rows, and not in the rest."""
    shares = _column(table, column)
    for part, whole in permutations(range(1, column), 2):
        values = list(zip(_column(table, part), _column(table, whole), shares, strict=True))
        if any(one is None or not other or share is None or one > other for one, other, share in values):
            continue
        wrong = [
            place
            for place, (one, other, share) in enumerate(values)
            if one is not None and other and abs(one / other * 100 - (share or 0)) > Fraction(1, 2)
        ]
        if wrong and len(wrong) * 2 <= len(values):
            for place in wrong:
                one, other, _ = values[place]
                sentence, row = table.rows[place]
                true = in_per_cent((one or Fraction(0)) / (other or Fraction(1)))
                yield flag(
                    _read_of(text, sentence),
                    row[column],
                    "percentage_of_count",
                    f"{row[part]} of {row[whole]} is {true}, not {row[column]}.",
                    true,
                )
            return


def _base(table: Table, heading: str, column: int, counts: Sequence[Fraction | None]) -> Fraction | None:
    said = re.search(r"\b(?:of|n ?=|out of)(?: the| all)? (\d[\d,]*)\b", heading) or re.search(
        r"\bn ?= ?(\d[\d,]*)", table.title.text if table.title else ""
    )
    if said:
        return Fraction(said[1].replace(",", ""))
    last = table.rows[-1][1]
    if _total_row(table) and counts[-1] and column < len(last) and _value(last[column]) == 100:
        return counts[-1]
    return None
