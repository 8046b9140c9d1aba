"""Days as people and programs write them: read where they can be one day only, asked about otherwise."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from earlyhelp.extracts.mapping.declare import DayOrder
from earlyhelp.extracts.values.days import read_day, read_month
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value

AS_AT = date(2016, 7, 31)
DAY_FIRST = (DayOrder.DAY_FIRST,)
MONTH_FIRST = (DayOrder.MONTH_FIRST,)
YEAR_FIRST = (DayOrder.YEAR_FIRST,)

days = st.dates(date(1920, 1, 1), date(2017, 12, 31))


def doubt(value: Value) -> Doubt:
    assert isinstance(value, Doubt)
    return value


def written_in_figures(day: date, order: DayOrder, separator: str, short: bool) -> str:
    year = f"{day:%y}" if short else str(day.year)
    parts = {
        DayOrder.DAY_FIRST: (str(day.day), str(day.month), year),
        DayOrder.MONTH_FIRST: (str(day.month), str(day.day), year),
        DayOrder.YEAR_FIRST: (year, f"{day.month:02}", f"{day.day:02}"),
    }
    return separator.join(parts[order])


@pytest.mark.parametrize(
    "written",
    [
        *("2016-07-31", "2016-07-31 00:00", "2016-07-31 14:05:59", "2016-07-31T00:00:00", "2016-07-31T10:30:00.000Z"),
        *("2016/07/31", "20160731", "31/07/2016", "31.7.2016", "31-07-2016", "31 07 2016", "31072016"),
        *("31 / 07 / 2016", "31/07/2016 00:00:00", "31/07/2016 2:05 PM", "31/07/2016, 14:05"),
        *("31 Jul 2016", "31-Jul-16", "31-JUL-2016", "31/Jul/2016", "31jul2016", "31 July 2016", "31st July 2016"),
        *(
            "July 31, 2016",
            "Jul 31 2016",
            "2016 Jul 31",
            "Sunday 31 July 2016",
            "Sun, 31 Jul 2016",
            "31st of July 2016",
        ),
        *("07/31/2016", "7/31/2016 12:00:00 AM", "\u200e31/07/2016", "31\u00a0Jul\u00a02016"),
    ],
)
def test_what_can_only_be_the_last_of_july_is_read_without_being_told_how(written: str) -> None:
    assert read_day(written, (), 0, AS_AT) == "2016-07-31"


@given(days, st.sampled_from([DAY_FIRST, MONTH_FIRST, YEAR_FIRST]), st.sampled_from("/.-"))
def test_a_declared_order_reads_every_day(day: date, orders: tuple[DayOrder, ...], separator: str) -> None:
    assert read_day(written_in_figures(day, orders[0], separator, False), orders, 0, AS_AT) == day.isoformat()


@given(days, st.sampled_from([DAY_FIRST, MONTH_FIRST, YEAR_FIRST]), st.sampled_from("/.-"), st.booleans())
def test_without_an_order_a_day_is_read_as_it_was_meant_or_asked_about(
    day: date, orders: tuple[DayOrder, ...], separator: str, short: bool
) -> None:
    value = read_day(written_in_figures(day, orders[0], separator, short), (), 0, AS_AT)
    if isinstance(value, Doubt):
        assert value.kind is DoubtKind.AMBIGUOUS
    elif not short or day > date(1918, 1, 1):
        assert value == day.isoformat()


@given(days, st.sampled_from(["%d %B %Y", "%d-%b-%Y", "%B %d, %Y", "%A %d %B %Y", "%Y-%m-%dT%H:%M:%S"]))
def test_a_day_with_its_month_in_words_needs_no_order(day: date, form: str) -> None:
    assert read_day(day.strftime(form), MONTH_FIRST, 0, AS_AT) == day.isoformat()


def test_a_day_that_could_be_two_is_asked_about_with_the_line_that_settles_it() -> None:
    asked = doubt(read_day("03/04/2016", (), 0, AS_AT))
    assert asked == Doubt(DoubtKind.AMBIGUOUS, "could be 3 April 2016 or 4 March 2016", 'dates = "day/month/year"')
    assert read_day("03/04/2016", DAY_FIRST, 0, AS_AT) == "2016-04-03"
    assert read_day("03/04/2016", MONTH_FIRST, 0, AS_AT) == "2016-03-04"


def test_day_and_month_of_the_same_number_are_one_day() -> None:
    assert read_day("04/04/2016", (), 0, AS_AT) == "2016-04-04"


def test_two_figures_for_the_year_may_make_a_third_reading() -> None:
    # 01/02/03 is 1 February 2003, 2 January 2003 or 3 February 2001.
    asked = doubt(read_day("01/02/03", (), 0, AS_AT))
    assert asked.why == "could be 1 February 2003, 2 January 2003 or 3 February 2001"
    assert read_day("01/02/03", YEAR_FIRST, 0, AS_AT) == "2001-02-03"


def test_a_day_against_the_declared_order_is_refused_and_not_turned_round() -> None:
    refused = doubt(read_day("03/25/2016", DAY_FIRST, 0, AS_AT))
    assert refused.kind is DoubtKind.UNREADABLE
    assert refused.why == "is no day in the order day/month/year; as month/day/year it would be 25 March 2016"


def test_a_year_first_source_still_reads_a_day_that_can_be_one_only() -> None:
    assert read_day("25/03/2016", YEAR_FIRST, 0, AS_AT) == "2016-03-25"
    assert doubt(read_day("05/03/2016", YEAR_FIRST, 0, AS_AT)).kind is DoubtKind.AMBIGUOUS


@pytest.mark.parametrize(
    "written",
    [
        *(
            "31/02/2016",
            "29/02/2015",
            "2016-13-01",
            "2016-02-30",
            "31 June 2016",
            "0/1/2016",
            "31/07/216",
            "31/07/0216",
        ),
        *("Tuesday", "2016", "07", "31/07", "n", "12:30", "31/07/2016/1", "31 Jul 2016 or so", "Monday 31 July 2016"),
        *("99999999", "1e5", "42582 days", "1899-12-30", "--", "31//07/2016", "31/07-2016"),
    ],
)
def test_what_is_no_day_is_refused(written: str) -> None:
    assert doubt(read_day(written, DAY_FIRST, 1900, AS_AT)).kind is DoubtKind.UNREADABLE


def test_a_weekday_that_contradicts_its_day_is_named() -> None:
    assert doubt(read_day("Monday 31 July 2016", (), 0, AS_AT)).why == "names a Monday, and 31 July 2016 was a Sunday"


@pytest.mark.parametrize(
    ("written", "as_at", "year"),
    [
        ("1/5/16", AS_AT, 2016),
        ("1/5/17", AS_AT, 2017),
        ("1/5/18", AS_AT, 1918),
        ("1/5/99", AS_AT, 1999),
        ("1/5/00", AS_AT, 2000),
        ("1/5/49", None, 2049),
        ("1/5/50", None, 1950),
        ("1-May-18", AS_AT, 1918),
    ],
)
def test_two_figures_are_a_year_up_to_the_one_after_the_data(written: str, as_at: date | None, year: int) -> None:
    assert read_day(written, DAY_FIRST, 0, as_at) == f"{year}-05-01"


@given(st.dates(date(1927, 5, 18), date(2099, 12, 31)))
def test_day_numbers_count_from_where_the_workbook_or_the_mapping_says(day: date) -> None:
    in_1900, in_1904 = str((day - date(1899, 12, 30)).days), str((day - date(1904, 1, 1)).days)
    assert read_day(in_1900, (), 1900, AS_AT) == day.isoformat()
    assert read_day(in_1900 + ".75", (DayOrder.SERIAL_1900,), 0, AS_AT) == day.isoformat()
    if int(in_1904) >= 10_000:
        assert read_day(in_1904, (), 1904, AS_AT) == day.isoformat()
        assert read_day(in_1904, (*DAY_FIRST, DayOrder.SERIAL_1904), 0, AS_AT) == day.isoformat()


def test_a_bare_number_in_a_text_file_is_asked_about() -> None:
    # 42582 days after 30 December 1899 is 31 July 2016; after 1 January 1904 it is 1 August 2020.
    asked = doubt(read_day("42582", DAY_FIRST, 0, AS_AT))
    assert asked.kind is DoubtKind.AMBIGUOUS
    assert "31 July 2016 (serial 1900) or 1 August 2020 (serial 1904)" in asked.why
    assert asked.answer == 'dates = ["day/month/year", "serial 1900"]'


def test_a_workbook_that_counts_otherwise_than_the_mapping_says_is_asked_about() -> None:
    both = (DayOrder.SERIAL_1900, DayOrder.SERIAL_1904)
    asked = doubt(read_day("42582", (DayOrder.SERIAL_1900,), 1904, AS_AT))
    assert asked.kind is DoubtKind.AMBIGUOUS and asked.answer == 'dates = ["serial 1900", "serial 1904"]'
    assert read_day("42582", both, 1904, AS_AT) == "2020-08-01"
    assert read_day("42582", both, 1900, AS_AT) == "2016-07-31"
    assert doubt(read_day("42582", both, 0, AS_AT)).kind is DoubtKind.AMBIGUOUS


def test_a_british_midnight_in_the_time_of_programs_is_asked_about() -> None:
    assert doubt(read_day("2016-07-30T23:00:00Z", (), 0, AS_AT)).kind is DoubtKind.AMBIGUOUS
    assert read_day("2016-01-30T23:00:00Z", (), 0, AS_AT) == "2016-01-30"
    assert read_day("2016-07-30T23:00:00+01:00", (), 0, AS_AT) == "2016-07-30"
    assert read_day("2016-07-30 23:00", (), 0, AS_AT) == "2016-07-30"


@pytest.mark.parametrize(
    "written",
    [
        *("Apr-16", "April 2016", "Apr 2016", "APR 16", "April '16", "2016 April", "2016-04", "04/2016", "4/2016"),
        *("201604", "01/04/2016", "2016-04-01", "2016-04-01 00:00", "30/04/2016", "30 April 2016", "42461", "1 Apr 16"),
    ],
)
def test_a_month_is_its_first_day(written: str) -> None:
    assert read_month(written, (DayOrder.MONTH,), 1900, AS_AT) == "2016-04-01"


def test_a_month_written_as_its_first_day_in_another_order_is_asked_about() -> None:
    assert doubt(read_month("04/01/2016", (DayOrder.MONTH,), 0, AS_AT)).kind is DoubtKind.AMBIGUOUS
    assert read_month("04/01/2016", (DayOrder.MONTH, DayOrder.MONTH_FIRST), 0, AS_AT) == "2016-04-01"


@pytest.mark.parametrize("written", ["April", "16-Apr", "13/2016", "Q1 2016", "Autumn 2016", "4", "2016"])
def test_what_is_no_month_is_refused(written: str) -> None:
    assert doubt(read_month(written, (DayOrder.MONTH,), 1900, AS_AT)).kind is DoubtKind.UNREADABLE


def test_a_month_in_a_column_of_days_is_asked_about() -> None:
    asked = doubt(read_day("Jul-16", DAY_FIRST, 0, AS_AT))
    assert asked.kind is DoubtKind.AMBIGUOUS and asked.answer == 'dates = "month"'


@given(st.dates(date(2000, 1, 1), date(2017, 7, 31)))
def test_every_month_is_read_as_a_spreadsheet_shows_it(day: date) -> None:
    shown = f"{calendar.month_abbr[day.month]}-{day:%y}"
    assert read_month(shown, (DayOrder.MONTH,), 0, AS_AT) == day.replace(day=1).isoformat()


@given(st.text(), st.sampled_from([(), DAY_FIRST, MONTH_FIRST]), st.sampled_from([0, 1900, 1904]))
def test_any_text_is_a_day_of_the_calendar_or_a_doubt(text: str, orders: tuple[DayOrder, ...], epoch: int) -> None:
    for value in (read_day(text, orders, epoch, None), read_month(text, orders, epoch, AS_AT)):
        assert isinstance(value, Doubt) or (value and date.fromisoformat(value) >= date(1900, 1, 1))


@given(st.from_regex(r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}( [0-9]{2}:[0-9]{2})?", fullmatch=True))
def test_figures_are_read_only_as_a_day_they_show(text: str) -> None:
    value = read_day(text, (), 0, AS_AT)
    if not isinstance(value, Doubt):
        assert value
        day, plain = date.fromisoformat(value), text.split(" ")[0].replace(".", "/").replace("-", "/")
        parts = [int(part) for part in plain.split("/")]
        assert sorted((day.day, day.month, day.year % 100)) == sorted(
            part if part < 100 else part % 100 for part in parts
        )


def test_days_are_read_one_after_another_without_a_gap() -> None:
    day, read = date(2015, 12, 25), []
    while day < date(2016, 3, 5):
        read.append(read_day(day.strftime("%d/%m/%y"), DAY_FIRST, 0, AS_AT))
        day += timedelta(1)
    assert read[0] == "2015-12-25" and "2016-02-29" in read and len(set(read)) == len(read) == 71
