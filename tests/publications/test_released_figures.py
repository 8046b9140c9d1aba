from __future__ import annotations

from datetime import date

import pytest

from earlyhelp.disclosure.cells import GATE_KEY, ReleasedCell
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.periods import Period
from earlyhelp.publications.labels import inside_a_sentence, label, schools_of
from earlyhelp.publications.released_figures import (
    Labelled,
    ReleasedCells,
    ReleasedFigures,
    by_share,
    by_size,
    first_for_certain,
    is_most,
    largest,
)


def test_cells_come_in_the_order_of_their_code_list(invented, subject):
    figures = ReleasedFigures(ReleasedCells(invented()), subject)
    codes = [item.code for item in figures.across("closure_duration", "band")]
    assert codes == ["under_6", "6_to_8", "9_to_11", "12_and_over"]


def test_a_cell_is_found_by_any_order_of_its_parts(invented, subject):
    figures = ReleasedFigures(ReleasedCells(invented()), subject)
    cell = figures.cell("closure_duration", key_stage="KS2", band="under_6")
    assert cell.breakdown == "band=under_6;key_stage=KS2"
    assert cell.place_code == "E10000099"


def test_a_measure_that_was_not_counted_gives_one_line_for_all(invented, subject):
    figures = ReleasedFigures(ReleasedCells(invented(absent=frozenset({"requests"}))), subject)
    items = figures.across("requests", "source_code")
    assert [(item.code, item.label) for item in items] == [("all", "All")]


def test_no_item_is_the_largest_where_two_are(invented, subject):
    items = ReleasedFigures(ReleasedCells(invented(most=0)), subject).across("requests", "source_code")
    assert largest(items) is None
    assert largest(()) is None


def test_sizes_go_down_and_equal_ones_by_code(invented, subject):
    items = by_size(ReleasedFigures(ReleasedCells(invented(most=3)), subject).across("requests", "source_code"))
    assert [(-item.size, item.code) for item in items] == sorted((-item.size, item.code) for item in items)


def test_shares_of_few_are_not_compared(invented, subject):
    figures = ReleasedFigures(ReleasedCells(invented(most=9)), subject)
    assert by_share(figures.by_district("link_meetings_held")) == ()


def sized(code: str, count: int | None) -> Labelled:
    period = Period(date(2016, 1, 1), date(2016, 7, 31))
    status = Status.SUPPRESSED if count is None else Status.VALUE
    place = "county", "E10000099"
    figure = Figure("requests", period, *place, f"source_code={code}", count, None, count, "requests", status)
    return Labelled(code, code, ReleasedCell(GATE_KEY, figure))


@pytest.mark.parametrize(("whole", "told"), [(52, ["a", "b"]), (57, ["a"]), (90, []), (None, [])])
def test_what_is_first_is_told_down_to_where_a_hidden_one_may_come(whole: int | None, told: list[str]) -> None:
    items = [sized("a", 30), sized("b", 10), sized("c", 5), sized("d", None)]
    of_all = None if whole is None else sized("whole", whole).cell

    assert [item.code for item in first_for_certain(items, of_all)] == told
    assert (largest(items, of_all) is not None) is bool(told)


def test_most_means_more_than_half(invented, subject):
    figures = ReleasedFigures(ReleasedCells(invented()), subject)
    for item in figures.across("open_children_by_care_status", "care_status"):
        if item.cell.out_of and item.cell.count is not None:
            assert is_most(item.cell, item.cell) == (item.cell.count / item.cell.out_of > 0.5)


def test_codes_are_called_by_their_meanings():
    assert label("requests", "source_code", "2A") == "School"
    assert label("requests", "month", "2016-01") == "January 2016"
    assert label("link_meetings", "outcome", "held") == "Held"
    assert label("re_requests", "window", "6") == "Within 6 months"


def test_a_label_inside_a_sentence_keeps_its_abbreviation():
    assert [inside_a_sentence(word) for word in ("GP", "SEN support", "School nurse")] == [
        "GP", "SEN support", "school nurse",
    ]  # fmt: skip
    assert schools_of("primary", "Primary") == "primary schools"
    assert schools_of("other", "Nursery or 16 plus") == "nursery or 16 plus"
