"""PDF documents: the text of each page, line by line."""

from __future__ import annotations

import logging
from pathlib import Path

import pypdf

from earlyhelp.claims.finding import CannotRead
from earlyhelp.claims.reading.opening import Line


def read_pdf(path: Path) -> list[Line]:
    """Return the lines of all pages, numbered on from page to page.

    Raises CannotRead: it is no PDF, is locked, or holds pictures of text only
    """
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of every small fault that it can read over
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(path).pages]
    except Exception as error:  # damaged files raise errors of many kinds
        raise CannotRead(
            f"{path} cannot be read as a PDF: it is damaged or locked. Save it once more, unlocked."
        ) from error
    if not any(page.strip() for page in pages):
        raise CannotRead(f"{path} holds no text, only pictures of it. Ask for the file it was made from.")
    lines = [line for page in pages for line in [*page.split("\n"), ""]]
    return [Line(number, text) for number, text in enumerate(lines, start=1)]
