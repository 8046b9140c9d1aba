"""Adds what holds between places: a county is its districts, a district its schools, and what belongs to neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set

from earlyhelp.attacker.quantities import BESIDE_SCHOOLS, NO_DISTRICT, Quantities, Sheet


def add_places(quantities: Quantities, schools: Mapping[str, tuple[str, str]], without: Set[Sheet]) -> None:
    """Add the sums over places of every sheet but those without.

    schools     URN -> (district code, phase)
    """
    for sheet in list(quantities.sheets):
        if sheet not in without:
            _add_districts(quantities, sheet)
            _add_schools(quantities, sheet, schools)


def _add_districts(quantities: Quantities, sheet: Sheet) -> None:
    places = quantities.sheets[sheet]
    districts = [index for place, index in places.items() if place[0] == "district"]
    for place in [place for place in places if place[0] == "county"]:
        if districts:
            nowhere = quantities.number(sheet, (NO_DISTRICT, place[1]))
            quantities.add(places[place], [*districts, nowhere])


def _add_schools(quantities: Quantities, sheet: Sheet, schools: Mapping[str, tuple[str, str]]) -> None:
    """Add what the schools of each district have of it; a school has its whole in the part of its own phase.

    That what is left is never below nothing is a guess: a child may live in one district and go to school in another.
    """
    for district, inside in _by_district(quantities, sheet, schools).items():
        whole = quantities.find(sheet, ("district", district))
        if whole is not None:
            beside = quantities.number(sheet, (BESIDE_SCHOOLS, district))
            quantities.may_be_below.add(beside)
            quantities.add(whole, [*inside, beside])


def _by_district(quantities: Quantities, sheet: Sheet, schools: Mapping[str, tuple[str, str]]) -> dict[str, list[int]]:
    phase = dict(sheet.group.parts).get("phase")
    at_schools = sheet if phase is None else sheet.of(sheet.group.without("phase"))
    found: dict[str, list[int]] = defaultdict(list)
    for (level, urn), index in quantities.sheets.get(at_schools, {}).items():
        if level == "school" and urn in schools and phase in (None, schools[urn][1]):
            found[schools[urn][0]].append(index)
    return found
