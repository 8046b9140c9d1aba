"""One column in a copy: ids and codes move by block, dates by family, some attributes are drawn anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from earlyhelp.dataset.declare import Column, Kind, Table
from earlyhelp.dataset.sql_text import literal
from earlyhelp.dataset.table_types import quoted
from earlyhelp.synthetic.identifiers import SPAN

SCHOOLS_A_BLOCK: Final = 1000
DISTRICTS_A_BLOCK: Final = 1000
PREFIX: Final = {
    "family": "F", "person": "P", "request": "R", "involvement": "I", "focus": "X", "assessment": "E", "review": "V",
    "referral": "S", "link_meeting": "K", "case_audit": "A", "closing_form": "D", "worker": "W",
}  # fmt: skip
WORKER_COLUMNS: Final = ("signed_off_by", "decided_by")
LEFT_EMPTY: Final = ("upn", "nhs_number")

# Drawn anew in a quarter of the rows that hold one of these values; one of them takes its place.
VARIED: Final = {
    ("person", "sex"): ("M", "F"),
    ("person", "ethnicity"): ("WBRI", "WOTH", "MWBC", "APKN", "AIND", "BAFR"),
    ("request", "source_code"): ("1A", "3A", "3B", "5A", "6"),
    ("request", "decision"): ("advice", "signposted", "declined"),
    ("involvement_child", "sen_provision"): ("K", "E", "S"),
    ("focus", "outcome"): ("met", "partly_met", "not_met"),
    ("review", "progress"): ("improving", "unchanged", "worsening"),
    ("link_meeting", "outcome"): ("held", "cancelled_by_team", "cancelled_by_school"),
    ("closing_answer", "answer"): ("happy", "unsure"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """SQL for the block a row is of, and for the block its places are of."""

    block: str
    place: str


def target_of(table: Table, column: Column) -> str | None:
    """Return the table whose key a column holds, itself included; None where it is no id that moves."""
    if column.refers_to:
        return column.refers_to
    if column.name in WORKER_COLUMNS:
        return "worker"
    if column.name == "successor_urn":
        return "school"
    is_key = table.key == (column.name,)
    return table.name if is_key and (table.name in PREFIX or table.name in ("school", "district")) else None


def stored_column(table: Table, column: Column) -> str:
    """Return SQL for a column as the base table keeps it: an id that moves is kept as its number."""
    name = quoted(column.name)
    target = target_of(table, column)
    if target is None:
        return name
    skipped = {"school": 0, "district": 3}.get(target, 1)
    return f"CAST(substr({name}, {skipped + 1}) AS BIGINT) AS {name}"


def copied_column(source: Source, table: Table, column: Column) -> str:
    """Return SQL for a column of a copy, named."""
    return f"{_copied(source, table, column)} AS {quoted(column.name)}"


def _copied(source: Source, table: Table, column: Column) -> str:
    name = quoted(column.name)
    target = target_of(table, column)
    if target is not None:
        return _moved_id(source, target, name)
    if column.name in LEFT_EMPTY:
        return f"CAST(NULL AS {column.duckdb_type})"
    if column.kind is Kind.DATE:
        return f"{name} - days_back"
    if (table.name, column.name) == ("staffing", "in_post_fte"):
        return f"CAST(round({name} * (90 + turn % 21) / 100, 1) AS {column.duckdb_type})"
    values = VARIED.get((table.name, column.name))
    return _varied(name, values) if values else name


def _moved_id(source: Source, target: str, name: str) -> str:
    if target == "school":
        return f"CAST({name} + ({source.place}) * {SCHOOLS_A_BLOCK} AS VARCHAR)"
    if target == "district":
        return f"'E07' || substr(CAST({name} + ({source.place}) * {DISTRICTS_A_BLOCK} + 1000000 AS VARCHAR), 2)"
    block = source.place if target == "worker" else source.block
    return f"{literal(PREFIX[target])} || ({name} + ({block}) * {SPAN})"


def _varied(name: str, values: tuple[str, ...]) -> str:
    among = ", ".join(literal(value) for value in values)
    return (
        f"CASE WHEN turn % 4 = 0 AND {name} IN ({among}) "
        f"THEN list_value({among})[1 + CAST(turn // 4 % {len(values)} AS INTEGER)] ELSE {name} END"
    )
