"""What adds up to what among the kinds of a publication, whatever the place and the period: read from declarations.

Source: docs/rules/protection.md
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from earlyhelp.disclosure.kinds import BOTH, Kind, conditions_of, counted
from earlyhelp.measures.catalogue import CATALOGUE, ROWS
from earlyhelp.measures.declare import Measure
from earlyhelp.vocabulary.code_lists import read_code_list

# A child may have several of these, so their cells overlap and do not add up to a whole.
OVERLAPPING: Final = frozenset((rows, name) for measure in CATALOGUE.values() for name, rows in measure.rows_by.items())


@dataclass(frozen=True, slots=True)
class Relation:
    """An equation: signs times kinds, and `slack` times a number nobody prints, are together 0.

    slack   0 where the kinds alone add up; else 1 or -1, for a number of at least 0
    """

    terms: tuple[tuple[Kind, int], ...]
    slack: int = 0


def relations(kinds: Iterable[Kind], pair: tuple[str, ...] = ()) -> list[Relation]:
    """Return every relation between kinds that a publication prints.

    pair    codes of the two commonest focuses, where it counts the children who have both
    """
    known = _Known(kinds)
    found = [
        *_parts_of_wholes(known),
        *_one_or_the_other(known),
        *_overlapping(known),
        *_focuses_in_categories(known),
        *_conditions(known),
        *_shorter_windows(known),
        *_meetings_out_of(known),
        *_both(known, pair),
    ]
    return list(dict.fromkeys(found))


class _Known:
    """The kinds there are, found by rows and parts."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self.all = dict.fromkeys(kinds)
        self.conditions: defaultdict[tuple[str, object], list[frozenset[str]]] = defaultdict(list)
        for kind in self.all:
            self.conditions[kind.rows, kind.parts].append(kind.conditions)

    def __contains__(self, kind: Kind) -> bool:
        return kind in self.all

    def holding(self, kind: Kind) -> list[Kind]:
        """Return the narrowest known kinds of which each row of this one is a row, too, with the same parts."""
        wider = [each for each in self.conditions[kind.rows, kind.parts] if each < kind.conditions]
        if wider:
            return [kind.where(each) for each in wider if not any(each < other for other in wider)]
        return self._rows_around(kind)

    def _rows_around(self, kind: Kind) -> list[Kind]:
        rows = ROWS[kind.rows].within
        if not rows:
            return []
        names = {name for known in self.all if known.rows == rows for name in known.names}
        around = Kind(rows, frozenset(), tuple(part for part in kind.parts if part[0] in names))
        return [around] if around in self else []


def _whole(kind: Kind, name: str) -> Kind:
    """Return the kind of which those with another value of this name are the other parts."""
    parts = dict(kind.parts)
    parts.pop(name)
    needed = ROWS[kind.rows].applies_to.get(name)
    return kind.with_parts({**parts, **({needed[0]: needed[1]} if needed else {})})


def _parts_of_wholes(known: _Known) -> Iterator[Relation]:
    groups: defaultdict[tuple[Kind, str], list[Kind]] = defaultdict(list)
    for kind in known.all:
        for name in kind.names:
            if (kind.rows, name) not in OVERLAPPING and (whole := _whole(kind, name)) in known:
                groups[whole, name].append(kind)
    for (whole, name), parts in groups.items():
        # A value that a share counts by itself may stand alone, without the others.
        if name != "outcome" or len(parts) > 1:
            yield Relation(((whole, 1), *((part, -1) for part in parts)), slack=0 if len(parts) > 1 else -1)


def _one_or_the_other(known: _Known) -> Iterator[Relation]:
    for kind in known.all:
        either = ROWS[kind.rows].either_or
        ways = [kind.where(kind.conditions | {condition}) for condition in either]
        if either and not kind.conditions & set(either) and all(way in known for way in ways):
            yield Relation(((kind, 1), *((way, -1) for way in ways)))


def _overlapping(known: _Known) -> Iterator[Relation]:
    """A child with any of the codes has at least one of them, and counts in each that it has."""
    groups: defaultdict[Kind, list[Kind]] = defaultdict(list)
    for measure in CATALOGUE.values():
        for name, rows in measure.rows_by.items():
            conditions = _conditions_of_count(measure)
            for kind in known.all:
                if kind.rows == rows and name in kind.names:
                    groups[Kind(measure.rows, conditions, kind.without(name).parts)].append(kind)
    for anyone, kinds in groups.items():
        for holding in [anyone] if anyone in known else known.holding(anyone):
            yield from (_at_most(kind, holding) for kind in kinds)
        if anyone in known:
            yield from _covered(anyone, kinds)


def _conditions_of_count(measure: Measure) -> frozenset[str]:
    return conditions_of(measure.counts) | conditions_of(measure.out_of or "TRUE")


def _covered(anyone: Kind, kinds: list[Kind]) -> Iterator[Relation]:
    for names in {kind.names for kind in kinds}:
        parts = [kind for kind in kinds if kind.names == names]
        yield Relation((*((part, 1) for part in parts), (anyone, -1)), slack=-1)


def _focuses_in_categories(known: _Known) -> Iterator[Relation]:
    category_of = {entry.code: entry.more["category"] for entry in read_code_list("focus").entries}
    groups: defaultdict[Kind, list[Kind]] = defaultdict(list)
    for kind in known.all:
        parts = dict(kind.parts)
        code = parts.pop("focus_code", "")
        if kind.rows == "children_by_focus" and code in category_of:
            around = Kind("children_by_category", kind.conditions, ()).with_parts(
                {**parts, "focus_category": category_of[code]}
            )
            if around in known:
                groups[around].append(kind)
    for around, kinds in groups.items():
        yield from (_at_most(kind, around) for kind in kinds)
        yield from _covered(around, kinds)


def _conditions(known: _Known) -> Iterator[Relation]:
    """Rows that fulfil more conditions are among those that fulfil fewer; a condition and its opposite share none."""
    for kind in known.all:
        holding = known.holding(kind)
        yield from (_at_most(kind, wider) for wider in holding)
        for condition in kind.conditions:
            if condition.startswith("NOT "):
                yield from _opposites(known, kind, condition.removeprefix("NOT "), holding)


def _opposites(known: _Known, kind: Kind, condition: str, holding: list[Kind]) -> Iterator[Relation]:
    for conditions in known.conditions[kind.rows, kind.parts]:
        other = kind.where(conditions)
        if condition in conditions:
            for wider in set(holding) & set(known.holding(other)):
                yield Relation(((wider, 1), (kind, -1), (other, -1)), slack=-1)


def _shorter_windows(known: _Known) -> Iterator[Relation]:
    """What was found by a shorter look back is found by a longer one, if both are taken of the same whole."""
    for measure in CATALOGUE.values():
        if measure.windows and ":window" not in (measure.out_of or ""):
            counts = [counted(measure.name, f"window={months}").count for months in sorted(measure.windows)]
            for shorter, longer in pairwise(counts):
                if shorter is not None and longer is not None and shorter in known and longer in known:
                    yield _at_most(shorter, longer)


def _meetings_out_of(known: _Known) -> Iterator[Relation]:
    """An out-of that is several values of a breakdown together."""
    for measure in CATALOGUE.values():
        for name, values in measure.out_of_as.items():
            base = counted(measure.name, "all").out_of
            assert base is not None
            parts = [Kind(base.rows, frozenset(), ()).with_parts({name: value}) for value in values]
            if base in known and all(part in known for part in parts):
                yield Relation(((base, 1), *((part, -1) for part in parts)))


def _both(known: _Known, pair: tuple[str, ...]) -> Iterator[Relation]:
    """Children with both focuses have each of them; and those with the one or the other are at most all."""
    codes = [Kind("children_by_focus", frozenset(), (("focus_code", code),)) for code in pair]
    for kind in known.all:
        if BOTH in kind.conditions and len(codes) == 2 and all(code in known for code in codes):
            yield from (_at_most(kind, code) for code in codes)
            for anyone in known.all:
                if anyone.rows == kind.rows and not anyone.parts and "active_focuses <> 0" in anyone.conditions:
                    yield Relation(((anyone, 1), (codes[0], -1), (codes[1], -1), (kind, 1)), slack=-1)


def _at_most(kind: Kind, holding: Kind) -> Relation:
    return Relation(((holding, 1), (kind, -1)), slack=-1)
