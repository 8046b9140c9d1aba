"""Open, active, ended and the duration bands, on the days where they turn."""

from __future__ import annotations

from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.periods import whole_months
from earlyhelp.practice.durations import band, has_lasted_months
from earlyhelp.practice.states import has_ended_between, is_active_between, is_open_at, months_before

CONNECTION = duckdb.connect()


def ask(sql: str, starts: str | None = None, ends: str | None = None) -> object:
    given_row = "SELECT CAST(? AS DATE) AS started_on, CAST(? AS DATE) AS ended_on"
    row = CONNECTION.execute(f"SELECT {sql} FROM ({given_row})", [starts, ends]).fetchone()
    assert row is not None
    return row[0]


DAY = "DATE '2016-03-01'"


@pytest.mark.parametrize(
    ("starts", "ends", "is_open"),
    [
        ("2016-03-01", None, True),  # on its first day
        ("2016-03-02", None, False),  # a day early
        ("2016-01-01", "2016-03-01", False),  # ended that day
        ("2016-01-01", "2016-03-02", True),  # ends the day after
    ],
)
def test_open_at_a_day_means_at_the_end_of_it(starts: str, ends: str | None, is_open: bool) -> None:
    assert ask(is_open_at(DAY), starts, ends) is is_open


@pytest.mark.parametrize(
    ("starts", "ends", "is_active"),
    [
        ("2015-01-01", "2016-01-01", True),  # ended on the first day
        ("2015-01-01", "2015-12-31", False),  # ended the day before
        ("2016-07-31", None, True),  # started on the last day
        ("2016-08-01", None, False),  # started the day after
    ],
)
def test_active_in_a_period_takes_in_both_of_its_ends(starts: str, ends: str | None, is_active: bool) -> None:
    assert ask(is_active_between("DATE '2016-01-01'", "DATE '2016-07-31'"), starts, ends) is is_active


def test_what_has_no_end_has_not_ended() -> None:
    assert ask(has_ended_between("DATE '2016-01-01'", "DATE '2016-07-31'"), "2016-01-01", None) is False


def test_six_months_before_the_end_of_august_is_the_end_of_february() -> None:
    assert ask(months_before("DATE '2016-08-31'", 6)) == date(2016, 2, 29)


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("2016-02-29", "2016-08-28", "under_6"),
        ("2016-02-29", "2016-08-29", "6_to_8"),
        ("2016-03-31", "2016-09-30", "6_to_8"),  # 31 March + 6 months is clipped to 30 September
        ("2016-02-29", "2016-11-28", "6_to_8"),
        ("2016-02-29", "2016-11-29", "9_to_11"),
        ("2016-02-29", "2017-02-27", "9_to_11"),
        ("2016-02-29", "2017-02-28", "12_and_over"),  # 29 February + 12 months is clipped to the 28th
    ],
)
def test_each_duration_falls_in_one_band(starts: str, ends: str, expected: str) -> None:
    assert ask(band("started_on", "ended_on"), starts, ends) == expected


@given(st.dates(date(2014, 1, 1), date(2017, 12, 31)), st.integers(0, 800))
def test_bands_and_lengths_agree_with_whole_months(starts: date, days: int) -> None:
    ends = starts + timedelta(days=days)
    months = whole_months(starts, ends)
    expected = "under_6" if months < 6 else "6_to_8" if months < 9 else "9_to_11" if months < 12 else "12_and_over"
    assert ask(band("started_on", "ended_on"), str(starts), str(ends)) == expected
    assert ask(has_lasted_months("started_on", "ended_on", 12), str(starts), str(ends)) is (months >= 12)


def test_a_duration_without_an_end_has_no_band() -> None:
    assert ask(band("started_on", "ended_on"), "2016-01-01", None) is None
