"""Says what of a sheet is hidden and was read all the same: a filter hides rows that nobody meant to lose."""

from __future__ import annotations

from collections.abc import Iterator

from earlyhelp.extracts.building.laid_out import LaidOut


def notes_on_hidden(laid_out: LaidOut) -> Iterator[str]:
    """Yield a sentence on a hidden sheet, on hidden rows and on hidden columns that were read."""
    sheet = laid_out.sheet
    if sheet.is_hidden:
        yield f"{sheet.title} is hidden in its workbook, and was read."
    rows = [number for number in laid_out.numbers if number in sheet.hidden_rows]
    if rows:
        which = f"row {rows[0]} is hidden and was" if len(rows) == 1 else f"{len(rows):,} hidden rows were"
        first = "" if len(rows) == 1 else f", the first row {rows[0]}"
        yield f'{sheet.title}: {which} read{first}; hidden_rows = "leave out" leaves such rows out.'
    names = [f"`{name}`" for place, name in enumerate(laid_out.names) if place in sheet.hidden_columns and name]
    if names:
        yield f"{sheet.title}: hidden columns were read like all others: {', '.join(names)}."
