"""What left the house before a new release: the entries it must respect, and whether it is one of them itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from earlyhelp.editions.files import hash_code
from earlyhelp.editions.register.entry import Entry
from earlyhelp.editions.register.register import Register, read_register
from earlyhelp.editions.register.shared_days import Printed, sharing_days
from earlyhelp.periods import Period


@dataclass(frozen=True)
class Past:
    """The register as a new release finds it.

    entries     releases of the same county that were entered before; where the new one is there already, those before
                it, so that the same edition gives the same bytes whenever it is made
    same        the entry of the new release, where it has been entered before
    made_of     see `hash_of_what_it_is_made_of`
    """

    register: Register
    made_of: str
    entries: tuple[Entry, ...]
    same: Entry | None

    def respected(self, periods: Iterable[Period]) -> tuple[Printed, ...]:
        """Return what was printed of days that belong together with those of these periods."""
        return sharing_days(self.entries, periods)

    def folders(self, printed: Iterable[Printed]) -> tuple[Path, ...]:
        """Return the folders in which these figures lie, oldest first."""
        return tuple(dict.fromkeys(self.register.folder / each.entry.folder for each in printed))


def read_past(folder: Path, county_code: str, audience: str, made_of: str) -> Past:
    """Read the register for a release.

    made_of     see `hash_of_what_it_is_made_of`
    Raises      CannotRead: the register is damaged
    """
    register = read_register(folder)
    same = register.same_as(made_of, audience)
    before = register.entries if same is None else register.entries[: same.number - 1]
    return Past(register, made_of, tuple(entry for entry in before if entry.county_code == county_code), same)


def hash_of_what_it_is_made_of(inputs: Mapping[str, str], publication: str, period: Period, places: str) -> str:
    """Return a SHA-256 over the dataset, the program and what was asked for.

    inputs      SHA-256 of each file of the dataset
    """
    days = period.first.isoformat(), period.last.isoformat()
    made_of = [sorted(inputs.items()), hash_code(), publication, days, places]
    return hashlib.sha256(json.dumps(made_of).encode()).hexdigest()
