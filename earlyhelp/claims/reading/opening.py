"""Which reader a file needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from earlyhelp.claims.finding import CannotRead

TEXTS: Final = (".md", ".markdown", ".txt", ".text", "")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file: its number from 1 and its text. In Word a line is a paragraph or a row of a table."""

    number: int
    text: str


def read_lines(path: Path) -> list[Line]:
    """Return the lines of a file: Markdown, text, Word or PDF, told by the ending of its name.

    Raises CannotRead: there is no such file, it is of another kind, or it is damaged or locked
    """
    if not path.is_file():
        raise CannotRead(f"There is no file {path}. Give the name of a Markdown, text, Word or PDF file.")
    ending = path.suffix.casefold()
    if ending in TEXTS:
        return _read_text(path)
    if ending == ".docx":
        from earlyhelp.claims.reading.word import read_word

        return read_word(path)
    if ending == ".pdf":
        from earlyhelp.claims.reading.pdf import read_pdf

        return read_pdf(path)
    raise CannotRead(
        f"{path} ends in {ending}; what can be read ends in .md, .txt, .docx or .pdf. Save it as one of them."
    )


def _read_text(path: Path) -> list[Line]:
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return [Line(number, line) for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1)]
    raise CannotRead(f"{path} is no text. Save it as UTF-8 text, Word or PDF.")
