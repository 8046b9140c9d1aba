"""Rule 10: bands leave no gap, do not overlap, and are the same throughout a report."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.bands import Band, find_bands
from earlyhelp.claims.language.names import MONTH
from earlyhelp.claims.language.text import Read, Text

_BANDED: Final = (
    r"\b(?:bands?|banded|group(?:ed|s)?|grad(?:ed|es?)|rated|rating|brackets?|categor\w+|"
    r"shown|range|scale|classified|sorted|split|divided|bandings?|tiers?|counted as|colour|"
    r"risk|duration|length|size)\b"
)
_SAME: Final = r"\bsame (?:\w+ )?(?:bands|groups|brackets|categories|bandings|scale|ranges|age groups)\b"
_LEAST_WIDTH: Final = 3
_AT_HEAD: Final = 12


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "9 to 11 months and over 12 months", where 12 whole months have no band."""
    for text in texts:
        for place, read in enumerate(text.prose):
            bands = _bands_of(read)
            yield from _judge(read, read, bands)
            if not bands or len(bands) < _LEAST_WIDTH:
                yield from _items(text, place)
            yield from _same_as_before(text, read, bands)
        yield from _rows(text)


def _bands_of(read: Read) -> list[Band]:
    text = re.sub(rf"\d{{1,2}}(?:\s?(?:-|–|to)\s?\d{{1,2}})?\s{MONTH}", lambda found: "x" * len(found[0]), read.text)
    text = re.sub(r"\b(?:19|20)\d\d(?:[/–-]\d{2,4})?\b", lambda found: "x" * len(found[0]), text)
    return find_bands(text)


def _is_banding(read: Read, bands: Sequence[Band]) -> bool:
    """Whether three bands or more stand in a row, as the bands of one scale do."""
    if len({(each.low, each.high) for each in bands}) < max(_LEAST_WIDTH, len(bands)):
        return False
    gaps = [read.text[one.end : other.start] for one, other in itertools.pairwise(bands)]
    is_list = all(len(each) < 45 and not re.search(r"[.]\s", each) for each in gaps)
    is_plain = all(len(each.strip()) < 16 for each in gaps)
    is_open = any(each.low is None for each in bands) and any(each.high is None for each in bands)
    return is_list and (is_plain or is_open or read.has(_BANDED))


def _judge(read: Read, cited: Read, bands: Sequence[Band]) -> Iterator[Finding]:
    if _is_banding(read, bands):
        yield from _faults(cited, bands)


def _faults(read: Read, bands: Sequence[Band]) -> Iterator[Finding]:
    ordered = sorted(
        bands,
        key=lambda each: (each.lowest if each.lowest is not None else Fraction(-1), each.highest or Fraction(10**9)),
    )
    for one, other in itertools.pairwise(ordered):
        if one.highest is None or other.lowest is None:
            continue
        fine = _fine_step(one, other)
        if other.lowest == one.highest + 1 or fine:
            continue
        if other.lowest <= one.highest:
            why = f'"{one.text}" and "{other.text}" both hold {_plain(other.lowest)}.'
        else:
            missing = (
                _plain(one.highest + 1)
                if other.lowest == one.highest + 2
                else f"{_plain(one.highest + 1)} to {_plain(other.lowest - 1)}"
            )
            why = f'{missing} lies in no band between "{one.text}" and "{other.text}".'
        yield flag(read, other.text, __name__, why, f'a band that begins where "{one.text}" ends')
        return


def _fine_step(one: Band, other: Band) -> bool:
    """Whether one band ends where the other begins, or two bands of decimals, 1.0-1.9 and 2.0-2.9, follow on."""
    if one.high is None or other.low is None:
        return False
    if one.high == other.low:
        return one.is_high_in != other.is_low_in
    is_decimal = one.high.denominator > 1 or other.low.denominator > 1
    return is_decimal and 0 < other.low - one.high <= Fraction(1, 10)


def _plain(value: Fraction) -> str:
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):g}"


def _items(text: Text, place: int) -> Iterator[Finding]:
    prose = text.prose
    if place + 1 >= len(prose) or prose[place + 1].sentence.kind != "item":
        return
    is_first = prose[place].sentence.kind == "item"
    if is_first and place:
        return
    items: list[Read] = []
    for each in prose[place if is_first else place + 1 :]:
        if each.sentence.kind != "item":
            break
        items.append(each)
    found = [_bands_of(each) for each in items]
    if len(items) >= _LEAST_WIDTH and all(len(each) == 1 and each[0].start < 12 for each in found):
        bands = [each[0] for each in found]
        for finding in _faults(items[-1], bands):
            faulty = next(
                (item for item, band in zip(items, bands, strict=True) if band.text == finding.claim), items[-1]
            )
            yield flag(prose[place], finding.claim, __name__, finding.why, finding.consistent_would_be)
            yield flag(faulty, finding.claim, __name__, finding.why, finding.consistent_would_be)


def _rows(text: Text) -> Iterator[Finding]:
    for table in text.tables:
        rows = [(sentence, find_bands(row[0])) for sentence, row in table.rows]
        rows = [(sentence, bands) for sentence, bands in rows if len(bands) == 1 and bands[0].start < _AT_HEAD]
        if (
            len({(bands[0].low, bands[0].high) for _, bands in rows}) < max(_LEAST_WIDTH, len(rows))
            or len(rows) < len(table.rows) - 2
        ):
            continue
        for finding in _faults(Read(rows[0][0]), [bands[0] for _, bands in rows]):
            sentence = next(sentence for sentence, bands in rows if bands[0].text == finding.claim)
            yield flag(Read(sentence), finding.claim, __name__, finding.why, finding.consistent_would_be)


def _same_as_before(text: Text, read: Read, bands: Sequence[Band]) -> Iterator[Finding]:
    if len(bands) < 2 or not read.has(_SAME):
        return
    for before in text.before(read, 3):
        others = _bands_of(before)
        if len(others) >= 2:
            if [(each.lowest, each.highest) for each in bands] != [(each.lowest, each.highest) for each in others]:
                yield flag(
                    read,
                    bands[-1].text,
                    __name__,
                    "These are not the bands given before.",
                    ", ".join(each.text for each in others),
                )
            return
