"""Periods cut each other into pieces."""

from __future__ import annotations

from earlyhelp.attacker.catalogue import Group
from earlyhelp.attacker.quantities import Quantities, Sheet
from earlyhelp.attacker.spans import add_time, cut


def test_periods_that_share_days_cut_each_other() -> None:
    assert cut([(1, 10), (5, 20)]) == [(1, 4), (5, 10), (11, 20)]


def test_days_in_no_period_are_in_no_piece() -> None:
    assert cut([(1, 10), (20, 30)]) == [(1, 10), (20, 30)]


def test_only_the_time_between_periods_is_a_piece_to_protect() -> None:
    quantities = Quantities()
    group = Group("closures")
    for span in ((1, 10), (1, 20)):
        quantities.number(Sheet(group, *span), ("district", "D1"))
    between = add_time(quantities, {(1, 10), (1, 20)})
    assert between == [(Sheet(group, 11, 20), ("district", "D1"))]


def test_months_of_one_period_are_no_time_between_publications() -> None:
    quantities = Quantities()
    for span in ((1, 31), (32, 60), (1, 60)):
        quantities.number(Sheet(Group("requests"), *span), ("district", "D1"))
    assert add_time(quantities, {(1, 60)}) == []
    assert len(quantities.is_guess) == 1
