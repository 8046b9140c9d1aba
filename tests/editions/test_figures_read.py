"""figures.csv read back, and what is said of one that is not as it should be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.disclosure.gate import release
from earlyhelp.editions.figures_read import read_figures
from earlyhelp.measures.figures import Status
from earlyhelp.periods import read_period
from earlyhelp.report.writers.figures_csv import write_figures_csv

HEADER = "measure,period_start,period_end,place_level,place_code,breakdown,count,out_of,value,unit,status,note"
SHARE = "requests_from_schools,2016-01-01,2016-07-31,county,E10000099,all,1,3,0.333333,share of requests,value,"


@pytest.fixture
def read(tmp_path):
    def read_rows(*rows: str, header: str = HEADER):
        (tmp_path / "figures.csv").write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
        return read_figures(tmp_path / "figures.csv")

    return read_rows


def test_a_figure_is_read_as_it_was_written(read):
    (figure,) = read(SHARE)
    assert figure.period == read_period("2016-01-01", "2016-07-31")
    assert (figure.count, figure.out_of, figure.value) == (1, 3, Decimal("0.333333"))
    assert (figure.status, figure.unit, figure.breakdown) == (Status.VALUE, "share of requests", "all")


def test_what_was_read_is_written_again_with_the_same_bytes(read, tmp_path):
    figures = read(
        SHARE,
        SHARE.replace("county,E10000099", "district,E07000901").replace("1,3,0.333333", "0,3,0.000000")
        .replace(",value,", ",zero,"),
        "staffing_level,2016-01-01,2016-07-31,county,E10000099,month=2016-01,74.17,90,0.824111,share of establishment,"
        'value,"A note, with a comma."',
    )  # fmt: skip
    cells = release(figures, audience="internal", as_at=figures[0].period.last).cells
    assert write_figures_csv(cells) == (tmp_path / "figures.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(("row", "sentence"), [
    (SHARE.replace(",1,3,", ",one,3,"), "row 2, column count: is no number"),
    (SHARE.replace(",1,3,", ",-1,3,"), "row 2, column count: is no number"),
    (SHARE.replace(",value,", ",suppressed,"), "row 2, column count: holds a number, though the status is suppressed"),
    (SHARE.replace("1,3,0.333333", ",,"), "row 2, column value: is empty, though the status is value"),
    (SHARE.replace(",value,", ",zero,"), "row 2, column value: is not zero, though the status is zero"),
    (SHARE.replace(",value,", ",hidden,"), "row 2, column status: is none of value, zero, suppressed"),
    (SHARE.replace("county", "country"), "row 2, column place_level: is none of county, district, school"),
    (SHARE.replace("2016-07-31", "31/07/2016"), "row 2, column period_end: with period_start is no period"),
    (SHARE.replace(",all,", ",2A,"), "row 2, column breakdown: is neither"),
    (SHARE.replace("E10000099", ""), "row 2, column place_code: is empty"),
    (SHARE.rpartition(",")[0], "row 2, column note: the row has 11 fields, not 12"),
])  # fmt: skip
def test_a_row_that_is_wrong_is_named_with_its_column_and_never_quoted(read, row, sentence):
    with pytest.raises(CannotRead) as refused:
        read(row)
    assert sentence in str(refused.value)
    assert not {"one", "hidden", "country", "31/07/2016"} & set(str(refused.value).replace(",", " ").split())


def test_a_cell_that_stands_there_twice_is_refused(read):
    with pytest.raises(CannotRead, match="row 3, column breakdown: is that of a row before"):
        read(SHARE, SHARE)


def test_a_file_of_other_columns_is_no_figures_file(read):
    with pytest.raises(CannotRead, match=r"is no figures\.csv: its first row must be measure,period_start"):
        read(SHARE, header=HEADER.replace("unit,", ""))


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CannotRead, match=r"figures\.csv could not be opened"):
        read_figures(tmp_path / "figures.csv")
