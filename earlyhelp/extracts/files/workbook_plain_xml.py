"""Writes the XML of a sheet again as Excel would: no prefixes, no comments, every row and cell with its address."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final
from xml.parsers import expat

from earlyhelp.extracts.files.sheet import column_letters
from earlyhelp.extracts.files.workbook_refusals import damaged

_KEPT: Final = {
    "col": ("min", "max", "hidden"),
    "sheetData": (),
    "row": ("hidden",),
    "c": ("t",),
    "f": (),
    "v": (),
    "is": (),
    "t": (),
}
_TEXTS: Final = ("v", "t")


def write_plainly(chunks: Iterator[bytes], title: str) -> Iterator[bytes]:
    """Yield the sheet again, with its rows, cells, values and hidden columns only. Raises CannotRead: it is no XML."""
    writer = _Writer()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    try:
        for chunk in chunks:
            parser.Parse(chunk)
            yield writer.take()
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError):
        raise damaged(title, "is not whole") from None
    yield writer.take()


class _Writer:
    def __init__(self) -> None:
        self.written: list[str] = []
        self.row = self.place = 0
        self.within = ""
        self.is_phonetic = False

    def take(self) -> bytes:
        text = "".join(self.written).encode()
        self.written.clear()
        return text

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        self.is_phonetic = self.is_phonetic or tag == "rPh"
        if tag not in _KEPT or self.is_phonetic:
            return
        self.within = tag
        address = self._address(tag, attributes.get("r", ""))
        kept = "".join(f' {name}="{escape(attributes[name])}"' for name in _KEPT[tag] if name in attributes)
        self.written.append(f"<{tag}{address}{kept}>")

    def end(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag in _KEPT and not self.is_phonetic:
            self.written.append(f"</{tag}>")
            self.within = ""
        self.is_phonetic = self.is_phonetic and tag != "rPh"

    def text(self, text: str) -> None:
        if self.within in _TEXTS:
            self.written.append(escape(text))

    def _address(self, tag: str, given: str) -> str:
        """The address of a row or cell, counted on from the one before where the file does not give it."""
        if tag == "row":
            self.row, self.place = int(given) if given else self.row + 1, -1
            return f' r="{self.row}"'
        if tag != "c":
            return ""
        self.place += 1
        if given:
            letters = given.rstrip("0123456789")
            if not letters.isalpha() or not letters.isascii() or len(letters) > 3:
                raise ValueError(given)
            self.place = place_of(letters.upper())
            return f' r="{letters.upper()}{given[len(letters) :]}"'
        return f' r="{column_letters(self.place)}{self.row}"'


def place_of(letters: str) -> int:
    """Return the place of a column, from 0, by its letters: 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
