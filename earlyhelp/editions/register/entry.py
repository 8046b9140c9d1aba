"""One line of the register: a release that left the house, and the files of its figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from earlyhelp.disclosure.policies import COUNTY, DISTRICT, SCHOOL, Policy
from earlyhelp.editions.files import FIGURES_EARLIER_FILE, FIGURES_FILE
from earlyhelp.periods import Period, read_day, read_period

COLUMNS: Final = (
    "number", "published_on", "county_code", "publication", "period_start", "period_end", "as_at", "audience",
    "to_whom", "places", "policy", "made_of", "figures_sha256", "figures_a_year_earlier_sha256",
)  # fmt: skip
TO_WHOM: Final = {"public": "anyone", "forum": "Schools Forum", "school": "head teachers"}
_HASH: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One release.

    number      from 1, in the order in which they were entered
    places      whose figures they are: county, districts, schools, all, or level and code of one place
    policy      what was hidden, in a few words
    made_of     SHA-256 over the dataset, the program and what was asked for: two releases with the same are the same
    files       SHA-256 of its figures by name of the file
    """

    number: int
    published_on: date
    county_code: str
    publication: str
    period: Period
    as_at: date
    audience: str
    to_whom: str
    places: str
    policy: str
    made_of: str
    files: Mapping[str, str]

    @property
    def folder(self) -> str:
        return f"{self.number:04d}"

    @property
    def periods(self) -> Mapping[str, Period]:
        """The period of each of its files."""
        known = {FIGURES_FILE: self.period, FIGURES_EARLIER_FILE: self.period.same_period_last_year}
        return {name: period for name, period in known.items() if name in self.files}

    @property
    def in_words(self) -> str:
        return f"release {self.number} of {self.published_on.isoformat()}"


def row_of(entry: Entry) -> tuple[str, ...]:
    """Return the entry as a row of releases.csv."""
    days = entry.period.first.isoformat(), entry.period.last.isoformat()
    return (
        str(entry.number), entry.published_on.isoformat(), entry.county_code, entry.publication, *days,
        entry.as_at.isoformat(), entry.audience, entry.to_whom, entry.places, entry.policy, entry.made_of,
        entry.files[FIGURES_FILE], entry.files.get(FIGURES_EARLIER_FILE, ""),
    )  # fmt: skip


def entry_of(row: list[str]) -> Entry:
    """Return the entry of a row of releases.csv. Raises ValueError: the row is not one that this program writes."""
    text = dict(zip(COLUMNS, row, strict=True))
    hashes = {FIGURES_FILE: text["figures_sha256"], FIGURES_EARLIER_FILE: text["figures_a_year_earlier_sha256"]}
    files = {name: sha256 for name, sha256 in hashes.items() if sha256 or name == FIGURES_FILE}
    if not all(_HASH.fullmatch(sha256) for sha256 in (*files.values(), text["made_of"])):
        raise ValueError("A hash is not one.")
    return Entry(
        int(text["number"]), read_day(text["published_on"]), text["county_code"], text["publication"],
        read_period(text["period_start"], text["period_end"]), read_day(text["as_at"]), text["audience"],
        text["to_whom"], text["places"], text["policy"], text["made_of"], files,
    )  # fmt: skip


def policy_in_words(policy: Policy) -> str:
    """Return what a policy hides in a few words, such as "below 5; county, district; school 0 to 4"."""
    levels = [
        f"{level} 0 to {policy.below - 1}" if policy.hides_zeros(level) else level
        for level in (COUNTY, DISTRICT, SCHOOL)
        if level in policy.levels
    ]
    return "; ".join((f"below {policy.below}", *levels))
