"""Rows are as high as their words need, and pages print."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import pytest

from earlyhelp.dataset.workbook_layout import STYLES, fit_row, lines_in, new_workbook, set_up_page, write_words

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("", 10, 1),
        ("short", 10, 1),
        ("one\ntwo\nthree", 10, 3),
        # Ten common letters are 5,560 broad, a column of 11 holds 5,775.
        ("nnnnnnnnnn", 11, 1),
        ("nnnnnnnnnn", 10, 2),
        ("nnnnnnnnnn nnnnnnnnnn", 11, 2),
        # A word longer than its line begins a line and is broken.
        ("n " + "n" * 25, 11, 4),
        # Thin letters take less room, capitals more.
        ("l" * 19, 11, 1),
        ("W" * 8, 11, 2),
    ],
)
def test_lines_are_counted_as_words_wrap(words: str, width: int, lines: int) -> None:
    assert lines_in(words, width) == lines


def test_a_narrower_column_never_takes_fewer_lines() -> None:
    words = "Put things right in the system the rows come from, then extract_them_again_and_again."
    counted = [lines_in(words, width) for width in range(5, 100)]
    assert counted == sorted(counted, reverse=True)


def _written_rows(cells: list[list[str | int]], widths: list[int]) -> dict[str, float]:
    file = io.BytesIO()
    book = new_workbook(file, {})
    sheet = book.add_worksheet("words")
    for number, row in enumerate(cells):
        sheet.write_row(number, 0, row)  # pyright: ignore[reportUnknownMemberType]
        fit_row(sheet, number, row, widths)
    book.close()
    return _heights(file)


def _heights(file: io.BytesIO) -> dict[str, float]:
    with zipfile.ZipFile(file) as archive:
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return {row.get("r", ""): float(row.get("ht", "0")) for row in sheet.iter(f"{MAIN}row")}


def test_the_longest_cell_makes_the_row_high_and_a_single_line_leaves_it_alone() -> None:
    heights = _written_rows([["n" * 30, "short", 3], ["short", "n" * 30, 3], ["short", "short", 10**30]], [11, 6, 3])
    assert heights["3"] == 0
    assert 0 < heights["1"] < heights["2"]


def test_no_row_is_higher_than_excel_takes() -> None:
    assert _written_rows([["n " * 10_000]], [10])["1"] == pytest.approx(409, abs=0.5)


def test_larger_words_get_higher_rows_and_fewer_to_a_line() -> None:
    file = io.BytesIO()
    book = new_workbook(file, {})
    formats = {name: book.add_format(dict(style)) for name, style in STYLES.items()}  # pyright: ignore
    sheet = book.add_worksheet("cover")
    set_up_page(sheet, None)
    words = "n" * 9
    write_words(sheet, [("title", words), ("words", words)], formats, 10)
    book.close()
    heights = _heights(file)
    assert heights["1"] > 2 * 16 > heights["2"]
