"""Which releases belong together by their days, and into which parts they cut each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from earlyhelp.editions.register.entry import Entry
from earlyhelp.editions.register.shared_days import parts_between, sharing_days
from earlyhelp.periods import Period, read_period

JANUARY_TO_MAY = read_period("2016-01-01", "2016-05-31")
JANUARY_TO_JULY = read_period("2016-01-01", "2016-07-31")
JUNE_AND_JULY = read_period("2016-06-01", "2016-07-31")
AUTUMN = read_period("2015-09-01", "2015-12-31")
ENTRY = Entry(
    1, date(2016, 10, 1), "E10000099", "school-report-card", JANUARY_TO_MAY, date(2016, 9, 15), "public", "anyone",
    "county", "below 5", "0" * 64, {"figures.csv": "0" * 64},
)  # fmt: skip


def entries(*periods: Period) -> list[Entry]:
    return [replace(ENTRY, number=number, period=period) for number, period in enumerate(periods, 1)]


def numbers(found) -> list[int]:
    return [each.entry.number for each in found]


def test_a_release_that_shares_one_day_is_held_against_it():
    last_day = read_period("2016-05-31", "2016-08-31")
    assert numbers(sharing_days(entries(JANUARY_TO_MAY, AUTUMN), [last_day])) == [1]


def test_a_release_that_ends_the_day_before_is_not():
    assert sharing_days(entries(JANUARY_TO_MAY), [JUNE_AND_JULY]) == ()


def test_the_year_earlier_of_a_release_is_a_file_of_its_own():
    both = replace(ENTRY, files={"figures.csv": "0" * 64, "figures_a_year_earlier.csv": "1" * 64})
    found = sharing_days([both], [read_period("2015-03-01", "2015-03-31")])
    assert [(each.file, each.period) for each in found] == [
        ("figures_a_year_earlier.csv", read_period("2015-01-01", "2015-05-31"))
    ]


def test_releases_that_meet_over_a_third_are_held_against_it_too():
    over_new_year = read_period("2015-12-01", "2016-01-31")
    assert numbers(sharing_days(entries(AUTUMN, over_new_year), [JANUARY_TO_JULY])) == [1, 2]
    assert numbers(sharing_days(entries(AUTUMN), [JANUARY_TO_JULY])) == []


def test_what_one_period_has_and_another_has_not_is_a_part():
    assert parts_between([JANUARY_TO_JULY, JANUARY_TO_MAY]) == (JUNE_AND_JULY,)


def test_periods_that_overlap_are_cut_into_three():
    march_to_july = read_period("2016-03-01", "2016-07-31")
    assert parts_between([JANUARY_TO_MAY, march_to_july]) == (
        read_period("2016-01-01", "2016-02-29"),
        read_period("2016-03-01", "2016-05-31"),
        JUNE_AND_JULY,
    )


def test_days_between_periods_that_do_not_meet_are_no_part():
    assert parts_between([AUTUMN, JUNE_AND_JULY]) == ()
