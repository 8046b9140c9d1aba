"""Periods: months, terms, quarters, years and how they are written."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.periods import (
    AcademicYear,
    Period,
    academic_year_of,
    add_months,
    read_day,
    read_named_period,
    read_period,
    read_term,
    whole_months,
)

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2016-08-31", -6, "2016-02-29"),
        ("2015-08-31", -6, "2015-02-28"),
        ("2016-01-31", 1, "2016-02-29"),
        ("2016-12-15", 1, "2017-01-15"),
        ("2016-01-15", -1, "2015-12-15"),
        ("2016-02-29", 12, "2017-02-28"),
        ("2016-05-31", 0, "2016-05-31"),
    ],
)
def test_months_are_added_and_clipped_to_the_end_of_the_month(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("first", "second", "months"),
    [
        ("2016-01-15", "2016-07-14", 5),
        ("2016-01-15", "2016-07-15", 6),
        ("2015-08-31", "2016-02-28", 5),
        ("2015-08-31", "2016-02-29", 6),
        ("2016-02-29", "2017-02-28", 12),
        ("2016-03-01", "2016-03-01", 0),
        ("2016-03-01", "2016-02-29", -1),
    ],
)
def test_whole_months_between_two_days(first: str, second: str, months: int) -> None:
    assert whole_months(date.fromisoformat(first), date.fromisoformat(second)) == months


@given(DAYS, DAYS)
def test_whole_months_is_the_largest_number_that_fits(first: date, second: date) -> None:
    months = whole_months(first, second)
    assert add_months(first, months) <= second < add_months(first, months + 1)


@given(DAYS, DAYS)
def test_the_months_of_a_period_are_those_of_its_days(one: date, other: date) -> None:
    period = Period(min(one, other), min(max(one, other), min(one, other) + timedelta(days=800)))
    days = [period.first + timedelta(days=n) for n in range(period.days)]
    assert period.months_touched == tuple(sorted({f"{day:%Y-%m}" for day in days}))
    assert period.months_started == tuple(f"{day:%Y-%m}" for day in days if day.day == 1)
    assert all(day in period for day in days)
    assert period.first - timedelta(days=1) not in period and period.last + timedelta(days=1) not in period


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="ends on 2016-01-01 before it starts on 2016-01-02"):
        Period(date(2016, 1, 2), date(2016, 1, 1))


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2016-01-01", "2016-07-31", "1 January to 31 July 2016"),
        ("2015-09-01", "2016-07-31", "1 September 2015 to 31 July 2016"),
        ("2016-03-01", "2016-03-31", "1 to 31 March 2016"),
        ("2016-03-09", "2016-03-09", "9 March 2016"),
    ],
)
def test_a_period_is_written_in_words(first: str, last: str, label: str) -> None:
    assert read_period(first, last).label == label


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2016-01-01", "2016-07-31", ("2015-01-01", "2015-07-31")),
        ("2016-02-01", "2016-02-29", ("2015-02-01", "2015-02-28")),
        ("2017-02-01", "2017-02-28", ("2016-02-01", "2016-02-29")),
        ("2017-02-01", "2017-02-27", ("2016-02-01", "2016-02-27")),
    ],
)
def test_the_same_period_last_year(first: str, last: str, expected: tuple[str, str]) -> None:
    assert read_period(first, last).same_period_last_year == read_period(*expected)


@pytest.mark.parametrize(
    ("day", "label"), [("2015-08-31", "2014/15"), ("2015-09-01", "2015/16"), ("2016-08-31", "2015/16")]
)
def test_an_academic_year_starts_on_1_september(day: str, label: str) -> None:
    assert academic_year_of(date.fromisoformat(day)).label == label


def test_a_century_is_turned_in_two_figures() -> None:
    assert AcademicYear(1999).label == "1999/00"
    assert read_named_period("1999/00") == read_period("1999-09-01", "2000-08-31")


@given(DAYS)
def test_every_day_lies_in_one_default_term_of_its_year(day: date) -> None:
    year = academic_year_of(day)
    assert day in year.period
    assert sum(day in year.default_term(term) for term in ("autumn", "spring", "summer")) == 1


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2015/16", "2015-09-01", "2016-08-31"),
        ("2015/16-autumn", "2015-09-01", "2015-12-31"),
        ("2015/16-spring", "2016-01-01", "2016-03-31"),
        (" 2015/16 - Summer ", "2016-04-01", "2016-08-31"),
        ("2016-Q1", "2016-01-01", "2016-03-31"),
        ("2016-q4", "2016-10-01", "2016-12-31"),
        ("2016/17-Q1", "2016-04-01", "2016-06-30"),
        ("2016/17-Q4", "2017-01-01", "2017-03-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-12", "2016-12-01", "2016-12-31"),
    ],
)
def test_periods_have_names(name: str, first: str, last: str) -> None:
    assert read_named_period(name) == read_period(first, last)


def test_the_councils_own_dates_come_before_the_default_ones() -> None:
    supplied = {("2015/16", "spring"): read_period("2016-01-05", "2016-03-18")}
    assert read_term("2015/16-spring", supplied) == read_period("2016-01-05", "2016-03-18")
    assert read_term("2015/16-spring", {}) == read_period("2016-01-01", "2016-03-31")


def test_a_term_missing_from_the_councils_dates_is_not_guessed() -> None:
    supplied = {("2015/16", "spring"): read_period("2016-01-05", "2016-03-18")}
    with pytest.raises(ValueError, match="none for the summer term of 2015/16"):
        read_term("2015/16-summer", supplied)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "is not a period"),
        ("spring", "is not a term"),
        ("2015-spring", "is not a term"),
        ("2015/17", "skips a year"),
        ("2015/17-spring", "skips a year"),
        ("2016-13", "is not a period"),
        ("2016-Q5", "is not a period"),
        ("0016-03", "lies outside"),
        ("2015/16-winter", "is not a period"),
    ],
)
def test_a_name_of_no_period_is_refused_with_a_reason(name: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_named_period(name)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2016-02-30", "not a day of the calendar"),
        ("20160230", "is not a date"),
        ("01/02/2016", "is not a date"),
        ("2016-W05-1", "is not a date"),
        ("0216-02-01", "lies outside"),
        ("", "is not a date"),
    ],
)
def test_a_date_written_otherwise_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_day(text)


@given(DAYS)
def test_a_month_by_name_covers_the_month(day: date) -> None:
    assert read_named_period(f"{day:%Y-%m}").days == monthrange(day.year, day.month)[1]
