"""Lays out the sheets of every source of a mapping, and asks about what it did not foresee in them."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.extracts.building.laid_out import LaidOut, lay_out
from earlyhelp.extracts.building.match_files import fits_file, fits_sheet
from earlyhelp.extracts.building.questions import Questions
from earlyhelp.extracts.building.reshape import unpivoted_columns
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.mapping.declare import PSEUDO_COLUMNS, ColumnRule, Mapping, Source, TableRule
from earlyhelp.extracts.values.tidy import same_name


def lay_out_sheets(mapping: Mapping, source: Source, sheets: Sequence[Sheet], questions: Questions) -> list[LaidOut]:
    """Return the sheets of a source, each with its rows of data. Sheets without its columns are asked about."""
    groups = _columns_used(mapping, source)
    wanted = [name for names, _ in groups for name in names]
    needed = [[names[0] for names, is_needed in _of_rule(rule) if is_needed] for rule in mapping.tables_of(source.name)]
    found: list[LaidOut] = []
    for sheet in sheets:
        if not (fits_file(source, sheet.file) and fits_sheet(source, sheet)) or not sheet.rows:
            continue
        laid_out = lay_out(sheet, source, wanted, needed)
        if laid_out is None:
            questions.ask(
                f"{sheet.title} has no row with the columns of [source.{source.name}], such as {_some(wanted)}.",
                "narrow `files` or `sheets` of that source, or name the columns as they are now",
            )
            continue
        found.append(laid_out)
        _ask_about_columns(source, laid_out, groups, questions)
        for note in sheet.notes:
            questions.note(f"{sheet.title}: {note}")
    return found


def columns_read(mapping: Mapping, source: Source, sheets: Sequence[LaidOut]) -> frozenset[str]:
    """Return the columns that the tables made from a source can ask for, as they are compared."""
    read = {same_name(name) for names, _ in _columns_used(mapping, source) for name in names}
    if source.unpivot:
        read |= {same_name(name) for sheet in sheets for name in unpivoted_columns(source.unpivot, sheet.names)}
    return frozenset(read)


def _of_rule(rule: TableRule) -> list[tuple[tuple[str, ...], bool]]:
    """The columns a rule reads, each with its alternatives, and whether a row cannot do without it."""
    declared = {column.name: column for column in TABLES[rule.name].columns}
    used: list[tuple[tuple[str, ...], bool]] = []
    for name, each in rule.columns.items():
        is_needed = declared[name].required and each.otherwise is None
        used += [(names, is_needed) for names in _alternatives(each)]
    others = (*rule.where, *rule.leave_out, *rule.only_if_filled, *filter(None, (rule.only_in_county,)))
    return used + [((name,), False) for name in others]


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


def _some(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in list(dict.fromkeys(names))[:4])
