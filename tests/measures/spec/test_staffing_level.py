"""staffing_level: how much of the establishment is at work, month by month."""

from __future__ import annotations

from decimal import Decimal

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of, has_cell

MEASURE = "staffing_level"
APRIL = "month=2016-04"


def test_those_at_work_are_those_in_post_less_those_absent() -> None:
    figures = figures_of(MEASURE, staffing="""
        month      | district_code | establishment_fte | in_post_fte | absent_fte
        2016-04-01 | North         | 15                | 13.52       | 2.25
        2016-04-01 | South         | 10                | 8           | 0
        """)  # fmt: skip
    north, south, county = (cell(figures, MEASURE, place, APRIL) for place in ("North", "South", "county"))
    assert north.count == Decimal("13.52") - Decimal("2.25")
    assert (north.out_of, str(north.value)) == (15, "0.751333")
    assert (south.count, south.out_of) == (8 - 0, 10)
    assert county.count == Decimal("11.27") + 8
    assert (county.out_of, str(county.value)) == (15 + 10, "0.770800")
    assert str(county.count) == "19.27"  # no zeros at the end, no binary fractions


def test_a_month_that_one_district_has_not_reported_is_not_yet_available_for_the_county() -> None:
    figures = figures_of(MEASURE, last="2016-04-30", staffing="""
        month      | district_code | establishment_fte | in_post_fte | absent_fte
        2016-02-01 | North         | 15                | 13          | 2
        2016-02-01 | South         | 10                | 8           |
        2016-03-01 | North         | 15                |             | 2
        2016-03-01 | South         | 10                | 8           | 1
        2016-04-01 | North         | 15                | 13          | 2
        """)  # fmt: skip
    found = {
        (place, month): cell(figures, MEASURE, place, f"month=2016-{month}").status
        for place in ("North", "South", "county")
        for month in ("02", "03", "04")
    }
    available, waiting = Status.VALUE, Status.NOT_YET_AVAILABLE
    assert found == {
        ("North", "02"): available, ("South", "02"): waiting, ("county", "02"): waiting,
        ("North", "03"): waiting, ("South", "03"): available, ("county", "03"): waiting,
        ("North", "04"): available, ("South", "04"): waiting, ("county", "04"): waiting,
    }  # fmt: skip
    assert cell(figures, MEASURE, "South", APRIL).count is None


def test_a_month_counts_when_its_first_day_lies_in_the_period() -> None:
    figures = figures_of(MEASURE, first="2016-01-02", last="2016-03-01", staffing="""
        month      | district_code | establishment_fte | in_post_fte | absent_fte
        2016-01-01 | North         | 15                | 13          | 2
        2016-02-01 | North         | 15                | 12          | 0
        2016-03-01 | North         | 15                | 11          | 0
        """)  # fmt: skip
    assert not has_cell(figures, MEASURE, "North", "month=2016-01")
    assert cell(figures, MEASURE, "North", "month=2016-02").count == 12
    assert cell(figures, MEASURE, "North", "month=2016-03").count == 11
    assert not has_cell(figures, MEASURE, "North")  # months are not added up


def test_nobody_at_work_is_a_zero_and_a_team_without_posts_is_not_applicable() -> None:
    figures = figures_of(MEASURE, staffing="""
        month      | district_code | establishment_fte | in_post_fte | absent_fte
        2016-04-01 | North         | 15                | 2.5         | 2.5
        2016-04-01 | South         | 0                 | 0           | 0
        """)  # fmt: skip
    assert cell(figures, MEASURE, "North", APRIL).status == Status.ZERO
    assert cell(figures, MEASURE, "South", APRIL).status == Status.NOT_APPLICABLE
    assert (cell(figures, MEASURE, breakdown=APRIL).count, cell(figures, MEASURE, breakdown=APRIL).out_of) == (0, 15)


def test_without_the_table_staffing_is_not_collected() -> None:
    figures = figures_of(MEASURE, last="2016-02-29", absent={"staffing"})
    assert {(figure.breakdown, figure.status) for figure in figures} == {
        ("month=2016-01", Status.NOT_COLLECTED),
        ("month=2016-02", Status.NOT_COLLECTED),
    }
