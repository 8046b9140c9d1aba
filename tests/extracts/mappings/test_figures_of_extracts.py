"""A county's figures are the same whether they are made from its dataset or from a council's files of it."""

from __future__ import annotations

from typing import Final

import pytest

from earlyhelp.measures.figures import Status
from tests.extracts.mappings.councils import PERIODS, Cell, Council, figures_of

CASE_WORK: Final = frozenset({
    "children_closed", "children_in_school_requests", "children_with_both", "children_with_focus", "closure_duration",
    "closures", "closures_school_consulted", "closures_signed_off", "focus_closure_duration", "open_children",
    "open_children_by_category", "open_children_by_sen", "open_involvements", "open_over_12_months", "re_requests",
    "requests", "requests_answered_in_5_days", "requests_from_schools", "requests_on_open_case",
    "returned_after_closure", "still_open_after", "time_to_closure",
})  # fmt: skip
MEASURES: Final = {
    "capita_one": CASE_WORK,
    "liquidlogic": CASE_WORK | {"assessments_led_by_schools", "assessments_started_by_schools", "reviews_in_time"},
    "staffing": frozenset({"staffing_level"}),
    "link_meetings": frozenset({"link_meetings", "link_meetings_held"}),
    "questionnaires": frozenset(
        {
            "closing_form_answers",
            "closing_form_answers_left_out",
            "closing_form_scale",
            "closing_forms",
        }
    ),
}
"""What can be measured from the files of each kind."""


def cells_that_differ(council: Council, kind: str) -> list[Cell]:
    """Return the cells in which the county and what was made of its files differ, for all that the files carry."""
    differing: list[Cell] = []
    for period in PERIODS:
        ours, theirs = figures_of(council.extracted(kind), period), figures_of(council.dataset, period)
        # What needs a table that the files do not carry is not collected, and says so.
        absent = {cell for cell, numbers in ours.items() if numbers[0] is Status.NOT_COLLECTED}
        assert {cell[0] for cell in ours.keys() - absent} == MEASURES[kind]
        compared = {cell for cell in (ours | theirs).keys() - absent if cell[0] in MEASURES[kind]}
        differing += sorted(cell for cell in compared if ours.get(cell) != theirs.get(cell))
    return differing


@pytest.mark.parametrize("kind", MEASURES)
def test_figures_from_the_sample_are_those_of_the_county(sample_council: Council, kind: str) -> None:
    assert cells_that_differ(sample_council, kind) == []


@pytest.mark.parametrize("kind", [kind for kind in MEASURES if kind != "link_meetings"])
def test_figures_of_a_larger_county_are_the_same(larger_council: Council, kind: str) -> None:
    assert cells_that_differ(larger_council, kind) == []


def test_an_inspection_list_gives_the_countys_assessments_and_no_more(larger_council: Council) -> None:
    """It knows neither school, district nor year, and reaches back six months."""
    period = PERIODS[1]
    cell = ("assessments_started_by_schools", "county", "E10000028", "all")
    numbers = figures_of(larger_council.extracted("annex_a"), period)[cell]
    assert numbers == figures_of(larger_council.dataset, period)[cell]
    assert numbers[1]
