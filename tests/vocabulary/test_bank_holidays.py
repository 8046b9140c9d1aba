"""Bank holidays: every year complete, on weekdays, and where the published years put them."""

from collections import Counter
from datetime import date, timedelta

import pytest

from earlyhelp.vocabulary.bank_holidays import FIRST_YEAR, LAST_YEAR, bank_holidays
from earlyhelp.vocabulary.shipped_rows import shipped_rows

# Years with a day beyond the usual eight, or a day moved by proclamation.
EXTRA_DAYS = {2002: 1, 2011: 1, 2012: 1, 2022: 2, 2023: 1}
EASTER_SUNDAYS = ["2000-04-23", "2008-03-23", "2010-04-04", "2011-04-24", "2016-03-27", "2030-04-21", "2038-04-25"]


def test_every_year_has_eight_days_and_those_proclaimed() -> None:
    per_year = Counter(day.year for day in bank_holidays())
    assert per_year == {year: 8 + EXTRA_DAYS.get(year, 0) for year in range(FIRST_YEAR, LAST_YEAR + 1)}


def test_no_bank_holiday_falls_on_a_weekend() -> None:
    assert [day for day in bank_holidays() if day.weekday() > 4] == []


@pytest.mark.parametrize("sunday", EASTER_SUNDAYS)
def test_good_friday_and_easter_monday_lie_around_easter(sunday: str) -> None:
    easter = date.fromisoformat(sunday)
    assert bank_holidays()[easter - timedelta(days=2)] == "Good Friday"
    assert bank_holidays()[easter + timedelta(days=1)] == "Easter Monday"


@pytest.mark.parametrize(
    ("day", "is_one"),
    [
        ("2010-12-27", True),
        ("2010-12-28", True),
        ("2011-01-03", True),
        ("2011-04-29", True),
        ("2012-05-28", False),
        ("2012-06-05", True),
        ("2016-12-27", True),
        ("2020-05-04", False),
        ("2020-05-08", True),
        ("2022-09-19", True),
        ("2002-05-27", False),
        ("2002-06-03", True),
        ("2002-06-04", True),
        ("2033-12-28", False),
        ("2033-12-27", True),
    ],
)
def test_moved_and_added_days_are_where_they_were_kept(day: str, is_one: bool) -> None:
    assert (date.fromisoformat(day) in bank_holidays()) is is_one


def test_days_are_in_order_and_say_whether_they_were_published() -> None:
    rows = shipped_rows("bank_holidays.csv")
    days = [row["date"] for row in rows]
    assert days == sorted(set(days))
    published = {row["date"][:4] for row in rows if row["basis"] == "published"}
    assert published == {"2002", *map(str, range(2010, 2029))}
    assert {row["basis"] for row in rows} == {"published", "standing rule"}
