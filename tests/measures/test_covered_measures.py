"""When a measure may be compared with another period: where every table it needs is complete that far back."""

from __future__ import annotations

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
    back = measure.look_back_months
    assert back > 0
    day = date(2015 - back // 12, 1, 1)
    assert is_covered(measure, scope(tables, dict.fromkeys(tables, day)))
    assert not is_covered(measure, scope(tables, {"request": day, "involvement": SPRING.first}))
