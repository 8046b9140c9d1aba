from __future__ import annotations

from decimal import Decimal

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.report.numbers import (
    Form,
    print_cell,
    print_in_a_chart,
    print_percentage,
    print_variance,
    print_variance_in_words,
)


def test_a_count_has_its_thousands_separated(cells):
    assert print_cell(cells.count(12069), Form.COUNT) == "12,069"


def test_a_full_time_equivalent_keeps_two_decimals_at_most(cells):
    cell = cells.share(Decimal("74.175"), Decimal("102.50"))
    assert print_cell(cell, Form.COUNT_OF) == "74.18 of 102.5"


def test_a_percentage_stands_from_twenty_counted_and_not_below(cells):
    assert print_cell(cells.share(7, 20), Form.PERCENT) == "35%"
    assert print_cell(cells.share(7, 19), Form.PERCENT) == "7 of 19"
    assert print_cell(cells.share(7, 20), Form.SHARE_OF) == "35% (7 of 20) of"
    assert print_cell(cells.share(7, 19), Form.SHARE_OF) == "7 of 19"
    assert print_cell(cells.share(7, 19), Form.PERCENT_OF) == "7 of 19"


def test_a_share_of_an_establishment_is_a_percentage_however_small(cells):
    assert print_cell(cells.share(9, 12, "share of establishment"), Form.PERCENT) == "75%"


@pytest.mark.parametrize(
    ("share", "printed"),
    [("0", "0%"), ("0.004", "under 1%"), ("0.005", "1%"), ("0.125", "13%"), ("0.995", "over 99%"), ("1", "100%")],
)
def test_a_share_that_is_not_nothing_or_all_never_looks_like_it(share, printed):
    assert print_percentage(Decimal(share)) == printed


def test_a_percentage_is_worked_out_from_the_counts_and_not_from_the_rounded_share(cells):
    # 1 / 200 is exactly a half of one per cent, which a share cut to fewer decimals would lose.
    assert print_cell(cells.share(1, 200), Form.PERCENT) == "1%"


def test_a_variance_has_a_sign_in_a_table_and_a_side_in_a_sentence(cells):
    below, above, equal = cells.share(71, 100), cells.share(79, 100), cells.share(75, 100)
    target = Decimal("0.75")
    assert [print_variance(cell, target) for cell in (below, above, equal)] == ["−4.0", "+4.0", "0.0"]
    assert print_variance_in_words(below, target) == "4.0 percentage points below"
    assert print_variance_in_words(above, target) == "4.0 percentage points above"


def test_a_true_zero_is_a_nought_and_the_four_other_statuses_are_marks_that_words_tell_apart(cells):
    others = [status for status in Status if not status.has_number]
    absent = [cells.without_number(status) for status in others]
    assert print_cell(cells.count(0), Form.COUNT) == "0"
    assert {print_cell(cell, form) for cell in absent for form in Form} == {"[c]", "[x]", "[z]"}
    assert {print_variance(cell, Decimal("0.75")) for cell in absent} == {"[c]", "[x]", "[z]"}
    drawn = {print_in_a_chart(cell, Form.COUNT) for cell in absent}
    assert drawn == {"[c]", "[x] not collected", "[x] not yet available", "[z]"}
