"""Lays out the sheets of every source of a mapping, and asks about what it did not foresee in them."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.extracts.building.hidden_cells import notes_on_hidden
from earlyhelp.extracts.building.laid_out import LaidOut, lay_out
from earlyhelp.extracts.building.match_files import fits_file, fits_source
from earlyhelp.extracts.building.needed_cells import unpivoted_columns
from earlyhelp.extracts.building.questions import Questions
from earlyhelp.extracts.files.header_rows import find_named_header
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.mapping.declare import PSEUDO_COLUMNS, ColumnRule, Mapping, Source, TableRule
from earlyhelp.extracts.values.tidy import same_name, tidy

_MOST_NAMED: Final = 4
_LEAST_ALIKE: Final = 2


def lay_out_sheets(mapping: Mapping, source: Source, sheets: Sequence[Sheet], questions: Questions) -> list[LaidOut]:
    """Return the sheets of a source, each with its rows of data. Sheets without its columns are asked about."""
    groups, wanted = _columns_used(mapping, source), _wanted(mapping, source)
    needed = [[names for names, is_needed in _of_rule(rule) if is_needed] for rule in mapping.tables_of(source.name)]
    found: list[LaidOut] = []
    for sheet in sheets:
        if not fits_source(source, sheet) or not sheet.rows:
            _note_like_sheet(mapping, source, sheet, groups, questions)
            continue
        laid_out = lay_out(sheet, source, wanted, needed)
        if laid_out is None:
            questions.ask(
                f"{sheet.title} has no row with the columns of [source.{source.name}], such as "
                f"{names_used(mapping, source)}.",
                "narrow `files` or `sheets` of that source, or name the columns as they are now",
            )
            continue
        found.append(laid_out)
        _ask_about_columns(source, laid_out, groups, questions)
        _note_cells_without_name(laid_out, questions)
        for note in (*notes_on_hidden(laid_out), *(f"{sheet.title}: {note}" for note in sheet.notes)):
            questions.note(note)
    return found


def _note_like_sheet(
    mapping: Mapping,
    source: Source,
    sheet: Sheet,
    groups: list[tuple[tuple[str, ...], bool]],
    questions: Questions,
) -> None:
    """Say where a sheet that no source takes has all a source needs: a district's that is new, or named anew."""
    is_taken = any(fits_source(each, sheet) for each in mapping.sources.values())
    needed = [{same_name(name) for name in names} for names, is_needed in groups if is_needed]
    if is_taken or sheet.is_hidden or not fits_file(source, sheet.file) or len(needed) < _LEAST_ALIKE:
        return
    header = find_named_header(sheet, source.header_has or _wanted(mapping, source), source.header_rows)
    names = {same_name(name) for name in header.names} if header else set[str]()
    if all(each & names for each in needed):
        questions.note(
            f"{sheet.title} has the columns of [source.{source.name}] and was passed over: "
            "its name fits none of the `sheets` there."
        )


def columns_read(mapping: Mapping, source: Source, sheets: Sequence[LaidOut]) -> frozenset[str]:
    """Return the columns that the tables made from a source can ask for, as they are compared."""
    read = {same_name(name) for names, _ in _columns_used(mapping, source) for name in names}
    if source.unpivot:
        read |= {same_name(name) for sheet in sheets for name in unpivoted_columns(source.unpivot, sheet.names)}
    return frozenset(read)


def names_used(mapping: Mapping, source: Source) -> str:
    """Return the first names that a header of this source is known by, as a message names them."""
    return ", ".join(f"`{name}`" for name in list(dict.fromkeys(_wanted(mapping, source)))[:_MOST_NAMED])


def named_texts(mapping: Mapping, source: Source) -> frozenset[str]:
    """Return the texts that the mapping names as values of cells that `unpivot` turns into rows, as compared."""
    if not source.unpivot:
        return frozenset()
    value = same_name(source.unpivot.value)
    rules = [each for rule in mapping.tables_of(source.name) for each in rule.columns.values()]
    read = [each for each in rules if value in map(same_name, each.names)]
    return frozenset(same_name(text) for each in read for text in each.values)


def _wanted(mapping: Mapping, source: Source) -> list[str]:
    turned = source.unpivot.columns if source.unpivot else ()
    # A pattern such as "*-16" is no name that a header could be known by.
    plain = [name for name in turned if not any(mark in name for mark in "*?")]
    return [*(name for names, _ in _columns_used(mapping, source) for name in names), *plain]


def _of_rule(rule: TableRule) -> list[tuple[tuple[str, ...], bool]]:
    """The columns a rule reads, each with its alternatives, and whether a row cannot do without it."""
    declared = {column.name: column for column in TABLES[rule.name].columns}
    used: list[tuple[tuple[str, ...], bool]] = []
    for name, each in rule.columns.items():
        is_needed = declared[name].required and each.otherwise is None
        used += [(names, is_needed) for names in _alternatives(each)]
    # Without these no row would be chosen, unless an empty cell is what is looked for.
    used += [((name,), all(map(tidy, texts))) for name, texts in rule.where.items()]
    used += [((name,), True) for name in filter(None, (rule.only_in_county,))]
    return used + [((name,), False) for name in (*rule.leave_out, *rule.only_if_filled)]


def _alternatives(rule: ColumnRule) -> list[tuple[str, ...]]:
    return [*([rule.names] if rule.names else []), *((name,) for name in (*rule.joined, *rule.hash, *rule.spell))]


def _columns_used(mapping: Mapping, source: Source) -> list[tuple[tuple[str, ...], bool]]:
    made = {same_name(name) for name in PSEUDO_COLUMNS}
    if source.unpivot:
        made |= {same_name(source.unpivot.name), same_name(source.unpivot.value)}
    if source.repeat:
        made.add(same_name(source.repeat.number))
    used = [each for rule in mapping.tables_of(source.name) for each in _of_rule(rule)]
    for other in mapping.tables:
        vias = [rule.via for rule in other.columns.values() if rule.via and rule.via.source == source.name]
        used += [((name,), False) for via in vias for name in (via.by, via.column) if name]
    if source.repeat:
        used += [((name,), True) for name in (source.repeat.by, *source.repeat.within)]
    left = [(tuple(name for name in names if same_name(name) not in made), needed) for names, needed in used]
    # Needed once is needed: the same column may be optional in another table.
    groups: dict[tuple[str, ...], bool] = {}
    for names, needed in left:
        if names:
            groups[names] = groups.get(names, False) or needed
    return list(groups.items())


def _ask_about_columns(
    source: Source, laid_out: LaidOut, groups: list[tuple[tuple[str, ...], bool]], questions: Questions
) -> None:
    known = {same_name(name) for names, _ in groups for name in names} | {same_name(name) for name in source.ignore}
    if source.unpivot:
        known |= {same_name(name) for name in unpivoted_columns(source.unpivot, laid_out.names)}
        if not unpivoted_columns(source.unpivot, laid_out.names):
            questions.ask(
                f"{laid_out.sheet.title} has no column that `unpivot` of [source.{source.name}] turns into rows.",
                "name them in `columns` of `unpivot` as they are now",
            )
    title = laid_out.sheet.title
    unknown = [name for name in laid_out.names if name and same_name(name) not in known]
    for name in unknown:
        questions.ask_about_column(source, name, title)
    for names, is_needed in groups:
        if any(same_name(name) in laid_out.places for name in names):
            continue
        likely = get_close_matches(names[0], unknown, 1)
        heading = " / ".join(names)
        if is_needed:
            meant = f', most likely as "{likely[0]}"' if likely else ""
            questions.ask(
                f"{title} lacks the column `{heading}`, without which its rows cannot be used.",
                f"write its name as it is now into the mapping{meant}",
            )
        else:
            questions.note(f"{title} has no column `{heading}`: read as not recorded.")


def _note_cells_without_name(laid_out: LaidOut, questions: Questions) -> None:
    """Say where a cell stands in no named column: a note beside the table, or a row that slipped to the right."""
    names = laid_out.names
    unnamed = [place for place, name in enumerate(names) if not name]
    found = [
        number
        for number, row in zip(laid_out.numbers, laid_out.rows, strict=True)
        if any(map(str.strip, row[len(names) :])) or any(row[place].strip() for place in unnamed if place < len(row))
    ]
    if found:
        rows = "1 row has" if len(found) == 1 else f"{len(found):,} rows have"
        first = f"row {found[0]}" if len(found) == 1 else f"the first is row {found[0]}"
        questions.note(f"{laid_out.sheet.title}: {rows} cells in columns without a name, which are not read: {first}.")
