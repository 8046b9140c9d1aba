"""Reads the texts of one column as values of the dataset, each distinct text once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from earlyhelp.dataset.declare import Column, Kind
from earlyhelp.extracts.building.known_places import KnownPlaces
from earlyhelp.extracts.mapping.declare import ColumnRule, DayOrder, Source
from earlyhelp.extracts.values.codes import read_code
from earlyhelp.extracts.values.days import read_day, read_month
from earlyhelp.extracts.values.doubt import Doubt, Value
from earlyhelp.extracts.values.flags import read_flag
from earlyhelp.extracts.values.numbers import read_number, read_whole
from earlyhelp.extracts.values.patterns import by_pattern
from earlyhelp.extracts.values.splits import split
from earlyhelp.extracts.values.tidy import is_missing, same_name, tidy
from earlyhelp.vocabulary.code_lists import read_code_list


@dataclass(frozen=True, slots=True)
class Reading:
    """What a value is read with besides its text: the rule of its column, its source, and what is known of places.

    epoch   where the workbook counts its days from; 0 for a text file
    """

    column: Column
    rule: ColumnRule
    source: Source
    places: KnownPlaces
    as_at: date
    epoch: int


class ValueReader(dict[str, Value]):
    """The values of texts of one column: `reader[text]` reads a text the first time, and knows it from then on."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._listed = {same_name(text): target for text, target in reading.rule.values.items()}

    def __missing__(self, text: str) -> Value:
        value = self[text] = _read(text, self._reading, self._listed)
        return value


def _read(text: str, reading: Reading, listed: Mapping[str, str]) -> Value:
    rule = reading.rule
    plain = tidy(text)
    # What the mapping names is never a mark of something missing: `n/a` may be an answer.
    if same_name(plain) in listed:
        return listed[same_name(plain)] or None
    if is_missing(plain, reading.source.missing):
        return None
    if rule.split or rule.pattern:
        part = split(plain, rule.split, rule.part) if rule.split else by_pattern(plain, rule.pattern)
        if isinstance(part, Doubt):
            return part if rule.otherwise is None else rule.otherwise or None
        if same_name(part) in listed:
            return listed[same_name(part)] or None
        plain = tidy(part)
    if rule.lookup:
        return reading.places.find(rule.lookup, plain)
    return _of_kind(plain, reading)


def _of_kind(plain: str, reading: Reading) -> Value:
    column, rule, source = reading.column, reading.rule, reading.source
    match column.kind:
        case Kind.DATE:
            orders = rule.dates or source.dates
            if DayOrder.MONTH in orders:
                return read_month(plain, orders, reading.epoch, reading.as_at)
            return read_day(plain, orders, reading.epoch, reading.as_at)
        case Kind.NUMBER if column.whole or rule.round_down:
            return read_whole(plain, source.decimal, rule.round_down)
        case Kind.NUMBER:
            return read_number(plain, source.decimal)
        case Kind.FLAG:
            return read_flag(plain)
        case Kind.CODE if column.codes:
            return read_code(plain, read_code_list(column.codes), rule.values, rule.otherwise)
        case _:
            return plain
