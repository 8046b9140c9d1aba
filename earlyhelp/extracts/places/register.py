"""The schools that are known, looked up by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value
from earlyhelp.extracts.values.tidy import tidy

_URN: Final = re.compile(r"(?<![0-9A-Za-z])([0-9]{6})(?:\.0+)?(?![0-9A-Za-z])")
_LAESTAB: Final = re.compile(r"(?<![0-9A-Za-z/-])([0-9]{3})(?: ?[/-] ?| )?([0-9]{4})(?:\.0+)?(?![0-9A-Za-z/-])")


@dataclass(frozen=True, slots=True)
class School:
    """One school under one URN; "" and None where something is not recorded.

    laestab                 number of the authority and of the school in it, seven figures
    opened_on, closed_on    first and last day; None does not limit it
    """

    urn: str
    name: str
    laestab: str = ""
    district_code: str = ""
    phase: str = ""
    opened_on: date | None = None
    closed_on: date | None = None
    postcode: str = ""

    def is_open(self, on: date) -> bool:
        """Say whether the school was open on a day."""
        return (not self.opened_on or self.opened_on <= on) and (not self.closed_on or on <= self.closed_on)


class Register:
    """Schools by URN and by LAESTAB. Two registers are never equal, so that what is made from one can be kept."""

    def __init__(self, schools: Iterable[School] = ()) -> None:
        self.by_urn: Mapping[str, School] = {school.urn: school for school in schools}
        self._by_laestab: dict[str, list[School]] = {}
        self._in_district: dict[str, list[str]] = {}
        for school in self.by_urn.values():
            self._in_district.setdefault(school.district_code, []).append(school.urn)
            if number := plain_laestab(school.laestab):
                self._by_laestab.setdefault(number, []).append(school)

    @property
    def schools(self) -> tuple[School, ...]:
        """All schools, in the order they came in."""
        return tuple(self.by_urn.values())

    def urns_in(self, district_code: str) -> frozenset[str]:
        """Return the URNs of the schools of a district."""
        return frozenset(self._in_district.get(district_code, ()))

    def find_by_number(self, text: str, on: date) -> Value:
        """Return the URN of the school whose URN or LAESTAB stands in a text, alone or beside its name.

        An empty register knows nothing, so it lets every URN pass: the dataset's own checks judge it.

        on  the day that decides between schools that bore one LAESTAB after each other
        """
        plain = tidy(text)
        urns = set(_URN.findall(plain))
        laestabs = {"".join(parts) for parts in _LAESTAB.findall(plain)}
        if len(urns) + len(laestabs) != 1:
            return _not_one_number(len(urns) + len(laestabs))
        return self._find_urn(urns.pop()) if urns else self._find_laestab(laestabs.pop(), on)

    def _find_urn(self, urn: str) -> Value:
        if urn in self.by_urn or not self.by_urn:
            return urn
        return Doubt(DoubtKind.UNKNOWN, "is not in the register of schools", _ADD_SCHOOL)

    def _find_laestab(self, laestab: str, on: date) -> Value:
        bearing = self._by_laestab.get(laestab, [])
        found = bearing if len(bearing) == 1 else [school for school in bearing if school.is_open(on)]
        if len(found) == 1:
            return found[0].urn
        if not bearing:
            return Doubt(DoubtKind.UNKNOWN, "is not in the register of schools", _ADD_SCHOOL)
        urns = " or ".join(school.urn for school in found or bearing)
        when = "" if found else f", of which none was open on {on.isoformat()}"
        return Doubt(DoubtKind.AMBIGUOUS, f"could be the URN {urns}{when}", "Write the URN instead of the LAESTAB.")


_ADD_SCHOOL: Final = "Add the school to the table school, or put the number right at the source."


def register_of(rows: Iterable[Mapping[str, str | None]]) -> Register:
    """Return the register of rows of the dataset's table `school`, in its own text form; other columns are passed over.

    Raises  ValueError: a day is not written as 2016-07-31
    """
    return Register(_school(row) for row in rows if row.get("urn"))


def plain_laestab(text: str) -> str:
    """Return a LAESTAB in seven figures, for 860/1234, 860-1234 or 860 1234; "" where it is none."""
    match = _LAESTAB.fullmatch(tidy(text))
    return match[1] + match[2] if match else ""


def _school(row: Mapping[str, str | None]) -> School:
    def text(column: str) -> str:
        return row.get(column) or ""

    def day(column: str) -> date | None:
        return date.fromisoformat(text(column)) if text(column) else None

    return School(
        urn=text("urn"),
        name=text("name"),
        laestab=text("laestab"),
        district_code=text("district_code"),
        phase=text("phase"),
        opened_on=day("opened_on"),
        closed_on=day("closed_on"),
        postcode=text("postcode"),
    )


def _not_one_number(count: int) -> Doubt:
    if count:
        return Doubt(DoubtKind.AMBIGUOUS, f"holds {count} numbers of schools", "Write one URN.")
    return Doubt(DoubtKind.UNREADABLE, "is neither a URN (six figures) nor a LAESTAB (seven, as in 860/1234)")
