"""Identities: names, postcodes and numbers of invented people, kept apart from everything else.

A referral writes down the same person with the slips real referrals have: another spelling, day and month
swapped, an old address, a number left out. All numbers are of ranges that are never issued.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date

from earlyhelp.synthetic.chance import Chance
from earlyhelp.synthetic.families import Family
from earlyhelp.synthetic.identifiers import nhs_number, upn
from earlyhelp.synthetic.names import BOYS, GIRLS, MEN, SURNAMES, WOMEN
from earlyhelp.synthetic.referrals import Referral
from earlyhelp.synthetic.schools import District, invented_postcode
from earlyhelp.synthetic.writing import Book

AUTHORITY = 860
SLIPS = ("spelling", "forename", "swapped_date", "wrong_year", "moved", "no_postcode", "surname", "sex_unknown")


@dataclass(frozen=True, slots=True)
class Identity:
    forename: str
    surname: str
    former_surname: str | None
    date_of_birth: date | None
    sex: str
    postcode: str | None
    upn: str | None
    nhs_number: str | None

    def row(self, **key: str) -> dict[str, object]:
        return {**key, **{name: getattr(self, name) for name in self.__slots__}}


class _Numbers:
    """Serial numbers turned into UPNs and NHS numbers, each used once."""

    def __init__(self) -> None:
        self._upns = 0
        self._nhs = 0

    def upn(self, year: int) -> str:
        self._upns += 1
        return upn(AUTHORITY, 9000 + self._upns // 1000 % 1000, year + self._upns // 1_000_000, self._upns % 1000)

    def nhs(self) -> str | None:
        """None once the million numbers of the range are used up."""
        while self._nhs < 1_000_000:
            number = nhs_number(self._nhs * 372_293 % 1_000_000)
            self._nhs += 1
            if number:
                return number
        return None


def write_identities(
    book: Book, families: list[Family], referrals: list[Referral], districts: list[District], chance: Chance
) -> None:
    """Fill identity and referral_identity."""
    stream = chance.stream("identities")
    numbers = _Numbers()
    by_person: dict[str, Identity] = {}
    add = book.adder("identity")
    for family in families:
        by_person.update(_of_family(family, stream, numbers))
    for person_id, identity in by_person.items():
        add(identity.row(person_id=person_id))
    _write_referral_identities(book, referrals, by_person, districts, chance.stream("slips"), numbers)


def _of_family(family: Family, stream: random.Random, numbers: _Numbers) -> dict[str, Identity]:
    """Children share their surname, parents mostly too; everybody lives at one postcode."""
    surname = stream.choice(SURNAMES)
    postcode = invented_postcode(stream, family.district.code)
    people: dict[str, Identity] = {}
    used: set[str] = set()
    for child in family.children:
        forename = _forename(stream, child.sex, used)
        is_pupil = child.date_of_birth <= family.known_from.replace(year=family.known_from.year - 4, day=1)
        people[child.person_id] = Identity(
            forename, surname, stream.choice(SURNAMES) if stream.random() < 0.03 else None, child.date_of_birth,
            child.sex, postcode, numbers.upn(child.date_of_birth.year + 5) if is_pupil else None,
            numbers.nhs() if stream.random() < 0.9 else None,
        )  # fmt: skip
    for adult in family.adults:
        names = WOMEN if adult.sex == "F" else MEN
        own = surname if stream.random() < 0.72 else stream.choice(SURNAMES)
        former = stream.choice(SURNAMES) if adult.sex == "F" and stream.random() < 0.3 else None
        people[adult.person_id] = Identity(
            stream.choice(names), own, former, adult.date_of_birth, adult.sex, postcode, None,
            numbers.nhs() if stream.random() < 0.3 else None,
        )  # fmt: skip
    return people


def _forename(stream: random.Random, sex: str, used: set[str]) -> str:
    """A forename no brother or sister has."""
    names = GIRLS if sex == "F" else BOYS
    while (forename := stream.choice(names)) in used:
        pass
    used.add(forename)
    return forename


def _write_referral_identities(
    book: Book,
    referrals: list[Referral],
    by_person: dict[str, Identity],
    districts: list[District],
    stream: random.Random,
    numbers: _Numbers,
) -> None:
    add = book.adder("referral_identity")
    for referral in referrals:
        if referral.known:
            identity = _with_slips(by_person[referral.known.person_id], stream, districts)
        else:
            identity = _stranger(referral, stream, districts, numbers)
        row = identity.row(referral_id=referral.referral_id)
        del row["former_surname"]
        add(row)


def _stranger(referral: Referral, stream: random.Random, districts: list[District], numbers: _Numbers) -> Identity:
    sex = stream.choice("MF")
    years = stream.randint(0, 17) if referral.age_years is None else referral.age_years
    born = date.fromordinal(referral.received_on.toordinal() - round((years + stream.random() * 0.98) * 365.25) - 1)
    return Identity(
        stream.choice(GIRLS if sex == "F" else BOYS), stream.choice(SURNAMES), None, born, sex,
        invented_postcode(stream, stream.choice(districts).code),
        numbers.upn(born.year + 5) if years >= 5 and stream.random() < 0.5 else None,
        numbers.nhs() if stream.random() < 0.6 else None,
    )  # fmt: skip


def _with_slips(true: Identity, stream: random.Random, districts: list[District]) -> Identity:
    """The person as somebody else wrote it down: numbers often left out, and a slip in about a third."""
    told = replace(
        true,
        former_surname=None,
        upn=true.upn if stream.random() < 0.5 else None,
        nhs_number=true.nhs_number if stream.random() < 0.6 else None,
    )
    if stream.random() < 0.36:
        told = _slip(told, stream.choice(SLIPS), stream, districts)
    return told


def _slip(told: Identity, slip: str, stream: random.Random, districts: list[District]) -> Identity:
    born = told.date_of_birth
    if slip == "spelling":
        return replace(told, surname=_misspelt(told.surname, stream))
    if slip == "forename":
        return replace(told, forename=_misspelt(told.forename, stream))
    if slip == "swapped_date" and born and born.day <= 12:
        return replace(told, date_of_birth=date(born.year, born.day, born.month))
    if slip == "wrong_year" and born:
        return replace(told, date_of_birth=date(born.year - 1, born.month, min(born.day, 28)))
    if slip == "surname":
        return replace(told, surname=stream.choice(SURNAMES))
    if slip == "sex_unknown":
        return replace(told, sex="U")
    moved = invented_postcode(stream, stream.choice(districts).code) if slip == "moved" else None
    return replace(told, postcode=moved)


def _misspelt(name: str, stream: random.Random) -> str:
    """One letter doubled, dropped or changed places with the next."""
    place = stream.randint(1, len(name) - 2)
    changes = (
        name[:place] + name[place] + name[place:],
        name[:place] + name[place + 1 :],
        name[:place] + name[place + 1] + name[place] + name[place + 2 :],
    )
    return stream.choice(changes)
