"""Makes the rows of one table from one source: every column by its rule, then what is required and lacking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Column, Kind
from earlyhelp.dataset.withheld import is_withheld
from earlyhelp.extracts.building.choose_rows import choose_rows
from earlyhelp.extracts.building.ids import first_days_of_spells, make_id
from earlyhelp.extracts.building.known_places import KnownPlaces
from earlyhelp.extracts.building.made_rows import Blanked, MadeRows
from earlyhelp.extracts.building.questions import UNSHOWN, Questions
from earlyhelp.extracts.building.read_values import Reading, value_reader
from earlyhelp.extracts.building.references import References
from earlyhelp.extracts.building.source_rows import SourceRows
from earlyhelp.extracts.mapping.declare import ColumnRule, TableRule, Take
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value
from earlyhelp.extracts.values.tidy import same_name, tidy

_SPELL_TAKES = {"started_on": Take.EARLIEST, "ended_on": Take.LATEST_OR_OPEN}
_UNSHOWN_KINDS = (Kind.ID, Kind.TEXT)
_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Making:
    """What the rows of a table are made with.

    key     the secret of the ids
    """

    places: KnownPlaces
    references: References
    questions: Questions
    key: bytes


def make_rows(rule: TableRule, rows: SourceRows, making: Making) -> MadeRows:
    """Return the rows that a rule makes of a source: values read, rows without a required value refused."""
    rule = _with_spell_takes(rule)
    places, left_out = choose_rows(rule, rows, making.places, making.questions)
    made = MadeRows(rule, rows, places, left_out)
    table = TABLES[rule.name]
    # The spell of a row is told from its days, so they are read first.
    for name, each in sorted(rule.columns.items(), key=lambda item: bool(item[1].spell)):
        made.columns[name] = _values(made, table.column(name), each, making)
    for column in table.columns:
        if column.name in made.columns:
            _settle_doubts(made, column, making.questions)
    return made


def _with_spell_takes(rule: TableRule) -> TableRule:
    if not any(each.spell for each in rule.columns.values()):
        return rule
    columns = {name: replace(each, take=each.take or _SPELL_TAKES.get(name)) for name, each in rule.columns.items()}
    return replace(rule, columns=columns)


def _values(made: MadeRows, column: Column, rule: ColumnRule, making: Making) -> list[Value]:
    if rule.value is not None:
        return [rule.value] * len(made.places)
    if rule.hash:
        texts = [made.rows.texts((name,)) for name in rule.hash]
        owner = column.refers_to or made.rule.name
        return [make_id(making.key, owner, [each[place] for each in texts]) for place in made.places]
    if rule.spell:
        return _spells(made, rule, making.key)
    if rule.id_of:
        return [making.references.id_of(made.rows, rule.id_of, place) for place in made.places]
    return _read_texts(made, column, rule, making)


def _spells(made: MadeRows, rule: ColumnRule, key: bytes) -> list[Value]:
    texts = [made.rows.texts((name,)) for name in rule.spell]
    groups = ["\x1f".join(same_name(each[place]) for each in texts).strip("\x1f") for place in made.places]
    firsts = first_days_of_spells(groups, made.columns["started_on"], made.columns["ended_on"])
    return [
        make_id(key, made.rule.name, [group, first]) if first else None
        for group, first in zip(groups, firsts, strict=True)
    ]


def _read_texts(made: MadeRows, column: Column, rule: ColumnRule, making: Making) -> list[Value]:
    texts = made.rows.texts(rule.names)
    readers: dict[int, Callable[[str], Value]] = {}
    values: list[Value] = []
    parts = made.rows.part_of_each()
    for place in made.places:
        epoch = made.rows.parts[parts[place]].laid_out.sheet.epoch
        if epoch not in readers:
            reading = Reading(column, rule, made.rows.source, making.places, making.places.as_at, epoch)
            readers[epoch] = value_reader(reading)
        text: Value = texts[place]
        if rule.via:
            text = making.references.follow(made.rows, rule.via, texts[place])
            if rule.via.id_of or not isinstance(text, str):
                values.append(text)
                continue
        values.append(readers[epoch](text or ""))
    return values


def _settle_doubts(made: MadeRows, column: Column, questions: Questions) -> None:
    """Refuse or blank what could not be read, and refuse rows that lack a required value."""
    rule = made.rule.columns[column.name]
    heading = " / ".join(rule.columns_read) or column.name
    texts = made.rows.texts(rule.names) if rule.names else None
    for place, value in enumerate(made.columns[column.name]):
        if isinstance(value, Doubt):
            doubt = _withhold(made.rule.name, column, value)
            shown = _shown(made.rule.name, column, rule, texts[made.places[place]] if texts else "")
            if doubt.kind is not DoubtKind.UNREADABLE:
                questions.ask_about_value(made, column.name, shown, doubt, made.places[place])
            why = f"{heading}: {shown} {doubt.why}"
            if column.required:
                made.refused.setdefault(place, why)
            else:
                made.blanked.append(Blanked(place, column.name, why))
        elif value is None and column.required:
            made.refused.setdefault(place, f"{heading}: empty, and {made.rule.name}.{column.name} is required")


def _withhold(table: str, column: Column, doubt: Doubt) -> Doubt:
    """Take out of a doubt the two days it names, where they are days of birth."""
    if doubt.kind is DoubtKind.AMBIGUOUS and is_withheld(table, column.name):
        return replace(doubt, why="could be two days")
    return doubt


def _shown(table: str, column: Column, rule: ColumnRule, text: str) -> str:
    """A text as a message shows it: not where it may say something about a person."""
    plain = tidy(text)
    if not plain or is_withheld(table, column.name) or (column.kind in _UNSHOWN_KINDS and not rule.lookup):
        return UNSHOWN
    return f'"{plain[:_LONGEST_SHOWN]}"'
