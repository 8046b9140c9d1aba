"""Cases that look wrong and may be right: each is kept and asked about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from earlyhelp.dataset.validation.case_queries import CASE_QUERIES
from earlyhelp.synthetic.dirt.planting import Fault, Field
from earlyhelp.synthetic.identifiers import nhs_number, upn

DAY = timedelta(days=1)


def plant_cases(field: Field) -> None:
    """Plant one of every declared query that is not about the order of two days."""
    born = date(field.as_at.year - 10, 1, 1)
    family = field.clean("family")
    field.clean("involvement", family_id=family)
    overlaps = {"family_id": family, "started_on": field.some_day}
    special = next((s["urn"] for s in field.book.rows["school"] if s["phase"] == "special"), None)
    tuesday = field.some_day - field.some_day.weekday() * DAY + DAY
    planted: Mapping[str, Mapping[str, object]] = {
        "EH0601Q": overlaps,
        "EH0602Q": {"role": "child"},
        "EH0603Q": {"source_code": "2A", "school_urn": None},
        "EH0604Q": {"signed_off_on": None},
        "EH0605Q": {"person_id": field.child(), "school_urn": special, "sen_provision": "N"},
        "EH0606Q": {"person_id": field.child(date_of_birth=born), "nc_year": "1"},
        "EH0607Q": {"person_id": field.child(date_of_birth=born), "nc_year": "11"},
        "EH0608Q": {"person_id": field.child(date_of_birth=born), "nc_year": "R"},
        "EH0609Q": {"person_id": field.child(), "upn": _other_letter(upn(860, 9999, 10, 1))},
        "EH0610Q": {"person_id": field.child(), "nhs_number": _other_digit()},
        "EH0611Q": {"referral_id": field.clean("referral"), "upn": _other_letter(upn(860, 9999, 10, 2))},
        "EH0612Q": {"referral_id": field.clean("referral"), "nhs_number": _other_digit()},
        "EH0613Q": {"ended_on": None},
        "EH0614Q": {"person_id": field.child(), "week_starting": tuesday},
        "EH0615Q": {"person_id": field.child(), "week_starting": tuesday - DAY, "sessions_attended": 11,
                    "sessions_possible": 10},
        "EH0616Q": {"month": date(field.as_at.year, 2, 15)},
    }  # fmt: skip
    for query in CASE_QUERIES:
        field.faulty(query.table, Fault(query.id, "kept", query.column), **planted[query.id])


def _other_letter(number: str) -> str:
    """The number with a check letter that is not its own."""
    return ("A" if number[0] != "A" else "B") + number[1:]


def _other_digit() -> str:
    number = next(filter(None, map(nhs_number, range(999_900, 1_000_000))))
    return number[:9] + str((int(number[9]) + 1) % 10)
