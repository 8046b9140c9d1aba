"""Makes several rows of one: columns that become rows, and rows that count several."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Final

from earlyhelp.extracts.building.source_rows import Part, SourceRows, Uncounted
from earlyhelp.extracts.mapping.declare import Repeat, Unpivot
from earlyhelp.extracts.values.doubt import Doubt
from earlyhelp.extracts.values.numbers import read_whole
from earlyhelp.extracts.values.tidy import is_missing, same_name, tidy

_MOST_REPEATS: Final = 100_000


def reshape(rows: SourceRows) -> SourceRows:
    """Return the rows as `unpivot` and `repeat` of their source make them."""
    source = rows.source
    if source.unpivot:
        rows = _unpivot(rows, source.unpivot)
    return _repeat(rows, source.repeat) if source.repeat else rows


def unpivoted_columns(unpivot: Unpivot, names: tuple[str, ...]) -> list[str]:
    """Return the columns of a sheet that become rows, as they are written there."""
    patterns = [same_name(pattern) for pattern in unpivot.columns]
    return [name for name in names if any(_fits(same_name(name), pattern) for pattern in patterns)]


def _fits(name: str, pattern: str) -> bool:
    # A column may have a bracket in its name, which a pattern would take for a choice of letters.
    return name == pattern or fnmatchcase(name, pattern.replace("[", "[[]"))


def _unpivot(rows: SourceRows, unpivot: Unpivot) -> SourceRows:
    places: list[int] = []
    names: list[str] = []
    cells: list[str] = []
    parts: list[Part] = []
    for part in rows.parts:
        start = len(places)
        turned = [(name, rows.columns[same_name(name)]) for name in unpivoted_columns(unpivot, part.laid_out.names)]
        for place in range(part.start, part.end):
            for name, column in turned:
                if unpivot.keeps_empty or not is_missing(tidy(column[place]), rows.source.missing):
                    places.append(place)
                    names.append(name)
                    cells.append(column[place])
        has = part.has | {same_name(unpivot.name), same_name(unpivot.value)}
        parts.append(replace(part, start=start, end=len(places), has=has))
    made = _select(rows, tuple(parts), places, [tidy(name) for name in names])
    made.columns[same_name(unpivot.name)] = names
    made.columns[same_name(unpivot.value)] = cells
    return made


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
    for place, text in enumerate(rows.texts((repeat.by,))):
        plain = tidy(text)
        value = None if is_missing(plain, rows.source.missing) else read_whole(plain, rows.source.decimal, False)
        if isinstance(value, str) and 0 <= int(value) <= _MOST_REPEATS:
            counts.append(int(value))
            continue
        counts.append(0)
        if value is not None:
            why = value.why if isinstance(value, Doubt) else f"is not a count from 0 to {_MOST_REPEATS:,}"
            fault = f"{repeat.by}: the text there {why}"
            uncounted.append(Uncounted(part_of[place], rows.numbers[place], rows.pieces[place], fault))
    return counts, uncounted


def _select(rows: SourceRows, parts: tuple[Part, ...], places: list[int], pieces: list[str]) -> SourceRows:
    return SourceRows(
        rows.source,
        parts,
        [rows.numbers[place] for place in places],
        pieces,
        {name: [column[place] for place in places] for name, column in rows.columns.items()},
    )
