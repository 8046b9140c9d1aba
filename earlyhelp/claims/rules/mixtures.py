"""Rule 5: a share or mean of all lies between those of its parts, and where sizes are known, at their weighted mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.text import Read, Text
from earlyhelp.claims.rules.mixtures_of_groups import (
    CHANGED,
    find_impossible_mixes,
    find_off_the_mean,
    is_whole,
    speak_alike,
    wholes_among,
)

_NAMED_PARTS: Final = r"\b(?:only (?:two|three|four|other)?|both|no other|two|three|four|the other)\b"
_ENDS: Final = {
    "high": r"highest|maximum|largest|longest|oldest|greatest|dearest|busiest",
    "low": r"lowest|minimum|smallest|shortest|youngest|least|cheapest",
    "mean": r"mean|average|median",
}


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag "58% overall: 71% among the one half and 64% among the other"."""
    for text in texts:
        yield from _in_tables(text)
        for read in text.prose:
            yield from _beyond_ends(read)
            yield from _average_of_averages(read)
            found = list(_in_one_sentence(read)) or list(_over_sentences(text, read))
            yield from found or list(find_off_the_mean(text, read)) or find_impossible_mixes(text, read)


def _levels(read: Read) -> list[Number]:
    """The numbers of a sentence that may be parts of one mean: all per cents, or all durations."""
    percents = [each for each in read.numbers if each.kind == "percent" or (each.kind == "fraction" and not each.hedge)]
    if any(each.kind == "percent" for each in percents):
        return percents
    durations = [each for each in read.numbers if each.kind == "duration"]
    if not durations or not read.has(r"\b(?:averaged?|mean)\b"):
        return []
    noun = durations[0]
    return [
        noun,
        *(
            each
            for each in read.numbers
            if each is not noun
            and (each.kind == "duration" or (each.kind == "count" and not each.noun))
            and each.value < noun.value * 4
        ),
    ]


def _in_one_sentence(read: Read) -> Iterator[Finding]:
    levels = _levels(read)
    is_growth = len(re.findall(r"\b(?:up|rose by|rose|grew by|grew|increased by|by)\b", read.bare_words)) >= len(levels)
    if len(levels) < 3 or (read.has(CHANGED) and not is_growth):
        return
    wholes = wholes_among(read, levels)
    if len(wholes) != 1:
        return
    parts = [each for each in levels if each is not wholes[0] and not each.hedge]
    if len(parts) < 2 or (not is_growth and _sums_up(read, wholes[0], parts)):
        return
    yield from _outside(read, wholes[0], parts)


def _sums_up(read: Read, whole: Number, parts: Sequence[Number]) -> bool:
    """Whether the whole is a sum of the parts rather than a mean of them."""
    total = sum((_level(each) for each in parts), Fraction(0))
    is_answer = whole.start < parts[0].start and abs(total + _level(whole) - 100) <= 2
    return (
        abs(total - _level(whole)) <= (2 if total >= 20 else whole.ulp)
        or is_answer
        or read.has(r"\b(?:make up|makes up|represent|account for|add up|add to)\b")
    )


def _over_sentences(text: Text, read: Read) -> Iterator[Finding]:
    """The whole in this sentence, its parts in the one before; or the whole before its two parts after a colon."""
    levels = _levels(read) or [each for each in read.numbers if each.kind == "duration"]
    wholes = wholes_among(read, levels)
    if len(wholes) != 1 or len(levels) != 1 or read.has(CHANGED):
        return
    for beside in (*text.before(read, 1), *text.after(read, 1)):
        parts = [each for each in _levels(beside) if each.kind == wholes[0].kind or wholes[0].kind == "duration"]
        if (
            (len(parts) == 2 or (len(parts) > 2 and wholes[0].kind == "duration"))
            and beside.sentence.section == read.sentence.section
            and beside.has(r"\b(?:and|against|but|,|;)")
            and not beside.has(CHANGED)
        ) and (
            not _sums_up(read, wholes[0], parts)
            and speak_alike(read, beside)
            and not any(is_whole(beside, each) for each in parts)
        ):
            yield from _outside(read, wholes[0], parts)
            return


def _outside(read: Read, whole: Number, parts: Sequence[Number]) -> Iterator[Finding]:
    room = (
        whole.ulp / 2
        + max(each.ulp for each in parts) / 2
        + (Fraction(5, 2) if any(each.kind == "fraction" for each in (whole, *parts)) else 0)
    )
    low, high = min(_level(each) for each in parts), max(_level(each) for each in parts)
    if low - room <= _level(whole) <= high + room:
        return
    told = " and ".join(each.text for each in parts)
    yield flag(
        read,
        whole.text,
        __name__,
        f"No mix of {told} is {whole.text}.",
        f"something from {_plain(low)} to {_plain(high)}",
    )


def _level(number: Number) -> Fraction:
    """A number as a level: per cent for shares, as it stands for others."""
    return number.share * 100 if number.kind == "fraction" else number.value


def _plain(value: Fraction) -> str:
    return f"{float(value):g}"


def _average_of_averages(read: Read) -> Iterator[Finding]:
    """ "The average mark was 7.1; the three classes averaged 6.8, 7.2 and 7.5"."""
    parts_at = re.search(r"\b(?:averaged|averages (?:of|were|are)|averaging)\b", read.bare_words)
    if not parts_at or not re.search(r"\b(?:average|mean|overall)\b", read.bare_words[: parts_at.start()]):
        return
    wholes = [
        each for each in read.numbers if each.end <= parts_at.start() and (each.decimals or each.kind == "duration")
    ]
    parts = [each for each in read.numbers if each.start >= parts_at.end() and each.kind in ("count", "duration")]
    if len(wholes) == 1 and len(parts) > 1 and not read.has(CHANGED):
        yield from _outside(read, wholes[0], parts)


def _beyond_ends(read: Read) -> Iterator[Finding]:
    """A mean or median above the highest or below the lowest of the same sentence."""
    ends = {word: re.search(rf"\b(?:{pattern})\b", read.bare_words) for word, pattern in _ENDS.items()}
    found: dict[str, Number] = {}
    for word, place in ends.items():
        after = [
            each
            for each in read.numbers
            if place and each.start >= place.end() and each.kind in ("count", "percent", "money", "duration")
        ]
        if place and after and after[0].start - place.end() < 50:
            found[word] = after[0]
    span = re.search(r"\b(?:between|from|ranged|ranging|range of)\b", read.bare_words)
    inside = [each for each in read.numbers if span and each.start >= span.end() and each is not found.get("mean")]
    if (
        span
        and "mean" in found
        and len(inside) == 2
        and re.fullmatch(r"(?: [a-z]+)? (?:and|to) ", read.text[inside[0].end : inside[1].start])
    ):
        ends_of_span = sorted(inside, key=lambda each: each.value)
        if (
            not ends_of_span[0].value <= found["mean"].value <= ends_of_span[1].value
            and found["mean"].kind == inside[1].kind
        ):
            why = f"A mean of {found['mean'].text} does not lie between {inside[0].text} and {inside[1].text}."
            yield flag(read, found["mean"].text, __name__, why, "a mean between the ends")
        return
    mean = found.get("mean")
    if mean is None or len(set(found.values())) < len(found):
        return
    for word, sign in (("high", 1), ("low", -1)):
        end = found.get(word)
        if end and end.kind == mean.kind and (mean.value - end.value) * sign > 0:
            yield flag(
                read, mean.text, __name__, f"A mean of {mean.text} lies beyond {end.text}.", "a mean between the ends"
            )


def _in_tables(text: Text) -> Iterator[Finding]:
    for table in text.tables:
        if len(table.rows) < 3 or not re.match(
            r"\s*(?:both|all|overall|total|together|average|whole|county)\b", table.rows[-1][1][0], re.IGNORECASE
        ):
            continue
        for column in range(1, len(table.header)):
            cells = [row[column] if column < len(row) else "" for _, row in table.rows]
            if not all(re.fullmatch(r"\d+(?:\.\d+)?\s?%", cell) for cell in cells):
                continue
            values = [Fraction(cell.strip(" %")) for cell in cells]
            if (
                len(values) > 2
                and not min(values[:-1]) <= values[-1] <= max(values[:-1])
                and abs(sum(values[:-1]) - values[-1]) > 2
            ):
                read = next(each for each in text.reads if each.sentence is table.rows[-1][0])
                why = f"No mix of {', '.join(cells[:-1])} is {cells[-1]}."
                yield flag(
                    read,
                    cells[-1],
                    __name__,
                    why,
                    f"something from {_plain(min(values[:-1]))} to {_plain(max(values[:-1]))}",
                )
