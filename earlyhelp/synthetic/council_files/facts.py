"""The facts of an invented county, as the makers of council files ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cached_property

from earlyhelp.synthetic.writing import Book, Row
from earlyhelp.vocabulary.code_lists import read_code_list


class Facts:
    """The tables of a county, found by what they are about.

    as_at   the last day the files speak for
    """

    def __init__(self, book: Book, as_at: date) -> None:
        self.as_at = as_at
        self._rows = book.rows

    def rows(self, table: str) -> Sequence[Row]:
        return self._rows[table]

    @cached_property
    def schools(self) -> dict[str, Row]:
        return {text(row, "urn"): row for row in self.rows("school")}

    @cached_property
    def people(self) -> dict[str, Row]:
        return {text(row, "person_id"): row for row in self.rows("person")}

    @cached_property
    def names(self) -> dict[str, str]:
        """Surname and forename of each person, as registers write them."""
        return {
            text(row, "person_id"): f"{text(row, 'surname').upper()}, {text(row, 'forename')}"
            for row in self.rows("identity")
        }

    def grouped(self, table: str, column: str) -> dict[str, list[Row]]:
        """Return the rows of a table by the text of one of its columns, in their order."""
        groups: dict[str, list[Row]] = {}
        for row in self.rows(table):
            groups.setdefault(text(row, column), []).append(row)
        return groups

    def district(self, code: str, *, ending: str = "") -> str:
        """Return the name of a district: the first of its aliases with that ending, else the name itself."""
        row = next(row for row in self.rows("district") if row["district_code"] == code)
        aliases = text(row, "aliases").split(";")
        return next((alias for alias in aliases if ending and alias.endswith(ending)), text(row, "name"))

    def short_district(self, code: str) -> str:
        """Return the shortest way people write a district that is still words: Newcastle, East Staffs, Moorlands."""
        row = next(row for row in self.rows("district") if row["district_code"] == code)
        return next((alias for alias in text(row, "aliases").split(";") if not alias.isupper()), text(row, "name"))


def text(row: Row, column: str) -> str:
    """Return a value as text, empty where it is not recorded."""
    value = row.get(column)
    return "" if value is None else str(value)


def day(row: Row, column: str) -> date | None:
    """Return a day, None where it is not recorded."""
    value = row.get(column)
    return value if isinstance(value, date) else None


def british(value: date | None) -> str:
    """Return a day as 31/07/2016, empty for None."""
    return f"{value:%d/%m/%Y}" if value else ""


def moment(value: date | None) -> str:
    """Return a day as programs export it, 2016-07-31T00:00:00, empty for None."""
    return datetime(value.year, value.month, value.day).isoformat() if value else ""


def label(code_list: str, code: str) -> str:
    """Return the label of a code, empty where there is none."""
    return read_code_list(code_list).meaning(code) if code else ""


def lettered(code_list: str, code: str, *, words: bool) -> str:
    """Return a code as return forms list it: a) WBRI, or with words e) 2A: School; empty where there is none."""
    if not code:
        return ""
    place = read_code_list(code_list).codes.index(code)
    shown = f"{chr(ord('a') + place)}) {code}"
    return f"{shown}: {label(code_list, code)}" if words else shown


def number_of(identifier: str) -> str:
    """Return the number in an identifier, as systems that know no letters write it."""
    return identifier.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def total_of(values: Iterable[float]) -> float:
    """Return a sum in tenths, as full-time equivalents are written."""
    return round(sum(values), 1)
