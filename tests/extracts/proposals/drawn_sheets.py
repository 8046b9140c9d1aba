"""Sheets drawn column by column, of invented people, with what each column is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from earlyhelp.extracts.files.sheet import Sheet

_ROWS = 40
FORENAMES = ("Ada", "Bilal", "Cerys", "Dev", "Esme", "Finlay", "Grace", "Hamza", "Isla", "Jude", "Kofi", "Lena")
SURNAMES = ("Archer", "Begum", "Cartwright", "Dunn", "Evans", "Farrow", "Gill", "Harte", "Iqbal", "Jarvis", "Kaur")
SCHOOLS = (
    "Oakfield Primary School", "St Bede's CE Primary", "Hilltop High School", "Meadow Bank Academy",
    "Brook Lane Infant School", "Thornley College", "The Elms Special School", "Riverside Nursery",
)  # fmt: skip
DISTRICTS = ("Stafford", "Cannock Chase", "Lichfield", "Tamworth", "Newcastle-under-Lyme", "East Staffordshire")

Make = Callable[[Random, int], str]


@dataclass(frozen=True)
class Drawn:
    """A sheet, and what each of its columns is: the slots that are right, none where it has no place."""

    sheet: Sheet
    right: dict[str, frozenset[tuple[str, str]]]


def day(random: Random, row: int) -> str:
    return (date(2015, 9, 1) + timedelta(days=random.randrange(330))).strftime("%d/%m/%Y")


def birth(random: Random, row: int) -> str:
    return (date(2000, 1, 1) + timedelta(days=random.randrange(5000))).strftime("%d/%m/%Y")


def iso_day(random: Random, row: int) -> str:
    return (date(2015, 9, 1) + timedelta(days=random.randrange(330))).isoformat()


def some(make: Make, share: float = 0.6) -> Make:
    return lambda random, row: make(random, row) if random.random() < share else ""


def of(*texts: str) -> Make:
    return lambda random, row: random.choice(texts)


def count(start: int, before: str = "", each: int = 1) -> Make:
    return lambda random, row: f"{before}{start + row // each}"


def digits(low: int, high: int) -> Make:
    return lambda random, row: str(random.randint(low, high))


def fte(random: Random, row: int) -> str:
    return f"{random.randrange(10, 160) / 10:.1f}"


def words(random: Random, row: int) -> str:
    return " ".join(random.choice(("family", "visited", "agreed", "plan", "school", "will", "again")) for _ in range(9))


def full_name(random: Random, row: int) -> str:
    return f"{random.choice(FORENAMES)} {random.choice(SURNAMES)}"


def surname_first(random: Random, row: int) -> str:
    return f"{random.choice(SURNAMES)}, {random.choice(FORENAMES)}"


def upn(random: Random, row: int) -> str:
    return f"A{random.randrange(10**11, 10**12)}"


forename, surname = of(*FORENAMES), of(*SURNAMES)
school, district = of(*SCHOOLS), of(*DISTRICTS)
urn, laestab = digits(123000, 125500), digits(8602000, 8604999)
postcode = of("ST16 1AA", "WS11 2BB", "DE14 3CC", "B77 4DD", "ST5 5EE")
year_group = of("Year 1", "Year 4", "Year 7", "Reception", "Year 10")
sex, ethnic = of("Male", "Female"), of("White British", "Pakistani", "Any other White background", "Indian")
yes = of("Yes", "No")

Column = tuple[str, str, Make]


def sheet(
    file: str, name: str, columns: list[Column], above: tuple[tuple[str, ...], ...] = (), rows: int = _ROWS,
    below: tuple[tuple[str, ...], ...] = (), groups: tuple[str, ...] = (),
) -> Drawn:  # fmt: skip
    random = Random(f"{file} {name}")
    data = [[make(random, row) for _, _, make in columns] for row in range(rows)]
    head = [list(line) for line in above]
    lines = [*head, *([list(groups)] if groups else []), [name for name, _, _ in columns], *data, *map(list, below)]
    right: dict[str, frozenset[tuple[str, str]]] = {
        heading: frozenset((slot.partition(".")[0], slot.partition(".")[2]) for slot in slots.split())
        for heading, slots, _ in columns
    }
    return Drawn(Sheet(file, name, list(range(1, len(lines) + 1)), lines), right)
