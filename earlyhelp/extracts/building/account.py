"""The account: what became of each row of each sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from earlyhelp.extracts.building.laid_out import LaidOut
from earlyhelp.extracts.building.made_rows import MadeRows
from earlyhelp.extracts.building.source_rows import SourceRows

HEADINGS = ("file", "sheet", "row", "piece", "source", "table", "outcome", "key", "table_row", "column", "why")


class Outcome(StrEnum):
    """What became of a row in a table, or of a value."""

    USED = "used"
    MERGED = "merged"
    REFUSED = "refused"
    LEFT_OUT = "left out"
    BLANKED = "blanked"


@dataclass(frozen=True, slots=True)
class SheetCount:
    """Rows of one sheet for one source: rows == data + left_out + refused, and blank rows beside them.

    refused     rows so damaged that they could not be read
    uncounted   rows of data, or pieces of them, whose count for `repeat` could not be read
    """

    source: str
    title: str
    rows: int
    data: int
    left_out: int
    refused: int
    blank: int
    uncounted: int


@dataclass(frozen=True, slots=True)
class RuleCount:
    """Rows offered to one table by one source: offered == used + merged + refused + left_out.

    offered     rows of data, or the pieces they were made into
    blanked     values (not rows) read as not recorded
    """

    table: str
    source: str
    offered: int
    used: int
    merged: int
    refused: int
    left_out: int
    blanked: int


def count_sheets(rows: SourceRows) -> list[SheetCount]:
    """Return for each sheet of a source how its rows divide."""
    return [_count_sheet(rows, index, part.laid_out) for index, part in enumerate(rows.parts)]


def _count_sheet(rows: SourceRows, index: int, laid_out: LaidOut) -> SheetCount:
    sheet = laid_out.sheet
    return SheetCount(
        rows.source.name,
        sheet.title,
        len(sheet.numbers),
        len(laid_out.numbers),
        len(laid_out.left_out),
        len(sheet.damaged),
        sheet.blank_rows,
        sum(1 for each in rows.uncounted if each.part == index),
    )


def count_rule(made: MadeRows) -> RuleCount:
    """Return how the rows offered to a table divide."""
    refused, merged = len(made.refused), len(made.merged)
    return RuleCount(
        made.rule.name,
        made.rows.source.name,
        len(made.rows),
        len(made.places) - refused - merged,
        merged,
        refused,
        len(made.left_out),
        sum(1 for each in made.blanked if each.place not in made.refused),
    )


def account_of(sources: Sequence[SourceRows], made: Sequence[MadeRows]) -> Iterator[tuple[object, ...]]:
    """Yield the lines of the account under `HEADINGS`: first what no table was offered, then each table's rows."""
    for rows in sources:
        yield from _outside_tables(rows)
    for each in made:
        yield from _within_table(each)


def _outside_tables(rows: SourceRows) -> Iterator[tuple[object, ...]]:
    for index, part in enumerate(rows.parts):
        sheet = part.laid_out.sheet
        outside = [(number, "", Outcome.LEFT_OUT, why) for number, why in part.laid_out.left_out.items()]
        outside += [(number, "", Outcome.REFUSED, why) for number, why in sheet.damaged.items()]
        faults = [each for each in rows.uncounted if each.part == index]
        outside += [(each.number, each.piece, Outcome.REFUSED, each.why) for each in faults]
        told = {*rows.numbers[part.start : part.end], *(each.number for each in faults)}
        silent = [number for number in part.laid_out.numbers if number not in told]
        outside += [(number, "", Outcome.LEFT_OUT, "nothing to count or to turn into rows") for number in silent]
        for number, piece, outcome, why in sorted(outside):
            yield sheet.file, sheet.name, number, piece, rows.source.name, "", outcome.value, "", "", "", why


def _within_table(made: MadeRows) -> Iterator[tuple[object, ...]]:
    blanked: dict[int, list[tuple[str, str]]] = {}
    for each in made.blanked:
        blanked.setdefault(each.place, []).append((each.column, each.why))
    part_of, place_of = made.rows.part_of_each(), {at: place for place, at in enumerate(made.places)}
    for at in range(len(made.rows)):
        sheet = made.rows.parts[part_of[at]].laid_out.sheet
        start = (sheet.file, sheet.name, made.rows.numbers[at], made.rows.pieces[at], made.rows.source.name)
        if at in made.left_out:
            yield *start, made.rule.name, Outcome.LEFT_OUT.value, "", "", "", made.left_out[at]
            continue
        place = place_of[at]
        outcome, why = _outcome(made, place)
        given = made.given.get(at)
        # The key as findings write it, and the row they name: so a finding is traced to the file it came from.
        key, row = ("; ".join(given.key), given.row) if given else ("", "")
        yield *start, made.rule.name, outcome.value, key, row, "", why
        if outcome is not Outcome.REFUSED:
            for column, doubt in blanked.get(place, ()):
                yield *start, made.rule.name, Outcome.BLANKED.value, key, row, column, doubt


def _outcome(made: MadeRows, place: int) -> tuple[Outcome, str]:
    if place in made.refused:
        return Outcome.REFUSED, made.refused[place]
    if place in made.merged:
        return Outcome.MERGED, made.merged[place]
    return Outcome.USED, ""
