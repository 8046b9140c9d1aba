"""Holds what a page says against what the publication hides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from earlyhelp.attacker.catalogue import COUNTED
from earlyhelp.attacker.cells import Cell, Exposure, Printed
from earlyhelp.attacker.loose_numbers import Table, hidden_tables, pinned_by
from earlyhelp.attacker.reading.edition import Edition, internal
from earlyhelp.attacker.reading.numbers import whole_numbers
from earlyhelp.attacker.reading.pages import HIDDEN, Bound, Page, Section, cell_of

_OF: Final = re.compile(r"(\d[\d,]*) of (\d[\d,]*)")
# A heading, not the end of a longer one.
_BEGINS: Final = r"(?:^|[;:.,]\s+)"
_DIGIT: Final = re.compile(r"\d")


class Reader(NamedTuple):
    """What is known while pages are read.

    levels      place code -> level
    tables      measure, place and period -> tables with hidden cells and no printed total
    numbers     measure -> every number that is printed of it, for whatever place and time
    """

    edition: Edition
    levels: Mapping[str, str]
    period: tuple[str, str]
    tables: Mapping[tuple[str, str, str, str], list[Table]]
    numbers: Mapping[str, set[int]]
    below: int


def read_pages(edition: Edition, *, below: int, is_public: bool) -> list[Exposure]:
    """Return what the pages of an edition give away; cells that only a page prints are added to the edition."""
    reader = Reader(edition, edition.levels, edition.period, hidden_tables(edition.cells), _numbers(edition), below)
    found: list[Exposure] = []
    for file, page in edition.pages():
        found += _check_page(reader, page, file)
        if is_public and page.says("internal"):
            found.append(internal(file))
    return found


def _numbers(edition: Edition) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for cell, printed in edition.cells.items():
        found[cell.measure].update(number for number in (printed.count, printed.out_of) if number is not None)
    return found


def _check_page(reader: Reader, page: Page, file: str) -> Iterator[Exposure]:
    hides = False
    tables: dict[str, Table] = {}
    for section in page.sections:
        here = _tables_of(reader, section)
        hides = hides or bool(section.rows)
        tables |= here
        yield from _check_bound(reader, section, file)
        yield from _check_rows(reader, section, file)
        yield from _check_loose(reader, section, here, file)
    for words in page.behind:
        yield from _check_behind(reader, words, tables, file, hides=hides)


def _check_bound(reader: Reader, section: Section, file: str) -> Iterator[Exposure]:
    for bound in section.bound:
        for written in bound.cells:
            cell = cell_of(written, reader.levels, reader.period)
            printed = reader.edition.cells.get(cell)
            if printed is None:
                _add_from_page(reader, cell, bound, file)
            elif printed.is_hidden and bound.is_derived:
                yield _told(cell, "words are derived from it though it is hidden.", file)
            elif printed.is_hidden and (_DIGIT.search(bound.words) or bound.value or _DIGIT.search(bound.more)):
                yield _told(cell, "a page prints it though it is hidden.", file)
            elif printed.has_number and not bound.is_derived and HIDDEN in bound.words:
                yield _told(cell, "a page hides it though a table prints it.", file)


def _add_from_page(reader: Reader, cell: Cell, bound: Bound, file: str) -> None:
    """Note a cell that no table has: what only a page says counts as well."""
    if bound.is_derived or cell.measure not in COUNTED:
        return
    if HIDDEN in bound.words:
        reader.edition.add(cell, Printed(None, None, None, "suppressed"), file)
        return
    pair = _OF.search(bound.words)
    if pair:
        count, out_of = (int(number.replace(",", "")) for number in pair.groups())
        reader.edition.add(cell, Printed(count, out_of, None, "value"), file)
    elif bound.value.isdigit() or (not bound.value and bound.words.replace(",", "").isdigit()):
        number = int(bound.value or bound.words.replace(",", ""))
        reader.edition.add(cell, Printed(number, None, None, "value"), file)


def _told(cell: Cell, why: str, file: str) -> Exposure:
    return Exposure(cell, "count", None, None, cell.table, why, (file,))


def _check_rows(reader: Reader, section: Section, file: str) -> Iterator[Exposure]:
    """Look in drawings and their texts for a number beside the heading of a row that hides it."""
    if not section.rows:
        return
    drawn = " ; ".join(section.drawn)
    measures = {written[0] for bound in section.bound for written in bound.cells}
    printed = set[int]().union(*(reader.numbers.get(measure, set()) for measure in measures))
    for heading, words in section.rows:
        if not heading:
            continue
        for said in re.findall(_BEGINS + re.escape(heading) + r"\s*[:;,]\s*([^;.]*)", drawn):
            if whole_numbers(said) - whole_numbers(words) - printed:
                yield Exposure(None, "count", None, None, heading, "a drawing tells what its table hides.", (file,))


def _check_loose(reader: Reader, section: Section, tables: Mapping[str, Table], file: str) -> Iterator[Exposure]:
    """Take each number bound to no cell as the total of every table of the section that hides cells."""
    if not tables and not section.rows:
        return
    printed = {number for bound in section.bound for number in whole_numbers(bound.words)}
    drawn = {number for words in section.drawn for number in whole_numbers(words)} - printed
    for table in tables.values():
        for number in sorted((whole_numbers(section.words) | drawn) - printed):
            if pinned_by(table, number, reader.below):
                yield Exposure(
                    table.cell, "count", None, None, table.cell.table, "a total stands in the text.", (file,)
                )
    if section.rows and any(0 < number < reader.below for number in drawn):
        why = "a drawing prints a small number that no table prints."
        yield Exposure(None, "count", None, None, section.rows[0][0], why, (file,))


def _check_behind(
    reader: Reader, words: str, tables: Mapping[str, Table], file: str, *, hides: bool
) -> Iterator[Exposure]:
    numbers = whole_numbers(words)
    if hides and any(0 < number < reader.below for number in numbers):
        yield Exposure(None, "count", None, None, file, "a small number stands behind the page.", (file,))
    for table in tables.values():
        if any(pinned_by(table, number, reader.below) for number in numbers):
            yield Exposure(
                table.cell, "count", None, None, table.cell.table, "a total stands behind the page.", (file,)
            )


def _tables_of(reader: Reader, section: Section) -> dict[str, Table]:
    """Return the tables that a section shows, in part or whole, and that hide cells and their total."""
    keys = dict.fromkeys(
        (cell.measure, cell.place, cell.first, cell.last)
        for bound in section.bound
        for cell in (cell_of(written, reader.levels, reader.period) for written in bound.cells)
    )
    return {table.cell.table: table for key in keys for table in reader.tables.get(key, ())}
