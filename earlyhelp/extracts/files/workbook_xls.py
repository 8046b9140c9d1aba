"""Scans xls: a stream of records, each a type, a size and so many bytes ([MS-XLS]: BIFF8, BIFF5 as far as it goes)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

from earlyhelp.dataset.reading.header import BLANKS
from earlyhelp.extracts.files.workbook_cfb import Container
from earlyhelp.extracts.files.workbook_refusals import damaged, has_password
from earlyhelp.extracts.files.workbook_scan import ERROR_TEXTS, SheetScan, WorkbookScan, check_total
from earlyhelp.extracts.files.workbook_xls_texts import read_shared_texts, read_short_text, read_text

_BEGIN, _END, _SHEET, _EPOCH, _PASSWORD, _CONTINUE, _SHARED_TEXTS = 0x809, 0x0A, 0x85, 0x22, 0x2F, 0x3C, 0xFC
_FORMULA, _TEXT_OF_FORMULA, _SHARED, _TEXT, _RICH, _FLAG, _NUMBER = 0x06, 0x207, 0xFD, 0x204, 0xD6, 0x205, 0x203
_SMALL_NUMBER, _SMALL_NUMBERS, _ROW, _COLUMN, _EXTENT = 0x27E, 0xBD, 0x208, 0x7D, 0x200
_BIFF8: Final = 0x600
_DATA_SHEET: Final = 0


def scan_xls(container: Container) -> WorkbookScan:
    """Return what the sheets hold. Raises CannotRead."""
    if "EncryptedPackage" in container:
        raise has_password(container.name)
    stream = next((name for name in ("Workbook", "Book", "WORKBOOK", "BOOK") if name in container), "")
    if not stream:
        raise damaged(container.name, "holds no workbook")
    try:
        return _Scan(container.name, container.stream(stream)).scan()
    except (struct.error, IndexError):
        raise damaged(container.name, "holds records that are cut short") from None


class _Scan:
    def __init__(self, file: str, content: bytes) -> None:
        self.file, self.content = file, content
        self.is_new = True
        self.blank_texts: frozenset[int] = frozenset()

    def scan(self) -> WorkbookScan:
        epoch, found = 1900, list[tuple[int, SheetScan]]()
        shared: list[bytes] = []
        last = 0
        for kind, content in self._records(0):
            if kind == _BEGIN:
                self.is_new = struct.unpack_from("<H", content)[0] == _BIFF8
            elif kind == _PASSWORD:
                raise has_password(self.file)
            elif kind == _EPOCH:
                epoch = 1904 if content[0] else 1900
            elif kind == _SHEET:
                found.append(self._sheet(content))
            elif kind == _SHARED_TEXTS or (kind == _CONTINUE and last == _SHARED_TEXTS):
                shared.append(content)
                kind = _SHARED_TEXTS
            last = kind
        texts = enumerate(read_shared_texts(shared)) if shared else ()
        self.blank_texts = frozenset(number for number, text in texts if not text.strip(BLANKS))
        if len({place for place, _ in found}) < len(found):
            raise damaged(self.file, "has sheets that begin at the same place")
        for place, sheet in found:
            if sheet.is_table:
                self._scan_rows(place, sheet)
        sheets = [sheet for _, sheet in found]
        check_total(self.file, sheets)
        return WorkbookScan(sheets, epoch)

    def _sheet(self, content: bytes) -> tuple[int, SheetScan]:
        place, state, kind = struct.unpack_from("<IBB", content)
        name = read_short_text(content, 6, is_new=self.is_new)
        return place, SheetScan(self.file, name, kind == _DATA_SHEET, state & 3 != 0)

    def _records(self, at: int) -> Iterator[tuple[int, bytes]]:
        """Yield the records of one part of the stream, from its beginning to its end, without charts within it."""
        depth = 0
        while True:
            kind, size = struct.unpack_from("<HH", self.content, at)
            at += 4
            if at + size > len(self.content):
                raise IndexError(at)
            depth += (kind == _BEGIN) - (kind == _END)
            if depth == 1:
                yield kind, self.content[at : at + size]
            if depth <= 0:
                return
            at += size

    def _scan_rows(self, place: int, sheet: SheetScan) -> None:
        rows: set[int] = set()
        formula = (0, 0)
        for kind, content in self._records(place):
            if kind in (_SHARED, _NUMBER, _SMALL_NUMBER, _FLAG, _TEXT, _RICH, _FORMULA, _SMALL_NUMBERS):
                row, column = struct.unpack_from("<HH", content)
                if kind == _FORMULA:
                    formula = (row, column)
                last = column if kind != _SMALL_NUMBERS else struct.unpack_from("<H", content, len(content) - 2)[0]
                if self._is_filled(kind, content, sheet):
                    sheet.reach(row + 1, last + 1)
                    rows.add(row + 1)
            elif kind == _EXTENT:
                self._check_extent(content, sheet)
            elif kind == _TEXT_OF_FORMULA and read_text(content, 0, is_new=self.is_new).strip(BLANKS):
                sheet.reach(formula[0] + 1, formula[1] + 1)
                rows.add(formula[0] + 1)
            elif kind == _ROW and content[12] & 0x20:
                sheet.hidden_rows.add(struct.unpack_from("<H", content)[0] + 1)
            elif kind == _COLUMN and content[8] & 1:
                sheet.hide_columns(*struct.unpack_from("<HH", content))
        sheet.filled.extend(sorted(rows))

    def _check_extent(self, content: bytes, sheet: SheetScan) -> None:
        """As much as the record says is what python-calamine lays out, whatever there is."""
        top, height, left, width = struct.unpack_from("<IIHH" if len(content) >= 12 else "<HHHH", content)
        if top > max(height, 1) or left > max(width, 1):
            raise damaged(sheet.title, "ends before it begins")
        sheet.reach(height, width)

    def _is_filled(self, kind: int, content: bytes, sheet: SheetScan) -> bool:
        if kind == _SHARED:
            return struct.unpack_from("<I", content, 6)[0] not in self.blank_texts
        if kind in (_TEXT, _RICH):
            return bool(read_text(content, 6, is_new=self.is_new).strip(BLANKS))
        if kind == _FLAG and content[7]:
            return self._correct(content, content[6], sheet)
        if kind == _FORMULA and content[12:14] == b"\xff\xff":
            # The result is no number: 0 a text in the next record, 1 a flag, 2 an error, 3 an empty text.
            return self._correct(content, content[8], sheet) if content[6] == 2 else content[6] == 1
        return True

    def _correct(self, content: bytes, code: int, sheet: SheetScan) -> bool:
        row, column = struct.unpack_from("<HH", content)
        sheet.fail(row + 1, column, ERROR_TEXTS.get(code, f"number {code}"))
        return True
