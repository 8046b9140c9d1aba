"""Writes tables as xlsb: the parts of an xlsx, but as records ([MS-XLSB]): a type, a size, and that many bytes."""

from __future__ import annotations

import struct
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Final

from earlyhelp.extracts.files.sheet import cell_address
from tests.extracts.writers.cells import ERROR_CODES, Cell, CellError, Table, check_cell, serial

_TYPES: Final = "application/vnd.ms-excel"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_DAY, _MOMENT = 1, 2


def write_xlsb(path: Path, sheets: dict[str, Table], epoch: int = 1900) -> Path:
    """Write each table as a sheet, texts inline. Raises CannotWrite."""
    return write_parts(path, {name: sheet_part(rows, epoch) for name, rows in sheets.items()}, epoch)


def write_parts(path: Path, sheets: dict[str, bytes], epoch: int = 1900) -> Path:
    """Write an xlsb around the records of its sheets."""
    parts = {f"xl/worksheets/sheet{number}.bin": part for number, part in enumerate(sheets.values(), start=1)}
    targets = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{number}.bin"/>'
        for number in range(1, len(sheets) + 1)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="bin" '
            f'ContentType="{_TYPES}.sheet.binary.macroEnabled.main"/><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        )
        archive.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<Relationships xmlns="{_PACKAGE}/relationships">{targets}<Relationship Id="rId0" '
            f'Type="{_RELATIONS}/styles" Target="styles.bin"/></Relationships>',
        )
        archive.writestr("xl/workbook.bin", _workbook_part(list(sheets), epoch))
        archive.writestr("xl/styles.bin", _styles_part())
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def sheet_part(rows: Table, epoch: int = 1900) -> bytes:
    width = max((len(cells) for cells in rows), default=1)
    content = (
        record(129) + record(148, struct.pack("<4I", 0, max(len(rows) - 1, 0), 0, max(width - 1, 0))) + record(145)
    )
    for row, cells in enumerate(rows):
        content += row_record(row)
        for place, cell in enumerate(cells):
            check_cell(cell, cell_address(row + 1, place), epoch)
            content += cell_record(place, cell, epoch)
    return content + record(146) + record(130)


def row_record(row: int, *, is_hidden: bool = False) -> bytes:
    return record(0, struct.pack("<IIHBBBI", row, 0, 300, 0, 0x10 if is_hidden else 0, 0, 0))


def cell_record(place: int, cell: Cell, epoch: int = 1900) -> bytes:
    match cell:
        case None | "":
            return b""
        case bool():
            return record(4, _start(place) + bytes([cell]))
        case datetime() | date():
            style = _MOMENT if isinstance(cell, datetime) else _DAY
            return record(5, _start(place, style) + struct.pack("<d", serial(cell, epoch)))
        case CellError():
            return record(3, _start(place) + bytes([ERROR_CODES[cell.text]]))
        case str():
            return record(6, _start(place) + wide(cell))
        case int() | float():
            return record(5, _start(place) + struct.pack("<d", cell))


def record(kind: int, content: bytes = b"") -> bytes:
    return (bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])) + _size(len(content)) + content


def wide(text: str) -> bytes:
    coded = text.encode("utf-16-le")
    return struct.pack("<I", len(coded) // 2) + coded


def _start(place: int, style: int = 0) -> bytes:
    return struct.pack("<II", place, style)


def _size(number: int) -> bytes:
    coded = bytearray()
    while number > 127:
        coded.append(number & 127 | 128)
        number >>= 7
    return bytes([*coded, number])


def _workbook_part(names: list[str], epoch: int) -> bytes:
    bundles = b"".join(
        record(156, struct.pack("<II", 0, number) + wide(f"rId{number}") + wide(name))
        for number, name in enumerate(names, start=1)
    )
    properties = record(153, struct.pack("<II", int(epoch == 1904), 0) + wide(""))
    return record(131) + properties + record(143) + bundles + record(144) + record(132)


def _styles_part() -> bytes:
    formats = b"".join(
        record(44, struct.pack("<H", number) + wide(code))
        for number, code in ((164, "dd/mm/yyyy"), (165, "dd/mm/yyyy hh:mm:ss"))
    )
    looks = b"".join(record(47, struct.pack("<8H", 0, number, 0, 0, 0, 0, 0, 0)) for number in (0, 164, 165))
    return (
        record(278) + record(615, struct.pack("<I", 2)) + formats + record(616)
        + record(617, struct.pack("<I", 3)) + looks + record(618) + record(279)
    )  # fmt: skip
