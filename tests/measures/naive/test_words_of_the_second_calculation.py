"""The judge is judged too: its words against examples worked out by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.measures.naive.cells import shortest, six_decimals
from tests.measures.naive.code_lists import BANK_HOLIDAYS
from tests.measures.naive.time_to_closure import Spell, survival
from tests.measures.naive.words import (
    add_months,
    band,
    fifth_working_day_after,
    first_days_of_months,
    is_active_in,
    is_open_at,
    is_within_months_after,
    is_within_months_before,
    months_touched,
    whole_months,
)

LEAP_DAY = date(2016, 2, 29)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2016, 8, 31), -6, LEAP_DAY),
        (LEAP_DAY, -12, date(2015, 2, 28)),
        (LEAP_DAY, 12, date(2017, 2, 28)),
        (date(2015, 12, 31), 2, LEAP_DAY),
        (date(2016, 1, 15), -1, date(2015, 12, 15)),
    ],
)
def test_months_are_clipped_to_the_last_day(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_a_window_before_leaves_its_far_end_out_and_keeps_the_day() -> None:
    day = date(2016, 8, 31)
    assert not is_within_months_before(LEAP_DAY, day, 6)
    assert is_within_months_before(date(2016, 3, 1), day, 6)
    assert is_within_months_before(day, day, 6)


def test_a_window_after_leaves_the_day_out_and_keeps_its_far_end() -> None:
    assert not is_within_months_after(LEAP_DAY, LEAP_DAY, 12)
    assert is_within_months_after(date(2017, 2, 28), LEAP_DAY, 12)
    assert not is_within_months_after(date(2017, 3, 1), LEAP_DAY, 12)


@pytest.mark.parametrize(
    ("end", "months", "expected"),
    [
        (date(2015, 8, 31), 0, "under_6"),
        (date(2016, 2, 28), 5, "under_6"),
        (LEAP_DAY, 6, "6_to_8"),
        (date(2016, 5, 30), 8, "6_to_8"),
        (date(2016, 5, 31), 9, "9_to_11"),
        (date(2016, 8, 30), 11, "9_to_11"),
        (date(2016, 8, 31), 12, "12_and_over"),
    ],
)
def test_every_duration_falls_in_one_band_by_its_whole_months(end: date, months: int, expected: str) -> None:
    start = date(2015, 8, 31)
    assert (whole_months(start, end), band(start, end)) == (months, expected)


def test_ended_on_the_day_is_active_but_no_longer_open() -> None:
    assert not is_open_at(LEAP_DAY, LEAP_DAY, LEAP_DAY)
    assert is_active_in(date(2016, 1, 1), LEAP_DAY, LEAP_DAY, date(2016, 3, 31))


def test_easter_2016_puts_the_fifth_working_day_off_by_two_days() -> None:
    # Friday 18 March: Monday 21 to Thursday 24 are four, then Good Friday, the weekend and Easter Monday.
    assert fifth_working_day_after(date(2016, 3, 18), BANK_HOLIDAYS) == date(2016, 3, 29)
    assert fifth_working_day_after(date(2016, 3, 11), BANK_HOLIDAYS) == date(2016, 3, 18)


def test_a_month_cut_short_is_touched_but_its_first_day_is_not_in_the_period() -> None:
    first, last = date(2016, 1, 15), date(2016, 2, 14)
    assert months_touched(first, last) == ["2016-01", "2016-02"]
    assert first_days_of_months(first, last) == [date(2016, 2, 1)]


def test_survival_counts_only_those_that_have_come_into_view() -> None:
    spells = [
        Spell(entry=0, exit=0, has_ended=True),
        Spell(entry=0, exit=10, has_ended=True),
        Spell(entry=5, exit=10, has_ended=False),
        Spell(entry=10, exit=20, has_ended=True),
        Spell(entry=30, exit=30, has_ended=True),
    ]
    # Day 0: 1 of the 2 that started in the period. Day 10: 1 of 2, the fourth enters after it. Day 20: 1 of 1.
    # The last leaves on the day it comes into view and is never at risk.
    assert survival(spells) == [(0, Fraction(1, 2)), (10, Fraction(1, 4)), (20, Fraction(0))]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (Fraction(5, 10_000_000), "0.000000"),
        (Fraction(15, 10_000_000), "0.000002"),
        (Fraction(-1, 8), "-0.125000"),
        (1, "1.000000"),
    ],
)
def test_six_decimals_round_halves_to_even(number: Fraction, expected: str) -> None:
    assert six_decimals(number) == expected


def test_counts_are_written_without_needless_decimals() -> None:
    assert [shortest(number) for number in (131, Fraction(9292, 100), Fraction(-1, 20))] == ["131", "92.92", "-0.05"]
