"""Scans xlsb: the parts of an xlsx, written as records ([MS-XLSB])."""

from __future__ import annotations

import struct
from typing import Final

from earlyhelp.dataset.reading.header import BLANKS
from earlyhelp.extracts.files.workbook_parts import LARGEST_PART, Parts
from earlyhelp.extracts.files.workbook_records import walk_records
from earlyhelp.extracts.files.workbook_refusals import damaged
from earlyhelp.extracts.files.workbook_scan import (
    ERROR_TEXTS,
    MOST_COLUMNS,
    MOST_ROWS,
    SheetScan,
    WorkbookScan,
    check_total,
)
from earlyhelp.extracts.files.workbook_xlsx import read_targets

_ROW, _BLANK, _ERROR, _TEXT, _SHARED, _FORMULA_TEXT, _FORMULA_ERROR, _RICH = 0, 1, 3, 6, 7, 8, 11, 62
_FILLED: Final = frozenset({2, _ERROR, 4, 5, _TEXT, _SHARED, _FORMULA_TEXT, 9, 10, _FORMULA_ERROR, _RICH})
_SHEET, _BOOK_PROPERTIES, _COLUMN, _SHARED_TEXT = 156, 153, 60, 19
_LARGEST_TEXTS: Final = 200_000_000


def scan_xlsb(parts: Parts) -> WorkbookScan:
    """Return what the sheets hold. Raises CannotRead."""
    targets = read_targets(parts, "xl/_rels/workbook.bin.rels")
    blank_texts = _find_blank_texts(parts)
    sheets: list[SheetScan] = []
    seen: set[str] = set()
    epoch = 1900
    try:
        for kind, content in walk_records(parts, "xl/workbook.bin", LARGEST_PART):
            if kind == _BOOK_PROPERTIES:
                epoch = 1904 if content[0] & 1 else 1900
            elif kind == _SHEET:
                relation, end = _wide(content, 8)
                what, target = targets.get(relation, ("", ""))
                name, _ = _wide(content, end)
                sheet = SheetScan(parts.name, name, what == "worksheet", content[0] != 0)
                # A part that stands for many sheets would be scanned as often.
                if not what or target in seen:
                    raise damaged(parts.name, f"does not say where its sheet {name} is")
                seen.add(target)
                if sheet.is_table:
                    _scan_rows(parts, target, blank_texts, sheet)
                sheets.append(sheet)
                check_total(parts.name, sheets)
    except (struct.error, IndexError):
        raise damaged(parts.name, "holds records that are cut short") from None
    return WorkbookScan(sheets, epoch)


def _find_blank_texts(parts: Parts) -> frozenset[int]:
    if "xl/sharedStrings.bin" not in parts:
        return frozenset()
    records = walk_records(parts, "xl/sharedStrings.bin", _LARGEST_TEXTS)
    texts = (content for kind, content in records if kind == _SHARED_TEXT)
    return frozenset(number for number, content in enumerate(texts) if not _wide(content, 1)[0].strip(BLANKS))


def _scan_rows(parts: Parts, part: str, blank_texts: frozenset[int], sheet: SheetScan) -> None:
    row = 0
    for kind, content in walk_records(parts, part):
        if kind in _FILLED:
            place = int.from_bytes(content[:4], "little")
            if not row or place >= MOST_COLUMNS:
                raise damaged(sheet.title, "has cells outside of its rows and columns")
            if _is_filled(kind, content, blank_texts):
                sheet.reach(row, place + 1)
                sheet.fill(row)
            if kind in (_ERROR, _FORMULA_ERROR):
                sheet.fail(row, place, ERROR_TEXTS.get(content[8], f"number {content[8]}"))
        elif kind == _ROW:
            before, row = row, int.from_bytes(content[:4], "little") + 1
            if row <= before or row > MOST_ROWS:
                raise damaged(sheet.title, f"has row {row} behind row {before}")
            if content[11] & 0x10:
                sheet.hidden_rows.add(row)
        elif kind == _COLUMN and content[16] & 1:
            sheet.hide_columns(*struct.unpack_from("<II", content))


def _is_filled(kind: int, content: bytes, blank_texts: frozenset[int]) -> bool:
    if kind in (_TEXT, _FORMULA_TEXT):
        return bool(_wide(content, 8)[0].strip(BLANKS))
    if kind == _RICH:
        return bool(_wide(content, 9)[0].strip(BLANKS))
    return kind != _SHARED or int.from_bytes(content[8:12], "little") not in blank_texts


def _wide(content: bytes, at: int) -> tuple[str, int]:
    """A text with its length before it, and where it ends."""
    length = struct.unpack_from("<I", content, at)[0]
    end = at + 4 + 2 * length
    if end > len(content):
        raise IndexError(end)
    return content[at + 4 : end].decode("utf-16-le", "replace"), end
