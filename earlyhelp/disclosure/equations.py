"""Every equation between the quantities of a publication: kinds, places, months and pieces of time.

Source: docs/rules/protection.md
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from earlyhelp.disclosure.kinds import Kind
from earlyhelp.disclosure.publication import KnownSchool
from earlyhelp.disclosure.quantities import SCHOOL, Place, Quantities, Quantity
from earlyhelp.disclosure.relations import Relation, relations
from earlyhelp.disclosure.time_pieces import Calendar, when
from earlyhelp.measures.catalogue import ROWS
from earlyhelp.measures.declare import OverTime
from earlyhelp.periods import Period

Equation = tuple[tuple[int, int], ...]

# Rows of no district, and rows of a district that are of none of its schools: places that nothing prints.
NOT_KNOWN: Final[Place] = ("district", "")
REST: Final = "rest of district"


class Equations:
    """Builds all equations between quantities; numbers that nothing prints are entered on the way."""

    def __init__(
        self,
        quantities: Quantities,
        schools: Mapping[str, KnownSchool],
        periods: Iterable[Period],
        pair: tuple[str, ...],
    ) -> None:
        """Take the quantities of all periods.

        periods     those of the publication and of what was published before, without the pieces between
        pair        codes of the two commonest focuses
        """
        self._quantities = quantities
        self._schools = schools
        self._periods = tuple(dict.fromkeys(periods))
        self._calendar = Calendar.of(self._periods)
        self._by_kind: defaultdict[Kind, dict[tuple[Period, Place], int]] = defaultdict(dict)
        self._pair = pair
        self.slacks: dict[tuple[int, int], int] = {}
        # Declared relations that these figures contradict; none, while declarations and calculation agree.
        self.untrue: list[Relation] = []
        # Districts with fewer rows than their schools have, since rows and schools lie in different districts.
        self.crossed: list[int] = []
        # And the rows of these schools.
        self._held: dict[int, int] = {}
        # Number -> (whole, part) of whoever was there on some day of a longer period and of a shorter one within it.
        self.longer_times: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        self._index()

    def all(self) -> list[Equation]:
        """Return every equation; its terms are (number of a quantity, sign) and add up to 0."""
        found = [*self._of_places()]
        self._index()
        found += self._of_time()
        self._index()
        found += self._of_kinds()
        return found

    def rest(self, count: int, out_of: int) -> int:
        """Return the number of what is left of an out-of beside a count; it is at least 0."""
        values = self._quantities.values
        if (out_of, count) not in self.slacks:
            self.slacks[out_of, count] = self._quantities.unprinted(values[out_of] - values[count])
        return self.slacks[out_of, count]

    def of_rests(self) -> Iterator[Equation]:
        """Yield the equation of each rest that was asked for."""
        for (out_of, count), rest in self.slacks.items():
            yield (out_of, 1), (count, -1), (rest, -1)

    def _index(self) -> None:
        for quantity, number in self._quantities.number.items():
            self._by_kind[quantity.kind][quantity.time, quantity.place] = number

    def _of_places(self) -> Iterator[Equation]:
        for kind, numbers in list(self._by_kind.items()):
            by_time: defaultdict[Period, dict[Place, int]] = defaultdict(dict)
            for (time, place), number in numbers.items():
                by_time[time][place] = number
            for time, at in by_time.items():
                yield from self._county_and_districts(kind, time, at)
                yield from self._districts_and_schools(kind, time, at)

    def _county_and_districts(self, kind: Kind, time: Period, at: Mapping[Place, int]) -> Iterator[Equation]:
        districts = [number for place, number in at.items() if place[0] == "district"]
        county = [number for place, number in at.items() if place[0] == "county"]
        if districts and county:
            yield self._with_rest(county[0], districts, Quantity(kind, NOT_KNOWN, time))

    def _districts_and_schools(self, kind: Kind, time: Period, at: Mapping[Place, int]) -> Iterator[Equation]:
        """A district holds its schools, and rows that are of none of them."""
        for place, district in at.items():
            if place[0] != "district":
                continue
            schools = self._schools_in(kind, time, place[1])
            if schools:
                yield self._with_rest(district, schools, Quantity(kind, (REST, place[1]), time))

    def _schools_in(self, kind: Kind, time: Period, district: str) -> list[int]:
        """Return the quantities of a district's schools that are parts of a kind: all, or those of one phase."""
        parts = dict(kind.parts)
        phase = parts.pop("phase", "")
        if phase:
            needed = ROWS[kind.rows].applies_to.get("phase")
            parts |= dict([needed] if needed else [])
        for name, value in ROWS[kind.rows].of_schools.items():
            if kind.rows not in self._quantities.mixed:
                if parts.get(name, value) != value:
                    return []
                parts.pop(name, None)
        of_school = self._by_kind.get(kind.with_parts(parts), {})
        return [
            number
            for (when_counted, (level, code)), number in of_school.items()
            if level == SCHOOL
            and when_counted == time
            and (school := self._schools.get(code)) is not None
            and school.district == district
            and phase in ("", school.phase)
        ]

    def _with_rest(self, whole: int, parts: list[int], rest: Quantity) -> Equation:
        values = self._quantities.values
        left = values[whole] - sum(values[part] for part in parts)
        if left < 0:
            self.crossed.append(whole)
            self._held[whole] = values[whole] - left
            return ()
        return (whole, 1), *((part, -1) for part in parts), (self._quantities.take(rest, left), -1)

    def _of_time(self) -> Iterator[Equation]:
        """A period's events are those of its pieces, and its months'."""
        for kind, numbers in list(self._by_kind.items()):
            if kind.over_time is OverTime.DURING:
                self._note_longer_times(numbers)
            if kind.over_time is OverTime.EVENTS:
                calendar = (
                    self._calendar.with_months(self._periods) if kind in self._quantities.monthly else self._calendar
                )
                for (time, place), number in list(numbers.items()):
                    pieces = calendar.pieces(time)
                    if len(pieces) > 1:
                        yield from self._pieces(kind, place, number, pieces, numbers)

    def _note_longer_times(self, numbers: Mapping[tuple[Period, Place], int]) -> None:
        """Whoever was there in a period was there in any longer one around it; the equations come with all rests."""
        values = self._quantities.values
        for (time, place), part in numbers.items():
            for longer in self._periods:
                whole = numbers.get((longer, place))
                is_around = longer != time and longer.first <= time.first and time.last <= longer.last
                if is_around and whole is not None and values[part] <= values[whole]:
                    self.rest(part, whole)
                    self.longer_times[part].append((whole, part))
                    self.longer_times[whole].append((whole, part))

    def _pieces(
        self,
        kind: Kind,
        place: Place,
        whole: int,
        pieces: tuple[Period, ...],
        numbers: Mapping[tuple[Period, Place], int],
    ) -> Iterator[Equation]:
        known = [numbers.get((piece, place)) for piece in pieces]
        missing = [piece for piece, number in zip(pieces, known, strict=True) if number is None]
        left = self._quantities.values[whole] - sum(self._quantities.values[each] for each in known if each is not None)
        if not missing and left == 0:
            yield (whole, 1), *((each, -1) for each in known if each is not None)
        elif len(missing) == 1 and left >= 0:
            number = self._quantities.take(Quantity(kind, place, missing[0]), left)
            yield (whole, 1), *((number if each is None else each, -1) for each in known)

    def _of_kinds(self) -> Iterator[Equation]:
        kinds = list(self._by_kind)
        for relation in relations(kinds, self._pair):
            if all(kind.over_time is OverTime.EVENTS for kind, _ in relation.terms):
                frames = dict.fromkeys(piece for each in self._periods for piece in self._calendar.pieces(each))
            else:
                frames = dict.fromkeys(self._periods)
            for frame in frames:
                yield from self._instances(relation, frame)

    def _instances(self, relation: Relation, frame: Period) -> Iterator[Equation]:
        """Yield a relation at each place where all its kinds are known at the time."""
        first, *_ = relation.terms
        at = when(first[0], frame)
        for (time, place), _ in list(self._by_kind[first[0]].items()):
            if time == at:
                terms = self._terms(relation, place, frame)
                if terms is not None:
                    yield from self._closed(relation, terms, place)
                    self._note_led_astray(terms)

    def _note_led_astray(self, terms: Sequence[tuple[int, int]]) -> None:
        """Note parts beside which a district has no room for its schools, where another part has fewer rows than they.

        That other part is hidden; a reader who takes it to hold its schools would think too little of them all.
        """
        if not any(number in self._held for number, _ in terms):
            return
        values = self._quantities.values
        over = sum(-sign * self._held.get(number, values[number]) for number, sign in terms)
        parts = [number for number, sign in terms if sign < 0 and number not in self._held]
        for number in sorted(parts, key=lambda part: (-values[part], part)):
            if over <= 0 or values[number] == 0:
                return
            self.crossed.append(number)
            over -= values[number]

    def _terms(self, relation: Relation, place: Place, frame: Period) -> list[tuple[int, int]] | None:
        found: list[tuple[int, int]] = []
        for kind, sign in relation.terms:
            number = self._quantities.number.get(self._quantities.quantity(kind, place, frame))
            if number is None:
                return None
            found.append((number, sign))
        return found

    def _closed(self, relation: Relation, terms: list[tuple[int, int]], place: Place) -> Iterator[Equation]:
        slack = relation.slack
        together: defaultdict[int, int] = defaultdict(int)
        for number, sign in terms:
            together[number] += sign
        left = [(number, sign) for number, sign in together.items() if sign]
        over = sum(self._quantities.values[number] * sign for number, sign in left)
        if (slack == 0 and over != 0) or over * -slack < 0:
            # The rest of a district beside its schools is no group of rows where schools lie in one district and their
            # rows in another.
            self.untrue += [relation] if place[0] != REST else []
            return
        if not left:
            return
        if slack and len(left) == 2 and sorted(sign for _, sign in left) == [-1, 1]:
            larger, smaller = sorted(left, key=lambda term: -term[1])
            self.rest(smaller[0], larger[0])  # its equation comes with all rests
        elif slack:
            yield *left, (self._quantities.unprinted(over * -slack), slack)
        else:
            yield tuple(left)
