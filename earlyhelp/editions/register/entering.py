"""A release is entered into the register, once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.disclosure.policies import POLICIES
from earlyhelp.editions.register.entry import TO_WHOM, Entry, policy_in_words
from earlyhelp.editions.register.past import Past
from earlyhelp.editions.register.register import enter
from earlyhelp.periods import Period


@dataclass(frozen=True, slots=True)
class Released:
    """A release that is to leave the house.

    places      whose figures they are
    texts       its figures by name of the file, as they are printed
    """

    county_code: str
    publication: str
    period: Period
    as_at: date
    audience: str
    places: str
    made_of: str
    texts: dict[str, str]


def enter_once(past: Past, released: Released, published_on: date) -> Entry:
    """Enter a release, or return its entry where it is there already.

    Raises  CannotRead: it is there, and its figures are others, though everything it was made of is the same
    """
    entry = Entry(
        0, published_on, released.county_code, released.publication, released.period, released.as_at,
        released.audience, TO_WHOM[released.audience], released.places,
        policy_in_words(POLICIES[released.audience]), released.made_of, {},
    )  # fmt: skip
    if past.same is None:
        return enter(past.register, entry, released.texts)
    _check_same(past.register.folder, past.same, released)
    return past.same


def _check_same(folder: Path, same: Entry, released: Released) -> None:
    hashes = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in released.texts.items()}
    if hashes != same.files:
        raise CannotRead(
            f"{folder} has this edition as {same.in_words} with other figures, though it was made of the same. "
            "The register, or the program, was changed by hand."
        )
