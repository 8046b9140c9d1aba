"""Files made to do harm, or harmed: each is made in a moment and none is kept."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.extracts.writers import xls, xlsb
from tests.extracts.writers.cells import CellError, Table
from tests.extracts.writers.cfb import SECTOR, cfb_bytes, write_cfb
from tests.extracts.writers.ods import HEAD, MANIFEST, MIMETYPE, TAIL, write_content, write_ods
from tests.extracts.writers.raw_zip import Entry, entry, repeated, write_entries
from tests.extracts.writers.xls import write_xls
from tests.extracts.writers.xlsb import write_xlsb
from tests.extracts.writers.xlsx import write_xlsx
from tests.extracts.writers.xlsx_parts import PARTS, SHARED, SHEET, START, write_parts, write_rows

Make = Callable[[Path], object]

TABLE: Table = [
    ["Ref", "Received", "Age"],
    *[[f"R{number}", date(2016, 7, 1 + number % 30), number % 19] for number in range(200)],
    [None, CellError("#N/A"), 0.5],
]
WRITERS = {"xlsx": write_xlsx, "xlsb": write_xlsb, "xls": write_xls, "ods": write_ods}
END = "</sheetData></worksheet>"
ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {name} "{f"&{before};" * 20}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
# Put together from pieces: the project's files name no place on a machine.
LOCAL = "file:" + "///etc/hostname"
EXTERNAL = f'<!DOCTYPE a SYSTEM "{LOCAL}" [<!ENTITY x SYSTEM "{LOCAL}">]>'


def usual(**changed: Entry) -> list[Entry]:
    """The entries of an xlsx of one sheet with one cell, with some of them replaced."""
    parts = PARTS | {SHEET: f"{START}<sheetData>{ONE_CELL}{END}"}
    entries = {name: entry(name, content) for name, content in parts.items()}
    return [*(entries | {each.name: each for each in changed.values()}).values()]


def sheet(content: str) -> Make:
    """An xlsx whose one sheet has these rows."""
    return lambda path: write_rows(path, content)


def part(name: str, content: str) -> Make:
    return lambda path: write_parts(path, {SHEET: f"{START}<sheetData>{ONE_CELL}{END}"} | {name: content})


def entries(*changed: Entry) -> Make:
    return lambda path: write_entries(path, usual(**{str(number): each for number, each in enumerate(changed)}))


def more(*added: Entry) -> Make:
    return lambda path: write_entries(path, [*usual(), *added])


def content(written: bytes) -> Make:
    return lambda path: path.write_bytes(written)


def cut(kind: str, share: float) -> Make:
    """A sound file, broken off after this share of its bytes."""

    def make(path: Path) -> None:
        WRITERS[kind](path, {"Data": TABLE})
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])

    return make


def table(rows: str) -> Make:
    return lambda path: write_content(path, f'<table:table table:name="A">{rows}</table:table>')


def binary_sheet(records: bytes) -> Make:
    """An xlsb whose one sheet has these records."""
    part = xlsb.record(129) + xlsb.record(148, bytes(16)) + xlsb.record(145) + records + xlsb.record(146)
    return lambda path: xlsb.write_parts(path, {"A": part + xlsb.record(130)})


def old_sheet(records: bytes, shared: bytes = b"", start: bytes = b"") -> Make:
    """An xls whose one sheet has these records."""
    part = (start or xls.sheet_start(1, 1)) + records + xls.record(0x0A)
    return lambda path: write_cfb(path, {"Workbook": xls.join_parts({"A": part}, shared)})


def old_bytes(change: Callable[[bytearray], object]) -> Make:
    """An xls whose container is changed byte by byte."""

    def make(path: Path) -> None:
        changed = bytearray(cfb_bytes({"Workbook": xls.workbook_stream({"A": TABLE})}))
        change(changed)
        path.write_bytes(changed)

    return make


def wrong_table(file: bytearray, place: int, number: int) -> None:
    """Change which sector follows another."""
    struct.pack_into("<I", file, SECTOR + 4 * place, number)


def old_loop(file: bytearray) -> None:
    """Let the sectors of the stream follow each other in a circle."""
    wrong_table(file, 3, 2)


def old_list_loop(file: bytearray) -> None:
    """Let the last sector be the list of further tables, and name itself as the next."""
    last = len(file) // SECTOR - 2
    struct.pack_into("<I", file, len(file) - 4, last)
    struct.pack_into("<2I", file, 68, last, 1)


HONEST = entry(SHEET, f"{START}<sheetData>{ONE_CELL}{END}")
NUMBER = xls.cell_record(0, 0, 1, {})
SHARED_CELL = '<c r="{0}{1}" t="s"><v>0</v></c>'
LONG_SHARED = f"<sst><si><t>{'x' * 32_000}</t></si></sst>"
VALUE = '<table:table-cell office:value-type="float" office:value="1"/>'
FULL_ROW = VALUE.replace("/>", ' table:number-columns-repeated="16384"/>')

REFUSED: dict[str, tuple[str, Make]] = {
    # Archives
    "a sheet that unpacks to 450 MB": (
        "of more than 32 MB",
        entries(repeated(SHEET, START, b" " * (1 << 20), 450, END)),
    ),
    "texts that unpack to 450 MB": (
        "more than 8 million",
        more(repeated(SHARED, "<sst><si><t>", b"x" * (1 << 20), 450, "</t></si></sst>")),
    ),
    "looks that unpack to 450 MB": (
        "unpacks to",
        entries(repeated("xl/workbook.xml", "<a>", b" " * (1 << 20), 450, "</a>")),
    ),
    "five thousand parts": ("parts", more(*[entry(f"xl/{number}.xml", "<a/>") for number in range(5_000)])),
    "a directory that says it is 100 MB": (
        "parts",
        content(b"PK\3\4" + bytes(99) + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 9, 9, 100_000_000, 0, 0)),
    ),
    "an archive in an archive": (
        "holds no workbook",
        lambda path: write_entries(path, [entry("a.xlsx", b"PK\3\4" * 99)]),
    ),
    "parts over each other": ("over each other", more(replace(entry("xl/more.xml", "<a/>"), at=40))),
    "a name twice": ("same name", more(HONEST)),
    "a name twice but for its case": ("same name", more(replace(HONEST, name=SHEET.upper()))),
    "a name that leads up": ("lead out", more(entry("../../evil.xml", "<a/>"))),
    "a name that leads up, Windows": ("lead out", more(entry("xl\\..\\..\\evil.xml", "<a/>"))),
    "a name from the root": ("lead out", more(entry("/etc/evil", "<a/>"))),
    "a name on a drive": ("lead out", more(entry("C:\\evil", "<a/>"))),
    "a part with a password": ("password", entries(replace(HONEST, flags=1))),
    "a size said too small": ("wrong size", entries(replace(HONEST, size=50))),
    "a size said too small, with the check of what is said": (
        "wrong size",
        entries(replace(HONEST, size=50, check=zlib.crc32(b"a"))),
    ),
    "a size said too large": ("not whole", entries(replace(HONEST, size=5_000))),
    "a size said far too large": ("unpack to", entries(replace(HONEST, size=4_000_000_000))),
    "a wrong check": ("not whole", entries(replace(HONEST, check=1))),
    "packed in another way": ("packed", entries(replace(HONEST, method=12))),
    "packed badly": ("not whole", entries(replace(HONEST, packed=b"\xff" * len(HONEST.packed)))),
    **{
        f"an xlsx broken off at {share}": ("is not an Excel workbook", cut("xlsx", share))
        for share in (0.001, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99)
    },
    "an xlsb broken off": ("is not an Excel workbook", cut("xlsb", 0.6)),
    "an ods broken off": ("is not an Excel workbook", cut("ods", 0.6)),
    "an xls broken off": ("mixed up inside", cut("xls", 0.6)),
    # XML
    "a billion laughs in a sheet": (
        "declares entities",
        entries(entry(SHEET, LAUGHS + f"<worksheet><sheetData>&i;{END}")),
    ),
    "an outside entity in the list of sheets": (
        "declares entities",
        part("xl/workbook.xml", EXTERNAL + PARTS["xl/workbook.xml"]),
    ),
    "a billion laughs in the texts": ("declares entities", part(SHARED, LAUGHS + "<sst><si><t>&i;</t></si></sst>")),
    "a billion laughs in an ods": (
        "declares entities",
        lambda path: write_entries(path, [entry("mimetype", MIMETYPE), entry("content.xml", LAUGHS + HEAD + TAIL)]),
    ),
    "a sheet in UTF-16": ("UTF-8", entries(entry(SHEET, (LAUGHS + START + END).encode("utf-16")))),
    "a sheet with NULs": ("UTF-8", sheet('<row r="1"><c r="A1" t="str"><v>a\0</v></c></row>')),
    "a sheet that breaks off": ("not whole", entries(entry(SHEET, f"{START}<sheetData>{ONE_CELL}"))),
    "a sheet of another kind of file": ("not whole", entries(entry(SHEET, b"\x89PNG\r\n"))),
    # Sheets
    "ten million empty rows": (
        "row numbered|unpacks to",
        entries(repeated(SHEET, f"{START}<sheetData>", b"<row/>" * 10_000, 1_000, END)),
    ),
    "ten million empty rows with one number": (
        "behind row",
        entries(repeated(SHEET, f"{START}<sheetData>", b'<row r="7"></row>' * 10_000, 1_000, END)),
    ),
    "a cell in the last corner": (
        "XFD1048576",
        sheet(ONE_CELL + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    ),
    "a cell beyond the last corner": ("row numbered", sheet('<row r="9999999"><c r="A9999999"><v>1</v></c></row>')),
    "a column beyond the last": ("reaches to", sheet('<row r="1"><c r="ZZZ1"><v>1</v></c></row>')),
    "wide rows": (
        "reaches to",
        sheet("".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(1, 300))),
    ),
    "a cell that says it is in another row": ("in another", sheet('<row r="1"><c r="A1048576"><v>1</v></c></row>')),
    "rows out of order": ("behind row", sheet('<row r="2"><c r="A2"><v>1</v></c></row>' + ONE_CELL)),
    "a cell twice": ("out of order", sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')),
    "a row that never ends": (
        "more than 32 MB|unpacks to",
        entries(repeated(SHEET, f'{START}<sheetData><row r="1">', b'<c r="A1" s="1"/>' * 60_000, 40, f"</row>{END}")),
    ),
    "a text shared by a million cells": (
        "needs more memory|reaches to",
        lambda path: write_parts(
            path,
            {
                SHARED: LONG_SHARED,
                SHEET: START
                + "<sheetData>"
                + "".join(
                    f'<row r="{row}">{"".join(SHARED_CELL.format(letter, row) for letter in "ABCDEFGHIJ")}</row>'
                    for row in range(1, 60_000)
                )
                + END,
            },
        ),
    ),
    "a shared text that is not there": (
        "no spreadsheet program",
        sheet('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'),
    ),
    "a flag that is none": ("no spreadsheet program", sheet('<row r="1"><c r="A1" t="b"><v>2</v></c></row>')),
    "a sheet without its part": (
        "lacks its part",
        entries(entry("xl/_rels/workbook.xml.rels", PARTS["xl/_rels/workbook.xml.rels"].replace("sheet1", "sheet9"))),
    ),
    "a sheet without its relation": (
        "where its sheet A is",
        entries(entry("xl/_rels/workbook.xml.rels", "<Relationships/>")),
    ),
    "no relations": ("lacks its part", part("xl/_rels/workbook.xml.rels", "")),
    "one part for two sheets": (
        "where its sheet B is",
        entries(
            entry(
                "xl/workbook.xml",
                PARTS["xl/workbook.xml"].replace("</sheets>", '<sheet name="B" sheetId="2" r:id="rId1"/></sheets>'),
            )
        ),
    ),
    # Other files
    "a picture": ("is not an Excel workbook", content(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)),
    "nothing": ("is not an Excel workbook", content(b"")),
    "NULs": ("is not an Excel workbook", content(bytes(100_000))),
    "a letter": (
        "holds no workbook",
        lambda path: write_entries(
            path, [entry("[Content_Types].xml", "<Types/>"), entry("word/document.xml", "<a/>")]
        ),
    ),
    "a letter of LibreOffice": (
        "holds no workbook",
        lambda path: write_entries(
            path, [entry("mimetype", MIMETYPE.replace("spreadsheet", "text")), entry("content.xml", HEAD + TAIL)]
        ),
    ),
    # Containers and xls
    "a password on an xlsx": (
        "protected by a password",
        lambda path: write_cfb(path, {"EncryptionInfo": bytes(200), "EncryptedPackage": bytes(9_000)}),
    ),
    "a password on an xls": ("protected by a password", old_sheet(b"", shared=xls.record(0x2F, bytes(54)))),
    "an old letter": ("holds no workbook", lambda path: write_cfb(path, {"WordDocument": bytes(9_000)})),
    "a container with a loop": ("mixed up inside", old_bytes(old_loop)),
    "a container whose table lists itself": (
        "mixed up inside",
        old_bytes(lambda file: struct.pack_into("<2I", file, 76, 0, 0)),
    ),
    "a container whose directory loops": ("mixed up inside", old_bytes(lambda file: wrong_table(file, 1, 1))),
    "a container that leads out of the file": (
        "mixed up inside",
        old_bytes(lambda file: wrong_table(file, 2, 0x00FFFFFF)),
    ),
    "a container whose list of tables loops": ("mixed up inside", old_bytes(old_list_loop)),
    "a container of nothing": ("mixed up inside", content(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(5_000))),
    "a beginning of a container": ("mixed up inside", content(bytes.fromhex("d0cf11e0a1b11ae1"))),
    "an xls with a cell in the last corner": ("IV65536", old_sheet(NUMBER + xls.cell_record(65_535, 255, 1, {}))),
    "an xls whose dimension says everything": ("IV65536", old_sheet(NUMBER, start=xls.sheet_start(65_536, 256))),
    "an xls with a billion texts": (
        "cut short",
        old_sheet(NUMBER, shared=xls.record(0xFC, struct.pack("<II", 10**9, 10**9))),
    ),
    "an xls with a record beyond its end": ("cut short", old_sheet(struct.pack("<HH", 0x203, 0xFFFF))),
    # xlsb
    "an xlsb with a row beyond the last": (
        "behind row|row numbered",
        binary_sheet(xlsb.row_record(4_000_000_000) + xlsb.cell_record(0, 1)),
    ),
    "an xlsb with a column beyond the last": (
        "outside of its rows",
        binary_sheet(xlsb.row_record(0) + xlsb.cell_record(2_000_000, 1)),
    ),
    "an xlsb with a cell in the last corner": (
        "XFD1048576",
        binary_sheet(
            xlsb.row_record(0) + xlsb.cell_record(0, 1) + xlsb.row_record(1_048_575) + xlsb.cell_record(16_383, 1)
        ),
    ),
    "an xlsb with a cell before its row": ("outside of its rows", binary_sheet(xlsb.cell_record(0, 1))),
    "an xlsb with a record of 256 MB": ("ends in the middle", binary_sheet(b"\x00\xff\xff\xff\x7f" + bytes(99))),
    "an xlsb with a text that says it is longer": (
        "cut short",
        binary_sheet(xlsb.row_record(0) + xlsb.record(6, bytes(8) + struct.pack("<I", 0x7FFFFFFF))),
    ),
    # ods
    "an ods with a cell for each of all": (
        "reaches to",
        table(f'<table:table-row table:number-rows-repeated="1048576">{FULL_ROW}</table:table-row>'),
    ),
    "an ods with a cell for a row of millions": (
        "reaches to",
        table("".join(f"<table:table-row>{FULL_ROW}</table:table-row>" for _ in range(300))),
    ),
    "an ods with a cell in the last corner": (
        "reaches to",
        table(
            '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
            f'<table:table-row><table:table-cell table:number-columns-repeated="16383"/>{VALUE}</table:table-row>'
        ),
    ),
    "an ods with two thousand million rows": (
        "row numbered",
        table(f'<table:table-row table:number-rows-repeated="2000000000">{VALUE}</table:table-row>'),
    ),
    "an ods with rows less than none": (
        "row numbered",
        table(f'<table:table-row table:number-rows-repeated="-5">{VALUE}</table:table-row>'),
    ),
    "an ods with cells less than none": (
        "not whole",
        table(f'<table:table-row><table:table-cell table:number-columns-repeated="-5"/>{VALUE}</table:table-row>'),
    ),
    "an ods with a password": (
        "protected by a password",
        lambda path: write_content(
            path, "", MANIFEST.replace('"text/xml"/>', '"text/xml"><manifest:encryption-data/></manifest:file-entry>')
        ),
    ),
    "an ods that breaks off": ("not whole", table("<table:table-row>")),
    "an ods with a number that is none": (
        "no spreadsheet program",
        table('<table:table-row><table:table-cell office:value-type="float" office:value="x"/></table:table-row>'),
    ),
}
"""What the file is, what its refusal says (a pattern), and how it is made."""

HARMLESS: dict[str, Make] = {
    "a dimension that says everything": part(
        SHEET, f'{START}<dimension ref="A1:XFD1048576"/><sheetData>{ONE_CELL}{END}'
    ),
    "content types that say something else": part("[Content_Types].xml", "<Types/>"),
    "no content types": part("[Content_Types].xml", ""),
    "a million empty rows": sheet(ONE_CELL + "".join(f'<row r="{row}"/>' for row in range(2, 300_000))),
    "a row with a look of its own up to the last column": sheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"/><c r="XFD1" s="0"/></row>'
        '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    ),
    "an xlsb whose dimension says everything": binary_sheet(
        xlsb.record(148, struct.pack("<4I", 0, 1_048_575, 0, 16_383)) + xlsb.row_record(0) + xlsb.cell_record(0, 1)
    ),
    "an ods of empty rows up to the last": table(
        f'<table:table-row>{VALUE}<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    ),
}
"""What looks dangerous and holds one cell: A1, with a 1."""
