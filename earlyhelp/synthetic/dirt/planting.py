"""Planting: a fault goes in, the finding that validation has to make of it is written down.

Faulty rows are put after the clean ones, so no row of the county moves and none is lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Column, Kind
from earlyhelp.synthetic.writing import Book, as_text
from earlyhelp.vocabulary.code_lists import read_code_list

FIRST_ROW = 2  # as a spreadsheet counts, the column names being row 1


@dataclass(frozen=True, slots=True, order=True)
class Planted:
    """One planted finding; row is as a spreadsheet shows it, 0 where a whole file or column is concerned."""

    rule: str
    effect: str
    table: str
    row: int
    column: str
    key: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What validation has to say of a row: rule, effect and column."""

    rule: str
    effect: str
    column: str


class Field:
    """The county that is planted in, with one family, one child and one case of their own to plant on."""

    def __init__(self, book: Book, as_at: date) -> None:
        self.book, self.as_at = book, as_at
        self.started_on, self.ended_on = as_at - timedelta(days=200), as_at - timedelta(days=100)
        self.some_day = self.started_on + timedelta(days=50)
        self.planted: list[Planted] = []
        self._ids = 0
        self._of: dict[str, str] = {}
        for table in ("district", "school"):
            self._of[table] = str(book.rows[table][0][TABLES[table].key[0]])
        self._of["wave"] = str(book.rows["survey_wave"][-1]["wave"])
        for table in ("worker", "family", "person", "involvement", "request", "referral", "survey_response"):
            self._of[table] = self.clean(table)
        self._of["closing_form"] = self.clean("closing_form")
        self.clean("family_member")

    @property
    def case(self) -> str:
        return self._of["involvement"]

    def clean(self, table: str, **values: object) -> str:
        """Add a row without fault and return the first column of its key."""
        row = self.row(table, **values)
        self.book.rows[table].append(row)
        return str(row[TABLES[table].key[0]])

    def child(self, **values: object) -> str:
        """Add a child to the family of its own to plant on, and return its id."""
        person = self.clean("person", role="child", **values)
        self.clean("family_member", person_id=person, from_on=values.get("date_of_birth", self.started_on))
        return person

    def faulty(self, table: str, *faults: Fault, **values: object) -> str:
        """Add a row with faults, write down what validation has to find, and return the first column of its key."""
        row = self.row(table, **values)
        self.book.rows[table].append(row)
        number = len(self.book.rows[table]) - 1 + FIRST_ROW
        for fault in faults:
            self.planted.append(Planted(fault.rule, fault.effect, table, number, fault.column, self._key(table, row)))
        return str(row[TABLES[table].key[0]])

    def row(self, table: str, **values: object) -> dict[str, object]:
        """Return a row with its required columns filled: a new key, known parents, days inside the case."""
        declared = TABLES[table]
        row = {
            column.name: self._default(table, column) for column in declared.columns
            if column.required and column.name not in values
        }  # fmt: skip
        if table == "involvement":
            row |= {"family_id": values.get("family_id") or self.clean("family")}
            row |= {"started_on": self.started_on, "ended_on": self.ended_on, "signed_off_on": self.ended_on}
        return {**row, **values}

    def _default(self, table: str, column: Column) -> object:
        if column.refers_to and column.refers_to in self._of and TABLES[table].key != (column.name,):
            return self._of[column.refers_to]
        if column.name in self._of:
            return self._of[column.name]
        if column.codes:
            return read_code_list(column.codes).codes[0]
        match column.kind:
            case Kind.DATE:
                return self.started_on + timedelta(days=10)
            case Kind.NUMBER:
                return 1
            case Kind.FLAG:
                return True
            case _:
                self._ids += 1
                return f"Z{self._ids:07d}"

    def _key(self, table: str, row: dict[str, object]) -> str:
        parts = (as_text(row.get(name)) for name in TABLES[table].key)
        return "; ".join("" if part is None else str(part) for part in parts)
