"""Scans ods: one XML part with all tables, in which rows and cells may stand for many like them."""

from __future__ import annotations

import re
from typing import Final
from xml.parsers import expat

from earlyhelp.dataset.reading.header import BLANKS
from earlyhelp.extracts.files.workbook_parts import Parts
from earlyhelp.extracts.files.workbook_refusals import damaged, has_password, too_large
from earlyhelp.extracts.files.workbook_scan import MOST_ROWS, SheetScan, WorkbookScan, check_total

_PART: Final = "content.xml"
_ASIDE: Final = ("office:annotation", "table:shapes", "table:tracked-changes", "table:dde-links")
_CELLS: Final = ("table:table-cell", "table:covered-table-cell")
_VALUES: Final = ("office:value", "office:date-value", "office:time-value", "office:boolean-value")
_IS_HIDDEN: Final = ("collapse", "filter")
_DURATION: Final = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?)?")


def scan_ods(parts: Parts) -> WorkbookScan:
    """Return what the tables hold. Days are written out in this format, so it has no epoch of its own.

    Raises  CannotRead
    """
    if "META-INF/manifest.xml" in parts and b"encryption-data" in parts.whole("META-INF/manifest.xml"):
        raise has_password(parts.name)
    scan = _Scan(parts.name)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    parser.CharacterDataHandler = scan.text
    try:
        for chunk in parts.read(_PART):
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError):
        raise damaged(parts.name, f"is not whole in its part {_PART}") from None
    check_total(parts.name, scan.sheets)
    return WorkbookScan(scan.sheets)


class _Scan:
    def __init__(self, file: str) -> None:
        self.file = file
        self.sheets: list[SheetScan] = []
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.aside = self.row = self.rows = self.place = self.column = 0
        self.cell: dict[str, str] = {}
        self.said: list[str] = []
        self.paragraphs = 0
        self.has_tab = self.is_in_cell = self.is_in_paragraph = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.aside or tag in _ASIDE:
            self.aside += 1
        elif tag in _CELLS:
            self.cell, self.said, self.paragraphs, self.has_tab = attributes, [], 0, False
            self.is_in_cell = True
        elif tag == "text:p":
            self.said += ["\n"] * (self.paragraphs > 0)
            self.paragraphs += 1
            self.is_in_paragraph = True
        elif tag in ("text:s", "text:tab", "text:line-break"):
            self._space(tag, attributes)
        elif tag == "table:table-row":
            self._start_row(attributes)
        elif tag == "table:table-column":
            self._pass_columns(attributes)
        elif tag == "table:table":
            self._start_table(attributes)
        elif tag == "style:style":
            self.style = attributes.get("style:name", "")
        elif tag == "style:table-properties" and attributes.get("table:display") == "false":
            self.hidden_styles.add(self.style)

    def end(self, tag: str) -> None:
        if self.aside:
            self.aside -= 1
        elif tag in _CELLS:
            self._end_cell()
        elif tag == "text:p":
            self.is_in_paragraph = False
        elif tag == "table:table-row":
            self.row += self.rows

    def text(self, text: str) -> None:
        if self.is_in_paragraph and self.is_in_cell and not self.aside:
            self.said.append(text)

    def _space(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "text:s":
            self.said.append(" " * min(int(attributes.get("text:c", "1")), 100_000))
        else:
            self.said.append("\t" if tag == "text:tab" else "\n")
            self.has_tab = True

    def _start_table(self, attributes: dict[str, str]) -> None:
        is_hidden = attributes.get("table:style-name", "") in self.hidden_styles
        self.sheets.append(SheetScan(self.file, attributes.get("table:name", ""), is_hidden=is_hidden))
        self.row = self.rows = self.column = 0

    def _pass_columns(self, attributes: dict[str, str]) -> None:
        number = int(attributes.get("table:number-columns-repeated", "1"))
        if attributes.get("table:visibility") in _IS_HIDDEN:
            self.sheets[-1].hide_columns(self.column, self.column + number - 1)
        self.column += number

    def _start_row(self, attributes: dict[str, str]) -> None:
        self.rows, self.place = int(attributes.get("table:number-rows-repeated", "1")), 0
        if self.rows < 1 or self.row + self.rows > 2 * MOST_ROWS:
            raise too_large(self.file, f"has a row numbered {self.row + self.rows:,}")
        if attributes.get("table:visibility") in _IS_HIDDEN and self.row + self.rows < MOST_ROWS:
            self.sheets[-1].hidden_rows.update(range(self.row + 1, self.row + self.rows + 1))

    def _end_cell(self) -> None:
        self.is_in_cell = False
        times = int(self.cell.get("table:number-columns-repeated", "1"))
        if times < 1 or not self.sheets:
            raise ValueError(times)
        kind = self.cell.get("office:value-type", "")
        if "table:formula" in self.cell and not kind:
            self.sheets[-1].miss(self.row + 1, self.place)
        if kind or self.said:
            self._hold(kind, times)
        self.place += times

    def _hold(self, kind: str, times: int) -> None:
        sheet = self.sheets[-1]
        said = self.cell.get("office:string-value", "") or "".join(self.said)
        if kind == "string" or not kind:
            if not said.strip(BLANKS):
                return
        elif not any(name in self.cell for name in _VALUES):
            raise damaged(sheet.title, "has a cell without the value it says it has")
        sheet.reach(self.row + self.rows, self.place + times)
        correction = self._correction(kind)
        for row in range(self.row + 1, self.row + self.rows + 1):
            sheet.fill(row)
            for place in range(self.place, self.place + times) if correction else ():
                sheet.correct(row, place, correction)

    def _correction(self, kind: str) -> str:
        """What the cell says where python-calamine leaves it out: errors, tabs and line breaks, lengths of time."""
        if self.cell.get("calcext:value-type") == "error" or self.has_tab:
            return "".join(self.said)
        if kind == "time" and (found := _DURATION.fullmatch(self.cell.get("office:time-value", ""))):
            days, hours, minutes, seconds = (int(number or 0) for number in found.groups()[1:])
            return f"{found[1]}{days * 24 + hours:02}:{minutes:02}:{seconds:02}"
        return ""
