"""Makes the rows of one table from one source: every column by its rule, then what is required and lacking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Column, Kind
from earlyhelp.dataset.withheld import is_withheld
from earlyhelp.extracts.building.choose_rows import choose_rows
from earlyhelp.extracts.building.ids import Ids, first_days_of_spells
from earlyhelp.extracts.building.known_places import KnownPlaces
from earlyhelp.extracts.building.made_rows import Blanked, MadeRows
from earlyhelp.extracts.building.questions import Questions
from earlyhelp.extracts.building.read_values import Reading, ValueReader
from earlyhelp.extracts.building.references import References
from earlyhelp.extracts.building.shown_texts import UNSHOWN, shown_text
from earlyhelp.extracts.building.source_rows import Part, SourceRows
from earlyhelp.extracts.mapping.declare import ColumnRule, TableRule, Take
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value
from earlyhelp.extracts.values.tidy import is_missing, same_name, tidy

_SPELL_TAKES = {"started_on": Take.EARLIEST, "ended_on": Take.LATEST_OR_OPEN}
_UNSHOWN_KINDS = (Kind.ID, Kind.TEXT)


@dataclass(frozen=True, slots=True)
class Making:
    """What the rows of a table are made with.

    ids         made with the mapping's own key
    personal    by source, its columns that name a person somewhere in the mapping, as they are compared
    """

    places: KnownPlaces
    references: References
    questions: Questions
    ids: Ids
    personal: Mapping[str, frozenset[str]]


def make_rows(rule: TableRule, rows: SourceRows, making: Making) -> MadeRows:
    """Return the rows that a rule makes of a source: values read, rows without a required value refused."""
    rule = _with_spell_takes(rule)
    places, left_out = choose_rows(rule, rows, making.places, making.questions)
    made = MadeRows(rule, rows, places, left_out)
    table = TABLES[rule.name]
    # The spell of a row is told from its days, so they are read first.
    for name, each in sorted(rule.columns.items(), key=lambda item: bool(item[1].spell)):
        column = table.column(name)
        made.columns[name] = _settle_doubts(made, column, _values(made, column, each, making), making)
    return made


def _with_spell_takes(rule: TableRule) -> TableRule:
    if not any(each.spell for each in rule.columns.values()):
        return rule
    columns = {name: replace(each, take=each.take or _SPELL_TAKES.get(name)) for name, each in rule.columns.items()}
    return replace(rule, columns=columns)


def _values(made: MadeRows, column: Column, rule: ColumnRule, making: Making) -> list[Value]:
    if rule.value is not None:
        return [rule.value or None] * len(made.places)
    if rule.hash:
        texts = [_without_marks(made.rows, name) for name in rule.hash]
        ids = making.ids.of(column.refers_to or made.rule.name)
        return [ids[tuple([each[place] for each in texts])] for place in made.places]
    if rule.spell:
        return _spells(made, rule, making)
    if rule.id_of:
        return [making.references.id_of(made.rows, rule.id_of, place) for place in made.places]
    return _read_texts(made, column, rule, making)


def _without_marks(rows: SourceRows, name: str) -> list[str]:
    """The texts of a column; empty where only a mark of what is missing stands, which names nobody."""
    known: dict[str, str] = {}
    for text in (texts := rows.texts((name,))):
        if text not in known:
            known[text] = "" if is_missing(text, rows.source.missing) else text
    return [known[text] for text in texts]


def _spells(made: MadeRows, rule: ColumnRule, making: Making) -> list[Value]:
    texts = [_without_marks(made.rows, name) for name in rule.spell]
    # Nobody's where all of them are empty; else an empty one keeps its place, so that "", "A" is not "A", "".
    pieces = [[same_name(each[place]) for each in texts] for place in made.places]
    groups = ["\x1f".join(each) if any(each) else "" for each in pieces]
    starts, ends = made.columns["started_on"], list(made.columns["ended_on"])
    for blanked in made.blanked:
        # An end that could not be read is not an open one: it must not swallow all that comes after it.
        if blanked.column == "ended_on":
            ends[blanked.place] = starts[blanked.place]
    firsts = first_days_of_spells(groups, starts, ends)
    ids = making.ids.of(made.rule.name)
    return [ids[(*each, first)] if first else None for each, first in zip(pieces, firsts, strict=True)]


def _read_texts(made: MadeRows, column: Column, rule: ColumnRule, making: Making) -> list[Value]:
    texts: list[Value] = [*_texts(made, rule)]
    if rule.via:
        via = rule.via
        marks = made.rows.source.missing
        texts = [
            making.references.follow(via, text) if isinstance(text, str) and not is_missing(text, marks) else None
            for text in texts
        ]
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


def _settle_doubts(made: MadeRows, column: Column, values: list[Value], making: Making) -> list[str | None]:
    """Return the values without their doubts; blank what was in doubt, and refuse rows that lack what is required."""
    rule = made.rule.columns[column.name]
    heading = " / ".join(rule.columns_read) or column.name
    # A rule that only adds to rows of others may lack what they have.
    is_needed = column.required and not (made.rule.adds and column.name not in TABLES[made.rule.name].key)
    texts = _texts(made, rule) if rule.names or rule.joined else None
    names_people = any(same_name(name) in making.personal[made.rule.source] for name in rule.columns_read)
    is_withheld_here = names_people or _tells_of_people(made.rule.name, column, rule)
    settled: list[str | None] = []
    for place, value in enumerate(values):
        settled.append(None if isinstance(value, Doubt) else value)
        if isinstance(value, Doubt):
            doubt = _without_days(value) if is_withheld_here else value
            shown = UNSHOWN if is_withheld_here else shown_text(texts[made.places[place]] if texts else "")
            if doubt.kind is not DoubtKind.UNREADABLE:
                making.questions.ask_about_value(made, column.name, shown, doubt, made.places[place])
            why = f"{heading}: {doubt.why}" if rule.id_of else f"{heading}: {shown} {doubt.why}"
            if is_needed:
                made.refused.setdefault(place, why)
            else:
                made.blanked.append(Blanked(place, column.name, why))
        elif value is None and is_needed:
            made.refused.setdefault(place, f"{heading}: empty, and {made.rule.name}.{column.name} is required")
    return settled


def _tells_of_people(table: str, column: Column, rule: ColumnRule) -> bool:
    return is_withheld(table, column.name) or (column.kind in _UNSHOWN_KINDS and not rule.lookup)


def _without_days(doubt: Doubt) -> Doubt:
    """Take out of a doubt the two days it names, where they are days of birth."""
    return replace(doubt, why="could be two days") if doubt.kind is DoubtKind.AMBIGUOUS else doubt
