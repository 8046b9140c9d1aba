"""What a column takes, in words: for the notes of the template and for the documentation."""

from __future__ import annotations

from earlyhelp.dataset.declare import Column, Kind, Table

KINDS = {
    Kind.ID: "an identifier, kept as text",
    Kind.CODE: "a code",
    Kind.TEXT: "free text",
    Kind.DATE: "a date, year-month-day",
    Kind.FLAG: "true or false",
    Kind.NUMBER: "a number",
}


def kind_in_words(column: Column) -> str:
    """Return what may be written in the column, such as `a date, year-month-day; may lie ahead`."""
    if column.codes:
        return f"a code from the list {column.codes}"
    words = "a whole number" if column.whole else KINDS[column.kind]
    if column.at_least is not None and column.at_most is not None:
        words += f" from {column.at_least} to {column.at_most}"
    return f"{words}; may lie after the last day of the dataset" if column.planned else words


def requirement_in_words(table: Table, column: Column) -> str:
    """Return whether the column has to be filled, and whether it is part of the table's key."""
    words = "required" if column.required else "optional"
    return f"{words}, key" if column.name in table.key else words
