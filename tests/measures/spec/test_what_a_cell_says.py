"""What every cell says, whatever its measure: its status, its note, the places it is written for."""

from __future__ import annotations

from datetime import date

import pytest

from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import DISTRICTS, UNRESTRICTED, cell, figures_of

CASE_WORK = UNRESTRICTED - {"district", "school"}


def test_only_a_value_and_a_zero_carry_numbers() -> None:
    figures = figures_of(*CATALOGUE)
    for figure in figures:
        numbers = (figure.count, figure.out_of, figure.value)
        assert figure.status.has_number or numbers == (None, None, None)
        assert figure.status != Status.ZERO or figure.count == 0
        assert figure.status != Status.SUPPRESSED  # hiding is decided behind the gate, never here


def test_a_count_repeats_itself_as_its_value_and_has_no_out_of() -> None:
    figure = cell(figures_of("closures", involvement="ended_on\n2016-03-01"), "closures")
    assert (figure.count, figure.out_of, figure.value) == (1, None, 1)


@pytest.mark.parametrize(
    ("families_back", "value"),
    [(1, "0.333333"), (2, "0.666667"), (3, "1.000000")],
)
def test_a_share_has_six_decimals(families_back: int, value: str) -> None:
    names = ("Ash", "Birch", "Cedar")
    requests = "\n".join(f"{name} | 2016-05-10" for name in names)
    work = "\n".join(f"{name} | 2015-10-01" for name in names[:families_back])
    figures = figures_of(
        "requests_on_open_case",
        request=f"family_id | received_on\n{requests}",
        involvement=f"family_id | started_on\n{work}",
    )
    assert str(cell(figures, "requests_on_open_case").value) == value


def test_where_no_case_work_was_supplied_every_measure_is_not_collected_and_says_why() -> None:
    figures = figures_of(*CATALOGUE, absent=CASE_WORK)
    assert {figure.measure for figure in figures} == set(CATALOGUE)
    assert {figure.status for figure in figures} == {Status.NOT_COLLECTED}
    assert all(figure.note.startswith("Not supplied: table") for figure in figures)


def test_every_district_of_the_dataset_has_its_cells_and_no_other() -> None:
    figures = figures_of("closures", district=f"{DISTRICTS.strip()}\nWest | West")
    assert {(f.place_level, f.place_code) for f in figures} == {
        ("county", "county"),
        ("district", "North"),
        ("district", "South"),
        ("district", "West"),
    }


def test_figures_stand_in_the_order_of_measure_place_and_breakdown_as_bytes() -> None:
    figures = figures_of(*CATALOGUE)
    order = [(f.measure.encode(), f.place_level.encode(), f.place_code.encode(), f.breakdown.encode()) for f in figures]
    assert order == sorted(order)
    assert len(order) == len(set(order))


def test_a_measure_that_looks_back_says_where_the_history_begins_too_late_and_others_stay_silent() -> None:
    complete_from = {"assessment": date(2015, 1, 2), "link": date(2015, 1, 1)}
    figures = figures_of("referrals_known", "assessments_started_by_schools", complete_from=complete_from,
        referral="received_on | accepted_on | age_years\n2016-05-10 | 2016-05-12 | 9")  # fmt: skip
    note = cell(figures, "referrals_known").note
    assert "assessment is complete from 2015-01-02" in note
    assert "link" not in note
    assert cell(figures, "assessments_started_by_schools").note == ""


def test_a_measure_of_the_period_says_so_where_its_history_begins_inside_it() -> None:
    figures = figures_of("requests", complete_from={"request": date(2016, 3, 1)}, request="received_on\n2016-05-10")
    assert "complete from 2016-03-01" in cell(figures, "requests").note
