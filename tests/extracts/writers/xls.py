"""Writes tables as xls: one stream of records ([MS-XLS], BIFF8), each a type, a size and at most 8,224 bytes."""

from __future__ import annotations

import struct
from datetime import date, datetime
from pathlib import Path
from typing import Final

from earlyhelp.extracts.files.sheet import cell_address
from tests.extracts.writers.cells import ERROR_CODES, CannotWrite, Cell, CellError, Table, check_cell, serial
from tests.extracts.writers.cfb import write_cfb

_LARGEST: Final = 8_224
_DAY, _MOMENT = 1, 2


def write_xls(path: Path, sheets: dict[str, Table], epoch: int = 1900) -> Path:
    """Write each table as a sheet, texts shared. Raises CannotWrite."""
    return write_cfb(path, {"Workbook": workbook_stream(sheets, epoch)})


def workbook_stream(sheets: dict[str, Table], epoch: int = 1900) -> bytes:
    texts: dict[str, int] = {}
    parts = {name: sheet_part(rows, texts, epoch) for name, rows in sheets.items()}
    return join_parts(parts, shared_texts(list(texts)), epoch)


def join_parts(parts: dict[str, bytes], shared: bytes, epoch: int = 1900) -> bytes:
    """Put the sheets behind the part that names them and says where each begins."""
    before = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + record(0x42, b"\xb0\x04")
    before += record(0x22, struct.pack("<H", epoch == 1904))
    for number, code in ((164, "dd/mm/yyyy"), (165, "dd/mm/yyyy hh:mm:ss")):
        before += record(0x41E, struct.pack("<H", number) + _text(code))
    before += b"".join(record(0xE0, struct.pack("<HH", 0, number) + bytes(16)) for number in (0, 164, 165))
    bounds = {name: name.encode("utf-16-le") for name in parts}
    place = len(before) + sum(12 + len(coded) for coded in bounds.values()) + len(shared) + 4
    for name, coded in bounds.items():
        before += record(0x85, struct.pack("<IBBBB", place, 0, 0, len(coded) // 2, 1) + coded)
        place += len(parts[name])
    return before + shared + record(0x0A) + b"".join(parts.values())


def sheet_part(rows: Table, texts: dict[str, int], epoch: int = 1900) -> bytes:
    """Return the records of a sheet, and number its texts."""
    width = max((len(cells) for cells in rows), default=0)
    if width > 256 or len(rows) > 65_536:
        raise CannotWrite("IW1 or A65537 is beyond what an xls holds.")
    content = sheet_start(len(rows), width)
    for row, cells in enumerate(rows):
        for place, cell in enumerate(cells):
            check_cell(cell, cell_address(row + 1, place), epoch)
            content += cell_record(row, place, cell, texts, epoch)
    return content + record(0x0A)


def sheet_start(height: int, width: int) -> bytes:
    return record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + record(
        0x200, struct.pack("<IIHHH", 0, height, 0, width, 0)
    )


def cell_record(row: int, place: int, cell: Cell, texts: dict[str, int], epoch: int = 1900) -> bytes:
    match cell:
        case None | "":
            return b""
        case bool():
            return record(0x205, struct.pack("<HHHBB", row, place, 0, cell, 0))
        case datetime() | date():
            style = _MOMENT if isinstance(cell, datetime) else _DAY
            return record(0x203, struct.pack("<HHHd", row, place, style, serial(cell, epoch)))
        case CellError():
            return record(0x205, struct.pack("<HHHBB", row, place, 0, ERROR_CODES[cell.text], 1))
        case str():
            return record(0xFD, struct.pack("<HHHI", row, place, 0, texts.setdefault(cell, len(texts))))
        case int() | float():
            return record(0x203, struct.pack("<HHHd", row, place, 0, cell))


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def shared_texts(texts: list[str]) -> bytes:
    """Return the table of texts: a text that does not fit is cut, and goes on behind a byte that says it is wide."""
    records = [bytearray(struct.pack("<II", len(texts), len(texts)))]
    for text in texts:
        coded = text.encode("utf-16-le")
        if len(records[-1]) + 5 > _LARGEST:
            records.append(bytearray())
        records[-1] += struct.pack("<HB", len(coded) // 2, 1)
        while coded:
            room = (_LARGEST - len(records[-1])) // 2 * 2
            records[-1] += coded[:room]
            coded = coded[room:]
            if coded:
                records.append(bytearray(b"\x01"))
    return b"".join(record(0x3C if number else 0xFC, bytes(each)) for number, each in enumerate(records))


def _text(text: str) -> bytes:
    coded = text.encode("utf-16-le")
    return struct.pack("<HB", len(coded) // 2, 1) + coded
