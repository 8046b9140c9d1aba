"""What a table and a column are. Validation, templates, schemas and documentation are all made from these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    ID = "id"
    CODE = "code"
    TEXT = "text"
    DATE = "date"
    FLAG = "flag"
    NUMBER = "number"


DUCKDB_TYPES = {
    Kind.ID: "VARCHAR",
    Kind.CODE: "VARCHAR",
    Kind.TEXT: "VARCHAR",
    Kind.DATE: "DATE",
    Kind.FLAG: "BOOLEAN",
    Kind.NUMBER: "DECIMAL(38,18)",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    codes       name of the code list its values come from (vocabulary)
    refers_to   table whose key it holds
    planned     true where the day may lie after `as_at`
    whole       true where the number is a whole number
    at_least, at_most   bounds of a number, both inside
    standard    the published standard the name or codes come from, empty where there is none
    empty_says  what an empty value is read as, in words
    """

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    codes: str | None = None
    refers_to: str | None = None
    planned: bool = False
    whole: bool = False
    at_least: int | None = None
    at_most: int | None = None
    standard: str = ""
    empty_says: str = "not recorded"

    @property
    def duckdb_type(self) -> str:
        return "BIGINT" if self.whole else DUCKDB_TYPES[self.kind]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the dataset.

    key         columns that identify a row; empty values count as equal
    theme       heading under which the documentation lists it
    restricted  true where it holds identities: linkage and the case screens alone may open it
    """

    name: str
    meaning: str
    theme: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    restricted: bool = False

    def column(self, name: str) -> Column:
        """Return the column of that name. Raises KeyError: the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")
