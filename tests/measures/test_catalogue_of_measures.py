"""Every measure says what it is, and all measures of the definitions are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import earlyhelp.measures.definitions as definitions_room
from earlyhelp.measures.catalogue import CATALOGUE, ROWS, THEMES, tables_needed
from earlyhelp.measures.declare import Measure
from earlyhelp.measures.domains import CODE_LISTS

# The measures of version 1. The catalogue may grow; none of these may leave.
MEASURES = [
    "requests", "requests_from_schools", "children_in_school_requests", "requests_answered_in_5_days",
    "children_with_focus", "children_with_both", "open_children_by_category",
    "assessments_started_by_schools", "assessments_led_by_schools",
    "open_involvements", "open_children", "open_children_by_care_status", "open_children_by_sen",
    "closures", "children_closed", "closure_duration", "focus_closure_duration",
    "time_to_closure", "open_over_12_months", "reviews_in_time", "closures_signed_off", "closures_school_consulted",
    "staffing_level", "link_meetings", "link_meetings_held", "joint_audits", "audits_good_or_better", "audit_agreement",
    "closing_forms", "closing_form_answers", "closing_form_answers_left_out",
    "re_requests", "requests_on_open_case", "returned_after_closure",
    "referrals_known", "referrals_stepped_up", "exclusion_outcomes",
]  # fmt: skip

FOLDERS = [Path(folder) for folder in definitions_room.__path__]
SPECIFICATION = Path(__file__).parent / "spec"
BREAKDOWN_NAMES = {*CODE_LISTS, "month", "outcome", "item"}


def test_the_thirty_seven_measures_are_all_there() -> None:
    assert len(MEASURES) == len(set(MEASURES)) == 37
    assert set(MEASURES) <= CATALOGUE.keys()


@pytest.mark.parametrize("measure", CATALOGUE.values(), ids=CATALOGUE)
def test_a_measure_says_what_it_is(measure: Measure) -> None:
    assert measure.asks.endswith("?") and measure.asks[0].isupper()
    assert measure.in_words.endswith(".") and "  " not in measure.in_words
    assert measure.missing_answers.endswith(".")
    assert measure.unit and measure.owner and measure.checker and measure.source
    assert measure.checked_on.year >= 2016
    assert measure.direction in ("", "higher", "lower")


@pytest.mark.parametrize("measure", CATALOGUE.values(), ids=CATALOGUE)
def test_a_measure_is_a_file_of_its_name_in_the_folder_of_its_theme(measure: Measure) -> None:
    assert measure.theme in THEMES
    assert any((folder / measure.theme / f"{measure.name}.py").is_file() for folder in FOLDERS)
    assert re.fullmatch(r"[a-z][a-z0-9_]*", measure.name)


@pytest.mark.parametrize("measure", CATALOGUE.values(), ids=CATALOGUE)
def test_a_share_has_an_out_of_and_its_unit_says_so(measure: Measure) -> None:
    assert measure.is_share == measure.unit.startswith("share")


@pytest.mark.parametrize("measure", CATALOGUE.values(), ids=CATALOGUE)
def test_breakdowns_stand_in_alphabetical_order_and_have_a_code_list(measure: Measure) -> None:
    for by in measure.by:
        assert set(by) <= BREAKDOWN_NAMES
        assert list(by) == sorted(by)


@pytest.mark.parametrize("measure", CATALOGUE.values(), ids=CATALOGUE)
def test_schools_see_neither_care_status_nor_special_needs_nor_focus(measure: Measure) -> None:
    kept_above_schools = {"care_status", "sen_provision", "focus_code", "focus_category"}
    if any(name in kept_above_schools for by in measure.by for name in by):
        assert "school" not in measure.levels


@pytest.mark.parametrize("measure", CATALOGUE.values(), ids=CATALOGUE)
def test_a_measure_names_rows_and_tables_that_exist(measure: Measure) -> None:
    assert {measure.rows, *measure.rows_by.values()} <= ROWS.keys()
    assert tables_needed(measure)


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_measure_has_drawn_tables_that_show_how_it_counts(name: str) -> None:
    drawings = [file.read_text(encoding="utf-8") for file in SPECIFICATION.glob("test_*.py")]
    assert any(f'"{name}"' in text for text in drawings)
