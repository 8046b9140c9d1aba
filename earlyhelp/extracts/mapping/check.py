"""Checks a mapping against the declaration of the dataset, before a row is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Table
from earlyhelp.dataset.withheld import names_people
from earlyhelp.extracts.mapping.check_column import check_column, is_day
from earlyhelp.extracts.mapping.declare import PSEUDO_COLUMNS, DayOrder, Mapping, Source, TableRule
from earlyhelp.extracts.values.tidy import same_name

_SPELL_NEEDS = ("started_on", "ended_on")


def check_mapping(mapping: Mapping) -> list[str]:
    """Return a sentence for each fault: what is wrong where, and what to write. Empty where there is none."""
    return [*_check_sources(mapping), *_check_schools(mapping), *_check_tables(mapping), *_check_key_file(mapping)]


def _check_sources(mapping: Mapping) -> Iterator[str]:
    for source in mapping.sources.values():
        if not mapping.tables_of(source.name):
            wanted = f'source = "{source.name}"'
            yield f"[source.{source.name}] feeds no table: write a [[table]] with {wanted}, or take it out."
        yield from _check_layout(source)
        yield from _check_made_columns(source)


def _check_layout(source: Source) -> Iterator[str]:
    where = f"[source.{source.name}]"
    if source.header_rows not in (1, 2):
        yield f"{where} has `header_rows` = {source.header_rows}; the names stand in 1 row or in 2."
    if source.as_at not in ("", "file name", "title") and not is_day(source.as_at):
        yield f'{where} has `as_at` = "{source.as_at}"; write "file name", "title" or a day such as "2016-07-31".'
    if DayOrder.MONTH in source.dates:
        yield f'{where} has `dates` = "month", which makes every day the first of its month; say it of one column.'
    if {DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST} <= set(source.dates):
        yield f"{where} has two orders of days that contradict each other."
    if source.complete_from and not is_day(source.complete_from):
        yield f'{where} has `complete_from` = "{source.complete_from}"; write a day such as "2014-09-01".'


def _check_made_columns(source: Source) -> Iterator[str]:
    """Faults of the columns that `unpivot` and `repeat` make: each needs a name that nothing else has."""
    where, made = f"[source.{source.name}]", list[str]()
    if source.unpivot:
        made += [source.unpivot.name, source.unpivot.value]
        if not source.unpivot.columns:
            yield f'{where} unpivot lacks `columns`: write columns = ["Apr-16", "May-16"], or a pattern such as "*-16".'
    if source.repeat:
        made.append(source.repeat.number)
        read = {same_name(name) for name in (source.repeat.by, *source.repeat.within)}
        if same_name(source.repeat.number) in read:
            yield f"{where} repeat reads the column `{source.repeat.number}` that it makes; give `number` a new name."
    plain = [same_name(name) for name in made]
    for name in dict.fromkeys(made):
        if name and (plain.count(same_name(name)) > 1 or same_name(name) in PSEUDO_COLUMNS):
            yield f"{where} makes the column `{name}` twice; each column it makes needs a name of its own."


def _check_schools(mapping: Mapping) -> Iterator[str]:
    for name, urn in mapping.schools.items():
        if not re.fullmatch(r"[0-9]{6}", urn):
            yield f'[schools] gives "{name}" the number "{urn}"; a unique reference number has six figures.'


def _check_tables(mapping: Mapping) -> Iterator[str]:
    for rule in mapping.tables:
        where = f"The table {rule.name} from {rule.source}"
        if rule.name not in TABLES:
            yield f"{where} is not in the dataset{_meant(rule.name, TABLES)}."
            continue
        if rule.source not in mapping.sources:
            yield f"{where}: there is no [source.{rule.source}]{_meant(rule.source, mapping.sources)}."
            continue
        yield from _check_table(mapping, rule, TABLES[rule.name], where)


def _check_table(mapping: Mapping, rule: TableRule, table: Table, where: str) -> Iterator[str]:
    names = [column.name for column in table.columns]
    for column in table.columns:
        if column.required and column.name not in rule.columns and not (rule.adds and column.name not in table.key):
            yield f"{where}: the required column `{column.name}` is not mapped. {column.meaning}"
    for name, column_rule in rule.columns.items():
        if name not in names:
            yield f"{where}: {rule.name} has no column `{name}`{_meant(name, names)}."
            continue
        yield from check_column(mapping, rule, table.column(name), column_rule)
    for key, chosen in (("where", rule.where), ("leave_out", rule.leave_out)):
        for name, texts in chosen.items():
            if not texts:
                yield f'{where} has `{key}` with no text for `{name}`: write {{ "{name}" = ["…"] }}, or take it out.'
    spells = [name for name, each in rule.columns.items() if each.spell]
    if spells and (rule.name != "involvement" or spells != ["involvement_id"]):
        yield f"{where}: `spell` makes involvement_id in the table involvement, and nothing else."
    elif spells:
        lacking = [name for name in _SPELL_NEEDS if name not in rule.columns]
        if lacking:
            yield f"{where}: `spell` joins rows whose days overlap, so map {' and '.join(lacking)} as well."


def _check_key_file(mapping: Mapping) -> Iterator[str]:
    if mapping.key_file:
        return
    for source in mapping.sources.values():
        rules = mapping.tables_of(source.name)
        personal = {
            name
            for rule in rules
            for column, each in rule.columns.items()
            if names_people(rule.name, column)
            for name in each.names
        }
        made_from = {name for rule in rules for each in rule.columns.values() for name in each.hash + each.spell}
        for name in sorted(made_from & personal):
            yield (
                f"[source.{source.name}] makes ids from `{name}`, which names a person: whoever has the ids could try "
                'names until one fits. Write [ids] and key_file = "ids.key"; the file is made once, for you alone.'
            )


def _meant(name: str, among: Iterable[str]) -> str:
    likely = get_close_matches(name, list(among), 1)
    return f"; did you mean `{likely[0]}`" if likely else ""
