"""Scans the rows of an xlsx sheet: where its cells are, which rows hold something, which cells need a second look.

A row is looked at as bytes, without a parser, because sheets of millions of cells must be scanned within seconds.
That is safe only for XML as Excel and most programs write it. All else is first written again in that form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import pairwise
from typing import Final

from earlyhelp.extracts.files.workbook_parts import Parts
from earlyhelp.extracts.files.workbook_plain_xml import place_of, write_plainly
from earlyhelp.extracts.files.workbook_refusals import damaged, too_large
from earlyhelp.extracts.files.workbook_scan import MOST_ROWS, SheetScan
from earlyhelp.extracts.files.workbook_shared_texts import is_blank_xml

_LARGEST_ROW: Final = 32_000_000
_LETTERS: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS: Final = b"0123456789"
_NOT_PLAIN: Final = ((b"!", (b"<!",)), (b":", (b":row", b":c ", b":c>", b":sheetData")), (b"'", (b"='",)))
"""Marks of other ways to write a sheet, behind one byte of theirs that is rare: searching for one byte is quick."""

_ROW_NUMBER: Final = re.compile(rb'\sr="([0-9]{1,7})"')
_IS_HIDDEN: Final = re.compile(rb'\shidden="(?:1|true)"')
_SAYS: Final = rb"[!-%'-;=-~][^<]*"
_FORMULA: Final = rb"(?:<f(?: [^>]*)?(?:/>|>[^<]*</f>))?"
_SIMPLE_CELL: Final = re.compile(
    rb'<c r="([A-Z]{1,3}[0-9]{1,7})"(?: s="[0-9]{1,5}")?(?:/>|'
    rb'(?: t="[sbn]")?>' + _FORMULA + rb"<v>[^<]+</v></c>|"
    rb' t="str">' + _FORMULA + rb"<v>" + _SAYS + rb"</v></c>|"
    rb' t="inlineStr"><is><t(?: xml:space="preserve")?>' + _SAYS + rb"</t></is></c>)"
)
"""A cell of which no more need be known: it is empty, or says something that begins with a visible letter."""

_ADDRESS: Final = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"')
_ADDRESS_OF_FILLED: Final = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"[^>/]*>')
_CELL: Final = re.compile(rb'<c r="([A-Z]{1,3})[0-9]+"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_KIND: Final = re.compile(rb'\st="(\w+)"')
_VALUE: Final = re.compile(rb"<v(?:\s[^>]*)?>([^<]*)</v>")
_INLINE: Final = re.compile(rb"<t(?:\s[^>]*)?>([^<]*)</t>")
_COLUMNS: Final = re.compile(rb"<col\s([^>]*)")
_BOUND: Final = re.compile(rb'\b(min|max)="([0-9]{1,5})"')


class _NotPlain(Exception):  # noqa: N818 - a turning, not an error
    """The XML is written in a way that bytes alone do not tell."""


def scan_rows(parts: Parts, part: str, blank_texts: frozenset[int], sheet: SheetScan) -> None:
    """Put into the scan what the sheet holds.

    blank_texts     numbers of the shared texts that hold only white space
    Raises          CannotRead: it is damaged, too large, or its rows are out of order
    """
    try:
        _Rows(sheet, blank_texts).scan(parts.read(part))
    except _NotPlain:
        again = SheetScan(sheet.file, sheet.name, is_hidden=sheet.is_hidden)
        try:
            _Rows(again, blank_texts).scan(write_plainly(parts.read(part), sheet.title))
        except _NotPlain:
            raise damaged(sheet.title, "holds cells that cannot be understood") from None
        for name in ("filled", "height", "width", "corrections", "hidden_rows", "hidden_columns"):
            setattr(sheet, name, getattr(again, name))
        sheet.unsaved, sheet.first_unsaved = again.unsaved, again.first_unsaved


class _Rows:
    def __init__(self, sheet: SheetScan, blank_texts: frozenset[int]) -> None:
        self.sheet, self.blank_texts = sheet, blank_texts
        self.row = 0
        self.known: dict[bytes, int] = {}
        self.has_blank = _find_any_of(blank_texts)

    def scan(self, chunks: Iterator[bytes]) -> None:
        pieces = self._cut(chunks)
        head = next(pieces)
        if b"<sheetData" not in head:
            raise _NotPlain
        self._read_columns(head)
        if b"<sheetData/>" not in head:
            for piece in pieces:
                self._take(piece)
        for _ in chunks:
            """Read on, so that a part that breaks off behind its cells is found out too."""

    def _cut(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """Yield what stands before the rows, then each row, from behind its `<row` to the next one."""
        rest = b""
        for chunk in chunks:
            text = rest + chunk
            if any(byte in text and any(mark in text for mark in marks) for byte, marks in _NOT_PLAIN):
                raise _NotPlain
            text, end, _ = text.partition(b"</sheetData>")
            *pieces, rest = text.split(b"<row")
            yield from pieces
            if end:
                yield rest
                return
            if len(rest) > _LARGEST_ROW:
                raise too_large(self.sheet.title, "holds a row of more than 32 MB")
        if b"<sheetData/>" not in rest:
            raise _NotPlain
        yield rest

    def _read_columns(self, head: bytes) -> None:
        for attributes in _COLUMNS.findall(head):
            if _IS_HIDDEN.search(b" " + attributes):
                bounds = {name: int(number) for name, number in _BOUND.findall(attributes)}
                self.sheet.hide_columns(bounds.get(b"min", 1) - 1, bounds.get(b"max", 0) - 1)

    def _take(self, piece: bytes) -> None:
        tag, mark, cells = piece.partition(b">")
        found = _ROW_NUMBER.search(tag)
        if not mark or not found:
            raise _NotPlain
        row = int(found[1])
        if row <= self.row:
            raise damaged(self.sheet.title, f"has row {row} behind row {self.row}")
        if row > MOST_ROWS:
            raise too_large(self.sheet.title, f"has a row numbered {row:,}")
        self.row = row
        if b"hidden" in tag and _IS_HIDDEN.search(tag):
            self.sheet.hidden_rows.add(row)
        if cells and not tag.endswith(b"/"):
            self._look(cells, found[1])

    def _look(self, cells: bytes, number: bytes) -> None:
        addresses = _SIMPLE_CELL.findall(cells)
        is_simple = len(addresses) == cells.count(b"<c") and not (self.has_blank and self.has_blank(cells))
        if not is_simple and len(_ADDRESS.findall(cells)) != cells.count(b"<c"):
            raise _NotPlain
        if not is_simple or b"/>" in cells:
            addresses = _ADDRESS_OF_FILLED.findall(cells)
        if not addresses:
            return
        joined = b",".join(addresses)
        if joined.translate(None, _LETTERS) != b",".join([number] * len(addresses)):
            raise damaged(self.sheet.title, f"has cells in row {self.row} that say they are in another")
        letters = joined.translate(None, _DIGITS)
        self.sheet.reach(self.row, self.known.get(letters) or self._measure(letters))
        if is_simple:
            self.sheet.fill(self.row)
        else:
            self._look_closely(cells)

    def _measure(self, letters: bytes) -> int:
        """Return how far the columns reach; rows mostly have the same ones, so few are ever measured."""
        places = [place_of(each.decode()) for each in letters.split(b",")]
        if any(left >= right for left, right in pairwise(places)):
            raise damaged(self.sheet.title, f"has cells out of order in row {self.row}")
        if len(self.known) < 10_000:
            self.known[letters] = places[-1] + 1
        return places[-1] + 1

    def _look_closely(self, cells: bytes) -> None:
        for letters, attributes, content in _CELL.findall(cells):
            kind = _KIND.search(attributes)
            kind = kind[1] if kind else b"n"
            value = _VALUE.search(content)
            text = value[1] if value else b""
            place = place_of(letters.decode())
            if kind == b"inlineStr":
                text = b"".join(_INLINE.findall(content))
            elif not text and b"<f" in content and (kind != b"str" or not value):
                self.sheet.miss(self.row, place)
            if kind == b"e" and text:
                self.sheet.fail(self.row, place, unescape(text.decode("utf-8", "replace")))
            if not self._is_blank(kind, text):
                self.sheet.fill(self.row)

    def _is_blank(self, kind: bytes, text: bytes) -> bool:
        if kind == b"s":
            return not text.isdigit() or int(text) in self.blank_texts
        return is_blank_xml(text)


def _find_any_of(blank_texts: frozenset[int]) -> Callable[[bytes], object] | None:
    """What finds a cell with one of these texts in a row; where they are many, any cell with a shared text will do."""
    if not blank_texts:
        return None
    numbers = b"|".join(b"%d" % number for number in blank_texts) if len(blank_texts) < 100 else b"[0-9]+"
    return re.compile(rb' t="s"><v>(?:' + numbers + rb")</v>").search
