"""Word documents: paragraphs and tables in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.table import Table

from earlyhelp.claims.finding import CannotRead
from earlyhelp.claims.reading.opening import Line


def read_word(path: Path) -> list[Line]:
    """Return a line for each paragraph and each row of a table, headings and lists marked as in Markdown.

    Raises CannotRead: it is no Word document, or it is damaged or locked by a password
    """
    try:
        document = docx.Document(str(path))
    except Exception as error:  # the library lets errors of zip and XML through as they are
        raise CannotRead(f"{path} cannot be read as a Word document. Open it in Word and save it as .docx.") from error
    return [Line(number, text) for number, text in enumerate(_texts(document), start=1)]


def _texts(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            style = (block.style.name or "") if block.style else ""
            yield _mark(style) + block.text.replace("\n", " ")
            if not style.startswith("List"):
                yield ""


def _mark(style: str) -> str:
    if style.startswith(("Heading", "Title")):
        return "# "
    return "- " if style.startswith("List") else ""


def _rows(table: Table) -> Iterator[str]:
    for place, row in enumerate(table.rows):
        yield "| " + " | ".join(cell.text.replace("\n", " ") for cell in row.cells) + " |"
        if place == 0:
            yield "|" + "---|" * len(row.cells)
    yield ""
