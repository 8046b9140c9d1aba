"""How well the texts of a column fit a column of the dataset, whatever its heading says."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from earlyhelp.dataset.declare import Column, Kind
from earlyhelp.extracts.proposals.column_profile import ColumnProfile, Trait
from earlyhelp.extracts.proposals.places_named import share_of_districts
from earlyhelp.extracts.proposals.words import words_of
from earlyhelp.vocabulary.code_lists import read_code_list

LEAST_FITTING: Final = 0.5
LEAST_DISTRICTS: Final = 0.3
LIKELY_BY_VALUES: Final = 0.6
UNSAID: Final = 0.15
_UNTOLD: Final = 0.25
_MADE_OF_PERSONS: Final = frozenset({"worker"})


@lru_cache(maxsize=100_000)
def value_fit(profile: ColumnProfile, column: Column, owner: str, is_own_key: bool, county_code: str) -> float | None:
    """Return how well the texts of a column fit, from 0 to 1, whatever its heading; None where they cannot be it."""
    if not profile.filled:
        return _UNTOLD
    if column.name in ("urn", "successor_urn"):
        return _at_least(profile.share(Trait.SCHOOL_NUMBER), LEAST_FITTING)
    if column.refers_to == "school":
        number = profile.share(Trait.SCHOOL_NUMBER)
        return _at_least(max(number, 0.9 * profile.share(Trait.SCHOOL_NAME)), 0.3)
    if names_districts(column):
        return _district_fit(profile, county_code)
    if owner:
        return _id_fit(profile, owner, is_own_key)
    match column.kind:
        case Kind.DATE:
            return _day_fit(profile, column)
        case Kind.CODE:
            return _code_fit(profile, column)
        case Kind.FLAG:
            return _at_least(profile.share(Trait.FLAG), LEAST_FITTING)
        case Kind.NUMBER:
            wanted = profile.share(Trait.NUMBER)
            return _at_least(wanted, LEAST_FITTING)
        case _:
            return _text_fit(profile, column)


def names_districts(column: Column) -> bool:
    """Say whether a column of the dataset names districts."""
    return column.refers_to == "district" or column.name == "district_code"


def _district_fit(profile: ColumnProfile, county_code: str) -> float | None:
    share = max(share_of_districts(profile, county_code), profile.share(Trait.AREA_CODE))
    # Councils divide themselves as they like, and districts come and go.
    is_of_own_places = profile.is_a_list and profile.share(Trait.LETTERS) >= LIKELY_BY_VALUES
    return max(share, _UNTOLD) if is_of_own_places else _at_least(share, LEAST_DISTRICTS)


def _at_least(share: float, least: float) -> float | None:
    return share if share >= least else None


def _id_fit(profile: ColumnProfile, owner: str, is_own_key: bool) -> float | None:
    if profile.share(Trait.DAY) > 0.5 or profile.share(Trait.LONG) > 0.3 or profile.share(Trait.EMAIL) > 0.5:
        return None
    named = max(profile.share(Trait.FULL_NAME), profile.share(Trait.SURNAME_FIRST))
    if named > 0.5:
        # A list of staff has numbers for them, where there are numbers.
        return None if owner not in _MADE_OF_PERSONS else 0.4 if is_own_key else 0.6
    if profile.share(Trait.FLAG) > 0.9 and profile.distinct <= 3 and profile.rows > 10:
        return None
    if profile.share(Trait.SCHOOL_NAME) > 0.5 or profile.share(Trait.POSTCODE) > 0.5:
        return None
    if profile.share(Trait.LETTERS) > 0.9 and profile.is_a_list and owner not in _MADE_OF_PERSONS:
        return None
    fits = 0.7 if profile.share(Trait.LETTERS) < 0.5 else 0.3
    if is_own_key:
        return fits + 0.3 if profile.is_unique else fits - 0.2
    return fits + (0.1 if profile.distinct > 1 else -0.2)


def _day_fit(profile: ColumnProfile, column: Column) -> float | None:
    days = profile.share(Trait.DAY)
    if column.name == "month":
        return _at_least(max(days, profile.share(Trait.MONTH)), LEAST_FITTING)
    if days < LEAST_FITTING and "day" in words_of(profile.name):
        days = profile.share(Trait.SERIAL)
    if "month" in words_of(profile.name):
        days = max(days, profile.share(Trait.MONTH))
    return _at_least(days, 0.4)


def _code_fit(profile: ColumnProfile, column: Column) -> float | None:
    assert column.codes
    known, _ = profile.code_share(column.codes)
    if profile.share(Trait.DAY) > 0.5:
        return None
    if profile.share(Trait.NUMBER) > 0.8 and known < 0.8:
        return UNSAID if profile.is_a_list and profile.distinct <= len(read_code_list(column.codes).entries) else None
    if known >= 0.8:
        return known
    if not profile.is_a_list and profile.distinct > 30:
        return None
    return max(known, 0.85 * profile.meant_share(column.codes), UNSAID)


def _text_fit(profile: ColumnProfile, column: Column) -> float | None:
    match column.name:
        case "postcode":
            return _at_least(profile.share(Trait.POSTCODE), LEAST_FITTING)
        case "upn":
            return _at_least(profile.share(Trait.UPN), LEAST_FITTING)
        case "nhs_number":
            return _at_least(profile.share(Trait.NHS), LEAST_FITTING)
        case "laestab":
            return _at_least(profile.share(Trait.SCHOOL_NUMBER), LEAST_FITTING)
        case "forename" | "surname" | "former_surname":
            # Two words in most cells are a whole name.
            is_whole = profile.share(Trait.FULL_NAME) > LEAST_FITTING
            return None if is_whole else _at_least(profile.share(Trait.NAME), LEAST_FITTING)
        case _:
            is_other = profile.share(Trait.DAY) > 0.5 or profile.share(Trait.EMAIL) > 0.5
            return None if is_other else 0.5
