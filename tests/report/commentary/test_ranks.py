"""What comes first or last is named only where that is known of all, and of enough."""

from __future__ import annotations

import pytest

from tests.report.commentary.conftest import released

FOCUSES = "children_with_focus by focus_code"


def add_focuses(figures, *counts: tuple[int, int]) -> None:
    for code, (count, out_of) in zip("xyz", counts, strict=False):
        figures.add(released("children_with_focus", count, out_of, breakdown=f"focus_code={code}"))


def test_what_is_not_known_comes_first_of_nothing(bind, figures):
    figures.add(released("requests", 1500, breakdown="source_code=not_known"))
    assert "is what is not known" in bind("From {{ requests by source_code | largest }}.").withheld


def test_of_two_there_is_a_largest_and_no_second(bind, figures):
    add_focuses(figures, (30, 40), (12, 40))
    assert bind(f"It is {{{{ {FOCUSES} | largest }}}}.").sentence.text == "It is source x."
    assert "too few to set in order" in bind(f"It is {{{{ {FOCUSES} | second }}}}.").withheld


def test_one_alone_is_the_largest_of_nothing(bind, figures):
    add_focuses(figures, (30, 40))
    assert "too few to set in order" in bind(f"It is {{{{ {FOCUSES} | largest }}}}.").withheld


def test_shares_of_too_few_stand_in_no_order_and_counts_do(bind, figures):
    add_focuses(figures, (30, 40), (7, 12), (6, 40))
    assert "too few to set shares in order" in bind(f"It is {{{{ {FOCUSES} | highest }}}}.").withheld
    assert bind(f"It is {{{{ {FOCUSES} | largest }}}}.").sentence.text == "It is source x."


@pytest.mark.parametrize(("count", "words"), [(21, "More than half"), (20, "Half"), (19, "Fewer than half")])
def test_a_majority_is_more_than_half(bind, figures, count, words):
    figures.add(released("requests_from_schools", count, 40))
    assert bind("{{ requests_from_schools | majority }} came.").sentence.text == f"{words} came."
