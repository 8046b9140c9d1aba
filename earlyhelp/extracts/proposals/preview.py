"""The first rows before and after a mapping, with nothing in them that says something about a person."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.withheld import is_withheld
from earlyhelp.extracts.building.shown_texts import personal_columns
from earlyhelp.extracts.extract import Prepared
from earlyhelp.extracts.mapping.declare import Mapping
from earlyhelp.extracts.values.tidy import same_name

ROWS: Final = 10
WITHHELD: Final = "(not shown)"


@dataclass(frozen=True, slots=True)
class Preview:
    """Rows of a source or of a table. Values that may say something about a person are not shown."""

    title: str
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def previews(prepared: Prepared) -> list[Preview]:
    """Return for each source its first rows as they stand, and for each table its first rows as they were made."""
    before = [
        _before(each.mapping, name, rows.columns, len(rows))
        for each in prepared.laid
        for name, rows in each.sources.items()
    ]
    hidden = {each for laid in prepared.laid for each in _hidden_columns(laid.mapping)}
    after = [_after(name, rows, hidden) for name, rows in prepared.built.tables.items() if rows]
    return [each for each in (*before, *after) if each.names]


def _before(mapping: Mapping, source: str, columns: dict[str, list[str]], length: int) -> Preview:
    shown = _columns_read(mapping, source)
    kept = [
        (name, is_shown, columns[same_name(name)]) for name, is_shown in shown.items() if same_name(name) in columns
    ]
    rows = tuple(
        tuple(_shown(texts[place], is_shown) for _, is_shown, texts in kept) for place in range(min(ROWS, length))
    )
    return Preview(f"[source.{source}] before", tuple(name for name, _, _ in kept), rows)


def _columns_read(mapping: Mapping, source: str) -> dict[str, bool]:
    """The columns the tables of a source read, and whether what stands in them may be shown."""
    shown: dict[str, bool] = {}
    for table in mapping.tables_of(source):
        for column, rule in table.columns.items():
            may = not (is_withheld(table.name, column) or TABLES[table.name].restricted)
            for name in rule.columns_read:
                shown[name] = shown.get(name, True) and (may or column in TABLES[table.name].key)
    return shown


def _hidden_columns(mapping: Mapping) -> Iterator[tuple[str, str]]:
    """The columns of the dataset that are read from a column which names people, by mistake or not."""
    for rule in mapping.tables:
        personal = personal_columns(mapping, rule.source)
        for column, each in rule.columns.items():
            if any(same_name(name) in personal for name in (*each.names, *each.joined)):
                yield rule.name, column


def _after(table: str, rows: Sequence[dict[str, str | None]], hidden: Container[tuple[str, str]]) -> Preview:
    names = tuple(name for name in rows[0] if any(row[name] for row in rows[:ROWS]))
    may = {name: not is_withheld(table, name) and (table, name) not in hidden for name in names}
    made = tuple(tuple(_shown(row[name] or "", may[name]) for name in names) for row in rows[:ROWS])
    return Preview(f"{table} after", names, made)


def _shown(text: str, may: bool) -> str:
    return text if may or not text else WITHHELD
