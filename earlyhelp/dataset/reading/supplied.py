"""A table as it was supplied: where DuckDB finds its rows, and what was noticed about the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from earlyhelp.dataset.declare import Table


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A column in the file: the SQL that reads it and its DuckDB type there (VARCHAR unless Parquet)."""

    expression: str
    duckdb_type: str = "VARCHAR"


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something found about a file before its rows were read: a rule, the table or file, and a detail."""

    rule: str
    about: str
    column: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Supplied:
    """One table ready for DuckDB.

    relation    SQL that stands after FROM
    columns     declared columns found in the file, by name
    unknown     SQL of the columns that are dropped; read only to tell an empty row from a faulty one
    row         SQL of the row number as a spreadsheet shows it; empty where rows are numbered on arrival
    damage      SQL of what is wrong with the row as a whole, NULL where nothing is; empty where no row can be damaged
    unusable    what makes the whole table unusable; its rows are all refused
    """

    table: Table
    file_name: str
    relation: str
    columns: Mapping[str, SourceColumn]
    unknown: tuple[str, ...] = ()
    row: str = ""
    damage: str = ""
    unusable: tuple[Noticed, ...] = ()
    noticed: tuple[Noticed, ...] = ()
