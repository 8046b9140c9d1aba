"""How our workbooks look: one font, rows as high as their wrapped words, and pages that can be printed.

Spreadsheet programs differ in whether they make a row higher when a workbook is opened. LibreOffice does not, so the
height is written into the file.
"""

# XlsxWriter carries no types of its own.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

# Every office suite has Arial or a font of the same widths, so words wrap alike wherever the workbook is opened.
_POINTS: Final = 10
_FONT: Final[Mapping[str, Any]] = {"font_name": "Arial", "font_size": _POINTS}

STYLES: Final[Mapping[str, Mapping[str, Any]]] = {
    "title": {"bold": True, "font_size": 16, "text_wrap": True, "valign": "top"},
    "subtitle": {"bold": True, "font_size": 13, "text_wrap": True, "valign": "bottom"},
    "words": {"text_wrap": True, "valign": "top"},
    "link": {"font_color": "#0000EE", "underline": 1, "valign": "top"},
    # Moved in, so that it does not touch the words of the next column.
    "count": {"align": "right", "indent": 1, "valign": "top"},
    "heading": {"bold": True, "bottom": 1},
}
"""The formats both workbooks use, by name."""

_LINE: Final = 1.28
"""Height of a line in sizes of its font."""
_AROUND: Final = 3
_ABOVE_A_SUBTITLE: Final = 12
_HIGHEST: Final = 409
"""Points; Excel takes no higher row."""
_A4: Final = 9

# Breadths of the font's letters in thousandths of its size: thin ones, broad ones, all others. A column of width 1
# holds 525 of them.
_THIN: Final = frozenset("fijlrtI.,:;!/|'`()[]- ")
_BROAD: Final = frozenset("mwABCDEFGHKLMNOPQRSTUVWXYZ%@&")
_THIN_BREADTH, _BROAD_BREADTH, _BREADTH = 300, 750, 556
_COLUMN: Final = 525


def new_workbook(file: io.BytesIO, options: Mapping[str, Any]) -> Workbook:
    """Open a workbook to be written to memory, in our font."""
    # A font of its own for each: XlsxWriter adds to the one it is given.
    return Workbook(file, {"in_memory": True, "default_format_properties": dict(_FONT), **options})


def set_up_page(sheet: Worksheet, headings_in: int | None) -> None:
    """Let a sheet print on A4 across, all its columns on one page, with its name and the page below.

    headings_in     the row, counted from 0, that names the columns: every page begins with the rows up to it, and
                    lines part the cells. None for a sheet of words alone
    """
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RPage &P of &N")
    if headings_in is not None:
        sheet.repeat_rows(0, headings_in)
        sheet.hide_gridlines(0)


def fit_row(sheet: Worksheet, row: int, cells: Sequence[str | int], widths: Sequence[int]) -> None:
    """Make the row as high as its cells need in columns of these widths. A row of single lines is left alone."""
    lines = 1
    for cell, width in zip(cells, widths, strict=False):
        # Asked here first, because nearly every cell of a long sheet is far from filling its column.
        if isinstance(cell, str) and (len(cell) > 0.7 * width or "\n" in cell):
            lines = max(lines, lines_in(cell, width))
    if lines > 1:
        sheet.set_row(row, _height(lines, _POINTS))


def write_words(sheet: Worksheet, lines: Sequence[tuple[str, str]], formats: Mapping[str, Any], width: int) -> None:
    """Write a sheet of words alone, such as a cover: each line is its style and its words."""
    sheet.set_column(0, 0, width, formats["words"])
    for number, (style, words) in enumerate(lines):
        size = int(STYLES[style].get("font_size", _POINTS))
        above = _ABOVE_A_SUBTITLE if style == "subtitle" else 0
        sheet.set_row(number, _height(lines_in(words, width * _POINTS / size), size) + above)
        sheet.write_string(number, 0, words, formats[style])


def lines_in(words: str, width: float) -> int:
    """Return how many lines the words take in a column of this width; a word that is longer is broken."""
    return sum(_lines_in_paragraph(paragraph, int(width * _COLUMN)) for paragraph in words.split("\n"))


def _lines_in_paragraph(paragraph: str, line: int) -> int:
    lines, left = 1, line
    for word in paragraph.split(" "):
        breadth = _breadth(word)
        if breadth > left:
            broken, rest = divmod(breadth, line)
            lines += broken + (left < line)
            left = line - rest
        else:
            left -= breadth
        left -= _THIN_BREADTH
    return lines


def _breadth(word: str) -> int:
    return sum(_THIN_BREADTH if sign in _THIN else _BROAD_BREADTH if sign in _BROAD else _BREADTH for sign in word)


def _height(lines: int, size: int) -> float:
    return min(lines * size * _LINE + _AROUND, _HIGHEST)
