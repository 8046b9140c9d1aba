"""Makes the rows of one table from one source: every column by its rule, then what is required and lacking."""

from __future__ import annotations

from dataclasses import dataclass, replace

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Column, Kind
from earlyhelp.dataset.withheld import is_withheld
from earlyhelp.extracts.building.choose_rows import choose_rows
from earlyhelp.extracts.building.ids import Ids, first_days_of_spells
from earlyhelp.extracts.building.known_places import KnownPlaces
from earlyhelp.extracts.building.made_rows import Blanked, MadeRows
from earlyhelp.extracts.building.questions import UNSHOWN, Questions
from earlyhelp.extracts.building.read_values import Reading, ValueReader
from earlyhelp.extracts.building.references import References
from earlyhelp.extracts.building.source_rows import Part, SourceRows
from earlyhelp.extracts.mapping.declare import ColumnRule, TableRule, Take
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value
from earlyhelp.extracts.values.tidy import is_missing, same_name, tidy

_SPELL_TAKES = {"started_on": Take.EARLIEST, "ended_on": Take.LATEST_OR_OPEN}
_UNSHOWN_KINDS = (Kind.ID, Kind.TEXT)
_LONGEST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Making:
    """What the rows of a table are made with.

    ids     made with the mapping's own key
    """

    places: KnownPlaces
    references: References
    questions: Questions
    ids: Ids


def make_rows(rule: TableRule, rows: SourceRows, making: Making) -> MadeRows:
    """Return the rows that a rule makes of a source: values read, rows without a required value refused."""
    rule = _with_spell_takes(rule)
    places, left_out = choose_rows(rule, rows, making.places, making.questions)
    made = MadeRows(rule, rows, places, left_out)
    table = TABLES[rule.name]
    # The spell of a row is told from its days, so they are read first.
    for name, each in sorted(rule.columns.items(), key=lambda item: bool(item[1].spell)):
        column = table.column(name)
        made.columns[name] = _settle_doubts(made, column, _values(made, column, each, making), making.questions)
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
        ids = making.ids.of(column.refers_to or made.rule.name)
        return [ids[tuple([each[place] for each in texts])] for place in made.places]
    if rule.spell:
        return _spells(made, rule, making)
    if rule.id_of:
        return [making.references.id_of(made.rows, rule.id_of, place) for place in made.places]
    return _read_texts(made, column, rule, making)


def _spells(made: MadeRows, rule: ColumnRule, making: Making) -> list[Value]:
    texts = [made.rows.texts((name,)) for name in rule.spell]
    groups = ["\x1f".join(same_name(each[place]) for each in texts).strip("\x1f") for place in made.places]
    firsts = first_days_of_spells(groups, made.columns["started_on"], made.columns["ended_on"])
    ids = making.ids.of(made.rule.name)
    return [ids[group, first] if first else None for group, first in zip(groups, firsts, strict=True)]


def _read_texts(made: MadeRows, column: Column, rule: ColumnRule, making: Making) -> list[Value]:
    texts: list[Value] = [*_texts(made, rule)]
    if rule.via:
        via = rule.via
        texts = [making.references.follow(via, text if isinstance(text, str) else "") for text in texts]
        if via.id_of:
            return [texts[place] for place in made.places]
    readers = {part.laid_out.sheet.epoch: _reader(made, column, rule, making, part) for part in made.rows.parts}
    reader_of = [readers[part.laid_out.sheet.epoch] for part in made.rows.parts for _ in range(part.end - part.start)]
    return [text if isinstance(text := texts[place], Doubt) else reader_of[place][text or ""] for place in made.places]


def _texts(made: MadeRows, rule: ColumnRule) -> list[str]:
    """The texts a rule reads, one for each row of the source; joined ones only where all of them are there."""
    if not rule.joined:
        return made.rows.texts(rule.names)
    marks = made.rows.source.missing
    pieces = zip(*(made.rows.texts((name,)) for name in rule.joined), strict=True)
    return ["" if any(is_missing(each, marks) for each in row) else rule.between.join(map(tidy, row)) for row in pieces]


def _reader(made: MadeRows, column: Column, rule: ColumnRule, making: Making, part: Part) -> ValueReader:
    places = making.places
    return ValueReader(Reading(column, rule, made.rows.source, places, places.as_at, part.laid_out.sheet.epoch))


def _settle_doubts(made: MadeRows, column: Column, values: list[Value], questions: Questions) -> list[str | None]:
    """Return the values without their doubts; blank what was in doubt, and refuse rows that lack what is required."""
    rule = made.rule.columns[column.name]
    heading = " / ".join(rule.columns_read) or column.name
    # A rule that only adds to rows of others may lack what they have.
    is_needed = column.required and not (made.rule.adds and column.name not in TABLES[made.rule.name].key)
    texts = _texts(made, rule) if rule.names or rule.joined else None
    settled: list[str | None] = []
    for place, value in enumerate(values):
        settled.append(None if isinstance(value, Doubt) else value)
        if isinstance(value, Doubt):
            doubt = _withhold(made.rule.name, column, value)
            shown = _shown(made.rule.name, column, rule, texts[made.places[place]] if texts else "")
            if doubt.kind is not DoubtKind.UNREADABLE:
                questions.ask_about_value(made, column.name, shown, doubt, made.places[place])
            why = f"{heading}: {doubt.why}" if rule.id_of else f"{heading}: {shown} {doubt.why}"
            if is_needed:
                made.refused.setdefault(place, why)
            else:
                made.blanked.append(Blanked(place, column.name, why))
        elif value is None and is_needed:
            made.refused.setdefault(place, f"{heading}: empty, and {made.rule.name}.{column.name} is required")
    return settled


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
