"""Makes several rows of one: columns that become rows, and rows that count several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import replace
from typing import Final

from earlyhelp.extracts.building.needed_cells import unpivoted_columns
from earlyhelp.extracts.building.source_rows import Part, SourceRows, Uncounted
from earlyhelp.extracts.mapping.declare import Repeat, Source, Unpivot
from earlyhelp.extracts.values.doubt import Doubt
from earlyhelp.extracts.values.numbers import read_whole
from earlyhelp.extracts.values.tidy import is_missing, same_name, tidy

_MOST_REPEATS: Final = 100_000
_MOST_TOGETHER: Final = 1_000_000


def reshape(rows: SourceRows, named: Container[str] = ()) -> SourceRows:
    """Return the rows as `unpivot` and `repeat` of their source make them.

    named   texts that the mapping names as values, as they are compared: they are never taken for empty cells
    """
    source = rows.source
    if source.unpivot:
        rows = _unpivot(rows, source.unpivot, named)
    return _repeat(rows, source.repeat) if source.repeat else rows


def _unpivot(rows: SourceRows, unpivot: Unpivot, named: Container[str]) -> SourceRows:
    places: list[int] = []
    names: list[str] = []
    cells: list[str] = []
    parts: list[Part] = []
    for part in rows.parts:
        start = len(places)
        turned = [(name, rows.columns[same_name(name)]) for name in unpivoted_columns(unpivot, part.laid_out.names)]
        for place in range(part.start, part.end):
            for name, column in turned:
                if unpivot.keeps_empty or _is_filled(column[place], rows.source.missing, named):
                    places.append(place)
                    names.append(name)
                    cells.append(column[place])
        has = part.has | {same_name(unpivot.name), same_name(unpivot.value)}
        parts.append(replace(part, start=start, end=len(places), has=has))
    made = _select(rows, tuple(parts), places, [tidy(name) for name in names])
    made.columns[same_name(unpivot.name)] = names
    made.columns[same_name(unpivot.value)] = cells
    return made


def _is_filled(text: str, marks: tuple[str, ...], named: Container[str]) -> bool:
    plain = tidy(text)
    return not is_missing(plain, marks) or (bool(plain) and same_name(plain) in named)


def _repeat(rows: SourceRows, repeat: Repeat) -> SourceRows:
    counts, uncounted = _counts(rows, repeat)
    within = [rows.texts((name,)) for name in repeat.within]
    done: Counter[tuple[str, ...]] = Counter()
    places: list[int] = []
    numbers: list[str] = []
    parts: list[Part] = []
    for part in rows.parts:
        start = len(places)
        for place in range(part.start, part.end):
            group = tuple(same_name(column[place]) for column in within)
            for number in range(done[group] + 1, done[group] + counts[place] + 1):
                places.append(place)
                numbers.append(str(number))
            done[group] += counts[place]
        parts.append(replace(part, start=start, end=len(places), has=part.has | {same_name(repeat.number)}))
    pieces = [f"{rows.pieces[place]} {number}".strip() for place, number in zip(places, numbers, strict=True)]
    made = _select(rows, tuple(parts), places, pieces)
    made.columns[same_name(repeat.number)] = numbers
    return replace(made, uncounted=tuple(uncounted))


def _counts(rows: SourceRows, repeat: Repeat) -> tuple[list[int], list[Uncounted]]:
    counts: list[int] = []
    uncounted: list[Uncounted] = []
    part_of = rows.part_of_each()
    together = 0
    for place, text in enumerate(rows.texts((repeat.by,))):
        count = _count(text, rows.source, _MOST_TOGETHER - together)
        if isinstance(count, str):
            fault = f"{repeat.by}: the text there {count}"
            uncounted.append(Uncounted(part_of[place], rows.numbers[place], rows.pieces[place], fault))
        counts.append(count if isinstance(count, int) else 0)
        together += counts[-1]
    return counts, uncounted


def _count(text: str, source: Source, left: int) -> int | str:
    """How often a row stands, 0 where nothing is said; or why it is not known, to stand after the text.

    left    how many rows may still be made
    """
    plain = tidy(text)
    if is_missing(plain, source.missing):
        return 0
    value = read_whole(plain, source.decimal, False)
    if isinstance(value, Doubt):
        return value.why
    count = int(value or 0)
    if not 0 <= count <= _MOST_REPEATS:
        return f"is not a count from 0 to {_MOST_REPEATS:,}"
    return count if count <= left else f"would make more than {_MOST_TOGETHER:,} rows of this source"


def _select(rows: SourceRows, parts: tuple[Part, ...], places: list[int], pieces: list[str]) -> SourceRows:
    return SourceRows(
        rows.source,
        parts,
        [rows.numbers[place] for place in places],
        pieces,
        {name: [column[place] for place in places] for name, column in rows.columns.items()},
    )
