"""When a measure may be compared with another period: where every table it needs is complete that far back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.notes import is_covered
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import Period

SPRING = Period(date(2015, 1, 1), date(2015, 3, 31))


def scope(present: set[str], complete_from: dict[str, date]) -> Scope:
    return Scope(SPRING, date(2016, 9, 15), "E10000099", frozenset(present), complete_from)


@pytest.mark.parametrize(
    ("present", "complete_from", "expected"),
    [
        ({"request"}, {"request": date(2015, 1, 1)}, True),
        ({"request"}, {"request": date(2015, 1, 2)}, False),
        ({"request"}, {}, False),
        (set(), {"request": date(2015, 1, 1)}, False),
    ],
)
def test_requests_are_covered_from_the_first_day_of_the_period_on(present, complete_from, expected):
    assert is_covered(CATALOGUE["requests"], scope(present, complete_from)) is expected


def test_a_measure_that_looks_back_needs_its_tables_that_far_back():
    measure = CATALOGUE["re_requests"]
    tables = {"request", "involvement"}
    back = max(measure.look_back_months, measure.compares_from_months)
    assert back == 24
    day = date(2015 - back // 12, 1, 1)
    assert is_covered(measure, scope(tables, dict.fromkeys(tables, day)))
    assert not is_covered(measure, scope(tables, {"request": day, "involvement": SPRING.first}))


def test_long_work_is_compared_only_where_the_records_could_hold_it():
    measure, tables = CATALOGUE["closure_duration"], {"involvement", "involvement_child"}
    assert measure.look_back_months == 0
    assert is_covered(measure, scope(tables, dict.fromkeys(tables, date(2013, 1, 1))))
    assert not is_covered(measure, scope(tables, dict.fromkeys(tables, date(2013, 1, 2))))


def test_what_is_watched_for_a_year_is_compared_when_both_years_are_over():
    measure = CATALOGUE["exclusion_outcomes"]
    tables = {"involvement", "involvement_child", "focus", "exclusion"}
    early = scope(tables, dict.fromkeys(tables, date(2010, 1, 1)))
    assert not is_covered(measure, early)
    # The later period ends on 31 March 2016, and the year after it on 31 March 2017.
    assert not is_covered(measure, replace(early, as_at=date(2017, 3, 30)))
    assert is_covered(measure, replace(early, as_at=date(2017, 3, 31)))
