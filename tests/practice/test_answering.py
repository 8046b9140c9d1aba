"""The answer to a request is due on the fifth working day after it was received."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.practice.answering import answer_due, calendar_rows
from earlyhelp.practice.working_days import is_working_day


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2016-01-11", "2016-01-18"),  # a Monday: Tuesday to Friday are four, Monday is the fifth
        ("2016-01-15", "2016-01-22"),  # a Friday: the next Friday
        ("2016-01-16", "2016-01-22"),  # a Saturday: the same Friday
        ("2016-03-24", "2016-04-04"),  # Good Friday and Easter Monday lie between
        ("2015-12-24", "2016-01-05"),  # 29 30 31 December, 4 and 5 January
    ],
)
def test_the_fifth_working_day_after_receipt(received: str, due: str) -> None:
    assert answer_due(date.fromisoformat(received)) == date.fromisoformat(due)


@given(st.dates(date(2000, 1, 1), date(2040, 1, 1)), st.integers(0, 60))
def test_the_calendar_says_the_same_as_the_rules(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    days = [first + timedelta(days=n) for n in range(length + 1)]
    assert list(calendar_rows(first, last)) == [(day, is_working_day(day), answer_due(day)) for day in days]


def test_a_calendar_that_ends_before_it_starts_is_empty() -> None:
    assert list(calendar_rows(date(2016, 1, 2), date(2016, 1, 1))) == []


def test_a_calendar_is_refused_when_its_last_answer_falls_in_an_unknown_year() -> None:
    assert [due for _, _, due in calendar_rows(date(2040, 12, 19), date(2040, 12, 20))] == [
        date(2040, 12, 28),
        date(2040, 12, 31),
    ]
    with pytest.raises(ValueError, match="2041-01-01 lies outside"):
        list(calendar_rows(date(2040, 12, 20), date(2040, 12, 31)))
