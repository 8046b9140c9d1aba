"""Writes tables as ods: a zip of four parts, of which content.xml holds the cells."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from earlyhelp.extracts.files.sheet import cell_address
from tests.extracts.writers.cells import Cell, CellError, Table, check_cell

MIMETYPE: Final = "application/vnd.oasis.opendocument.spreadsheet"
HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.3" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>'
    '<style:style style:name="hidden" style:family="table"><style:table-properties table:display="false"/>'
    "</style:style></office:automatic-styles><office:body><office:spreadsheet>"
)
TAIL: Final = "</office:spreadsheet></office:body></office:document-content>"
MANIFEST: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def write_ods(path: Path, sheets: dict[str, Table]) -> Path:
    """Write each table as a sheet. Raises CannotWrite."""
    return write_content(path, "".join(_table(name, rows) for name, rows in sheets.items()))


def write_content(path: Path, tables: str, manifest: str = MANIFEST) -> Path:
    """Write an ods around the XML of its tables."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", HEAD + tables + TAIL)
    return path


def _table(name: str, rows: Table) -> str:
    lines = (
        "".join(_cell(cell, cell_address(number, place)) for place, cell in enumerate(cells))
        for number, cells in enumerate(rows, start=1)
    )
    body = "".join(f"<table:table-row>{line or '<table:table-cell/>'}</table:table-row>" for line in lines)
    return f"<table:table table:name={quoteattr(name)}>{body}</table:table>"


def _cell(cell: Cell, address: str) -> str:
    check_cell(cell, address)
    match cell:
        case None | "":
            return "<table:table-cell/>"
        case bool():
            return _typed("boolean", f'office:boolean-value="{str(cell).lower()}"', str(cell).upper())
        case datetime() | date():
            return _typed("date", f'office:date-value="{cell.isoformat()}"', cell.isoformat())
        case CellError():
            # As LibreOffice writes it: a text to readers of the standard, an error to itself.
            return _typed("string", 'office:string-value="" calcext:value-type="error"', cell.text)
        case str():
            return _typed("string", "", cell)
        case int() | float():
            return _typed("float", f'office:value="{cell!r}"', repr(cell))


def _typed(kind: str, attributes: str, text: str) -> str:
    paragraphs = "".join(f"<text:p>{_spaced(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell office:value-type="{kind}" {attributes}>{paragraphs}</table:table-cell>'


def _spaced(line: str) -> str:
    """White space as elements: plain spaces would be drawn together, as in HTML."""
    line = re.sub(" +", lambda spaces: f'<text:s text:c="{len(spaces[0])}"/>', escape(line))
    return line.replace("\t", "<text:tab/>").replace('<text:s text:c="1"/>', " ") if line.strip() else line
