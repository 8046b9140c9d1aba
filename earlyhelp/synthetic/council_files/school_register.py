"""The national register's file of all establishments: every column, the county's schools and some of its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Final

from earlyhelp.synthetic.council_files.facts import Facts, day, text
from earlyhelp.synthetic.council_files.files import Line, write_text
from earlyhelp.synthetic.writing import Row

# Type of establishment by phase where the type decides, and the phase the register then gives.
_SPECIAL: Final = ("7", "Community special school", "Special schools")
_REFERRAL_UNIT: Final = ("14", "Pupil referral unit", "Local authority maintained schools")
_ACADEMY: Final = ("34", "Academy converter", "Academies")
_COMMUNITY: Final = ("1", "Community school", "Local authority maintained schools")
_NURSERY: Final = ("15", "Local authority nursery school", "Local authority maintained schools")
_NO_PHASE: Final = ("0", "Not applicable")
_PHASE: Final = {
    "nursery": ("1", "Nursery"), "primary": ("2", "Primary"), "middle_deemed_primary": ("3", "Middle deemed primary"),
    "secondary": ("4", "Secondary"), "middle_deemed_secondary": ("5", "Middle deemed secondary"),
    "sixteen_plus": ("6", "16 plus"), "all_through": ("7", "All-through"),
}  # fmt: skip
_ELSEWHERE: Final = (
    ("990001", "Harbourside Primary School", "861", "Stoke-on-Trent", "E06000021", "primary"),
    ("990002", "Saltmarsh High School", "861", "Stoke-on-Trent", "E06000021", "secondary"),
    ("990003", "Lighthouse Special School", "830", "Derbyshire", "E07000036", "special"),
    ("990004", "Driftwood Primary School", "830", "Derbyshire", "E07000036", "primary"),
)  # fmt: skip
"""Schools of other authorities, no less invented: number, name, authority, district, phase."""


def register_columns() -> tuple[str, ...]:
    """Return the names of the columns of the national register's extract, in its order.

    Source  Get Information about Schools, all establishments, 2025
    """
    lines = files("earlyhelp.synthetic.council_files").joinpath("register_columns.txt").read_text(encoding="utf-8")
    return tuple(lines.splitlines())


def write_school_register(facts: Facts, out: Path) -> None:
    """Write the file into a folder that exists."""
    names = register_columns()
    rows = [*_own_schools(facts), *_schools_elsewhere()]
    lines: list[Line] = [names, *(tuple(row.get(name, "") for name in names) for row in rows)]
    write_text(out / f"edubasealldata{facts.as_at:%Y%m%d}.csv", lines, encoding="cp1252")


def _own_schools(facts: Facts) -> Iterator[dict[str, str]]:
    for school in facts.schools.values():
        laestab, code = text(school, "laestab"), text(school, "district_code")
        yield {
            **_school(text(school, "urn"), text(school, "name"), text(school, "phase"), is_academy=_is_academy(school)),
            "LA (code)": laestab[:3], "LA (name)": "Staffordshire", "EstablishmentNumber": laestab[3:],
            "OpenDate": _dashed(day(school, "opened_on")), "CloseDate": _dashed(day(school, "closed_on")),
            "EstablishmentStatus (code)": "2" if day(school, "closed_on") else "1",
            "EstablishmentStatus (name)": "Closed" if day(school, "closed_on") else "Open",
            "NumberOfPupils": text(school, "pupils"), "Postcode": text(school, "postcode"),
            "DistrictAdministrative (code)": code, "DistrictAdministrative (name)": facts.district(code),
        }  # fmt: skip


def _schools_elsewhere() -> Iterator[dict[str, str]]:
    for urn, name, authority, authority_name, district, phase in _ELSEWHERE:
        yield {
            **_school(urn, name, phase, is_academy=False), "LA (code)": authority, "LA (name)": authority_name,
            "EstablishmentNumber": f"9{urn[-3:]}", "EstablishmentStatus (code)": "1",
            "EstablishmentStatus (name)": "Open", "DistrictAdministrative (code)": district,
        }  # fmt: skip


def _school(urn: str, name: str, phase: str, *, is_academy: bool) -> dict[str, str]:
    by_phase = {"special": _SPECIAL, "alternative_provision": _REFERRAL_UNIT, "nursery": _NURSERY}
    kind = by_phase.get(phase, _ACADEMY if is_academy else _COMMUNITY)
    phase_code, phase_name = _PHASE.get(phase, _NO_PHASE)
    return {
        "URN": urn, "EstablishmentName": name, "TypeOfEstablishment (code)": kind[0],
        "TypeOfEstablishment (name)": kind[1], "EstablishmentTypeGroup (name)": kind[2],
        "PhaseOfEducation (code)": phase_code, "PhaseOfEducation (name)": phase_name,
    }  # fmt: skip


def _is_academy(school: Row) -> bool:
    return text(school, "name").endswith("Academy")


def _dashed(on: date | None) -> str:
    return f"{on:%d-%m-%Y}" if on else ""
