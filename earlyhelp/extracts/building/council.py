"""Whose data they are: the county and its districts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from earlyhelp.extracts.mapping.declare import DistrictNames, Mapping
from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong
from earlyhelp.vocabulary.district_aliases import default_aliases
from earlyhelp.vocabulary.districts import districts_of, find_county


@dataclass(frozen=True, slots=True)
class Council:
    """The authority whose files are read."""

    county_code: str
    county_name: str
    districts: tuple[DistrictNames, ...]


def find_council(mappings: Sequence[Mapping], county: str) -> Council:
    """Return the council that was asked for, or that the mappings name.

    county  its code or name; empty where the mappings say it
    Raises  MappingWrong: nobody names one, mappings name different ones, or its districts are not known
    """
    named = {mapping.county_code: mapping.county_name for mapping in mappings if mapping.county_code}
    code, name = _county(named, county)
    districts = {district.code: district for district in _shipped(code)}
    for each in (district for mapping in mappings for district in mapping.districts):
        districts[each.code] = _added_to(districts.get(each.code), each)
    if not districts:
        lacking = f"The districts of {name} ({code}) are not known."
        raise MappingWrong([f"{lacking} Write each into the mapping as [[district]], with code and name."])
    return Council(code, name, tuple(districts.values()))


def _added_to(known: DistrictNames | None, written: DistrictNames) -> DistrictNames:
    """A district of the mapping; what is known of it stays where the mapping does not say otherwise."""
    aliases = (*(known.aliases if known else ()), *written.aliases)
    return DistrictNames(written.code, written.name or (known.name if known else ""), tuple(dict.fromkeys(aliases)))


def _county(named: dict[str, str], county: str) -> tuple[str, str]:
    if county:
        if county in named:
            return county, named[county]
        try:
            found = find_county(county)
        except LookupError as error:
            raise MappingWrong([str(error)]) from None
        if named and found.code not in named:
            theirs = ", ".join(named.values())
            raise MappingWrong([f"The mapping is for {theirs}, and --county says {found.name}. Leave one of them out."])
        return found.code, found.name
    if len(named) == 1:
        return next(iter(named.items()))
    if named:
        raise MappingWrong([f"The mappings are for different counties: {', '.join(named)}. Say which with --county."])
    raise MappingWrong(["Nothing says whose data these are. Say it with --county, such as --county Staffordshire."])


def _shipped(county_code: str) -> list[DistrictNames]:
    try:
        known = districts_of(county_code)
    except LookupError:
        return []
    aliases = default_aliases()
    return [
        DistrictNames(each.code, each.name, tuple(alias for alias in aliases.get(each.code, "").split(";") if alias))
        for each in known
    ]
