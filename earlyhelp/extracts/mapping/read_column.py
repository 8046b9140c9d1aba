"""Reads how one column of the dataset is filled."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from typing import Final

from earlyhelp.extracts.mapping.declare import ColumnRule, Take, Via
from earlyhelp.extracts.mapping.read_orders import read_orders
from earlyhelp.extracts.mapping.toml_keys import Keys

SPLITS: Final = (
    "letter) code",
    "letter) code: words",
    "letter) words",
    "code: words",
    "code - words",
    "words (code)",
    "words - code",
    "surname, forename",
    "forename surname",
)
LOOKUPS: Final = ("district", "school")


def read_column(
    written: object, where: str, lists: Dictionary[str, Dictionary[str, str]], faults: list[str]
) -> ColumnRule:
    """Return the rule of a column: the name of a column of the source, or a table of keys.

    where   how messages call it
    lists   the named lists of values
    faults  sentences are added to it
    """
    if isinstance(written, str):
        return ColumnRule(names=(written,))
    keys = Keys(written, where, faults)
    values, values_name = _values(keys, lists)
    via = keys.table("via")
    value = keys.any("value")
    if value is not None and not isinstance(value, str):
        value = _constant(value)
    take = keys.choice("take", tuple(each.value for each in Take))
    rule = ColumnRule(
        names=keys.texts("from"),
        joined=keys.texts("join"),
        between=keys.text("between"),
        value=value,
        values=values,
        values_name=values_name,
        otherwise=keys.optional_text("otherwise"),
        split=keys.choice("split", SPLITS),
        part=keys.choice("part", ("forename", "surname")),
        pattern=keys.text("pattern"),
        dates=read_orders(keys),
        round_down=keys.choice("round", ("down",)) == "down",
        lookup=keys.choice("lookup", LOOKUPS),
        hash=keys.texts("hash"),
        id_of=keys.text("id_of"),
        via=_via(via) if via else None,
        spell=keys.texts("spell"),
        take=Take(take) if take else None,
    )
    keys.finish()
    return rule


def _constant(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _values(keys: Keys, lists: Dictionary[str, Dictionary[str, str]]) -> tuple[Dictionary[str, str], str]:
    written = keys.any("values")
    if not isinstance(written, str):
        return (keys.pairs("values"), "") if written is not None else ({}, "")
    if written not in lists:
        keys.fault(f"names the list of values {written!r}; write it as [values.{written}]")
    return lists.get(written, {}), written


def _via(keys: Keys) -> Via:
    via = Via(
        keys.text("source", required=True), keys.text("by", required=True), keys.text("id_of"), keys.text("column")
    )
    if bool(via.id_of) == bool(via.column):
        keys.fault("needs one of `id_of` and `column`: what is taken from the row that is found")
    keys.finish()
    return via
