"""Working days: weekends and bank holidays do not count, nor does the day itself."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.practice.working_days import add_working_days, is_working_day

DAYS = st.dates(date(2000, 1, 1), date(2040, 6, 30))


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        ("2016-03-24", True),
        ("2016-03-25", False),
        ("2016-03-26", False),
        ("2016-03-27", False),
        ("2016-03-28", False),
        ("2016-03-29", True),
        ("2016-12-27", False),
        ("2016-12-28", True),
    ],
)
def test_weekends_and_bank_holidays_are_not_worked(day: str, is_working: bool) -> None:
    assert is_working_day(date.fromisoformat(day)) is is_working


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2016-02-01", 1, "2016-02-02"),
        ("2016-02-05", 1, "2016-02-08"),
        ("2016-02-06", 1, "2016-02-08"),
        ("2016-03-24", 1, "2016-03-29"),
        ("2015-12-24", 3, "2015-12-31"),
    ],
)
def test_working_days_are_counted_from_the_day_after(start: str, count: int, expected: str) -> None:
    assert add_working_days(date.fromisoformat(start), count) == date.fromisoformat(expected)


@given(DAYS, st.integers(1, 30))
def test_exactly_that_many_working_days_lie_after_the_start(start: date, count: int) -> None:
    end = add_working_days(start, count)
    passed = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(is_working_day(day) for day in passed) == count and is_working_day(end)


@pytest.mark.parametrize("count", [0, -1])
def test_counting_starts_at_one(count: int) -> None:
    with pytest.raises(ValueError, match="counted forward from 1"):
        add_working_days(date(2016, 1, 4), count)


@pytest.mark.parametrize("day", ["1999-12-31", "2041-01-01"])
def test_a_year_without_known_holidays_is_refused(day: str) -> None:
    with pytest.raises(ValueError, match=f"from 2000 to 2040; {day} lies outside"):
        is_working_day(date.fromisoformat(day))
