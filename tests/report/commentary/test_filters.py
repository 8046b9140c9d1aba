"""What each filter prints, and when it withholds its sentence."""

from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.report.commentary.filters import SAYINGS
from earlyhelp.statistics.verdicts import Verdict
from tests.report.commentary.conftest import released

PRINTED = {
    "{{ requests | count }} came": "2,741 came",
    "{{ requests | count or no }} came": "2,741 came",
    '{{ requests | one "request" many "requests" }} came': "Requests came",
    "of {{ requests_from_schools | base }}": "of 2,741",
    "{{ requests_from_schools | out of }} came": "1,069 of 2,741 came",
    "{{ requests_from_schools | percent }} came": "39% came",
    "{{ requests_from_schools | exact percent }} came": "39.0% came",
    "{{ requests_from_schools | percent of }} requests": "39% of requests",
    "{{ requests_from_schools | share }} came": "39% (1,069 of 2,741) came",
    "{{ requests_from_schools | about }} came": "About two in five came",
    "it was {{ requests_from_schools a year earlier | percent }}": "it was 36%",
    "{{ requests_from_schools | from target }} the target": "1.0 percentage points below the target",
    "{{ requests_from_schools | percentage points }} apart": "3 percentage points apart",
    "that is {{ requests_from_schools | verdict }}": "that is no clear change",
    "it {{ requests | rose or fell }}": "it did not clearly change",
    "{{ requests_from_schools | majority }} came": "Fewer than half came",
    "from {{ requests by source_code | largest }}": "from source 2A",
    "then {{ requests by source_code | second }}": "then source 6",
    "with {{ requests by source_code | count of second }}": "with 900",
    "last {{ requests by source_code | smallest }}": "last source 4",
}  # fmt: skip


@pytest.mark.parametrize(("text", "printed"), PRINTED.items())
def test_a_filter_prints_its_words(bind, faults, text, printed):
    assert faults(text) == []
    assert bind(text).sentence.text == printed


def test_every_filter_is_told_in_the_rules():
    assert {saying for saying in SAYINGS if " of " not in saying or saying in ("percent of", "share of")} == {
        "count", "count or none", "count or no", "one many", "base one many", "share one many", "base", "out of",
        "percent", "exact percent", "percent of", "share", "share of", "about", "months", "from target",
        "percentage points", "change from a year earlier", "verdict", "rose or fell", "majority", "largest", "second",
        "smallest", "highest", "lowest",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "verdict", "said"),
    [
        ("requests_from_schools", Verdict.UP, "up 3 percentage points from a year earlier"),
        ("requests_from_schools", Verdict.NO_CLEAR_CHANGE,
         "3 percentage points above a year earlier, which is no clear change"),
        ("requests", Verdict.UP, "up from 2,600 a year earlier"),
        ("requests", Verdict.NO_CLEAR_CHANGE, "2,600 a year earlier, which is no clear change"),
    ],
)  # fmt: skip
def test_a_figure_went_up_only_where_that_is_clear(bind, figures, measure, verdict, said):
    figures.verdict = verdict
    assert bind(f"It is {{{{ {measure} | change from a year earlier }}}}").sentence.text == f"It is {said}"


def test_points_that_do_not_add_up_from_whole_percentages_have_a_decimal(bind, figures):
    # 39.44% and 35.62% print as 39% and 36%; 3.82 apart would round to 4, and 39 - 36 is 3.
    figures.add(released("requests_from_schools", 3944, 10000))
    figures.add(released("requests_from_schools", 3562, 10000, period=next(iter(figures.then.values())).period))
    assert bind("By {{ requests_from_schools | percentage points }}").sentence.text == "By 3.8 percentage points"


@pytest.mark.parametrize("verdict", [Verdict.TOO_FEW, Verdict.NOT_COMPARABLE])
def test_a_change_that_carries_no_verdict_withholds_its_sentence(bind, figures, verdict):
    figures.verdict = verdict
    for saying in ("verdict", "rose or fell", "change from a year earlier"):
        said = bind(f"It {{{{ requests | {saying} }}}}.")
        assert said.sentence is None
        assert "no verdict" in said.withheld


@pytest.mark.parametrize("status", [status for status in Status if not status.has_number])
def test_a_cell_without_a_number_withholds_its_sentence(bind, figures, status):
    figures.add(released("requests", None, status=status))
    said = bind("There were {{ requests | count }} requests.")
    assert said.sentence is None
    assert said.faults == ()
    assert said.withheld.startswith("requests ")


def test_a_true_zero_is_said(bind, figures):
    figures.add(released("requests", 0))
    assert bind("There were {{ requests | count or no }} requests.").sentence.text == "There were no requests."


def test_a_cell_that_was_not_released_withholds_its_sentence(bind):
    assert "no figure for these readers" in bind("{{ requests source_code=1A | count }} came.").withheld


def test_too_few_are_printed_as_counts(bind, figures):
    figures.add(released("requests_from_schools", 7, 12))
    assert bind("{{ requests_from_schools | about }} came.").sentence.text == "7 of 12 came."
    assert "too few" in bind("{{ requests_from_schools | majority }} came.").withheld


def test_one_is_said_in_the_singular(bind, figures):
    figures.add(released("requests", 1))
    text = 'There {{ requests | one "was" many "were" }} {{ requests | count }}.'
    assert bind(text).sentence.text == "There was 1."


def test_a_share_of_a_rank_agrees_with_of_behind_it_as_any_share_does(bind, figures):
    for code, count in (("x", 30), ("y", 12), ("z", 4)):
        figures.add(released("children_with_focus", count, 40, breakdown=f"focus_code={code}"))
    of = "children_with_focus by focus_code"
    text = f"{{{{ {of} | share of largest of }}}} children, then {{{{ {of} | percent of second of }}}} them."
    assert bind(text).sentence.text == "75% (30 of 40) of children, then 30% of them."


def test_a_hidden_one_stands_in_no_order_and_is_never_the_smallest(bind, figures):
    figures.add(released("requests", None, breakdown="source_code=4", status=Status.SUPPRESSED))
    largest = bind("From {{ requests by source_code | largest }}.")
    assert largest.sentence.text == "From source 2A."
    assert [said.passes_over_hidden for said in largest.said] == [True]
    assert "cannot be set in order" in bind("From {{ requests by source_code | smallest }}.").withheld


def test_two_that_share_a_place_are_not_named(bind, figures):
    figures.add(released("requests", 1069, breakdown="source_code=6"))
    assert "share the place" in bind("From {{ requests by source_code | largest }}.").withheld


def test_a_count_asked_for_as_a_share_is_a_fault(bind):
    (fault,) = bind("{{ requests | percent }} came.").faults
    assert "plain count" in fault.says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ requsts | count }}", 'did you mean "requests"'),
        ("{{ requests | pct }}", 'asks for "pct"'),
        ("{{ requests phase=x;y | count }}", "phase=x;y"),
        ("{{ requests source_code=2Z | count }}", "source_code=2Z"),
        ("{{ requests colour=red | count }}", "breaks requests down by colour"),
        ("{{ requests | largest }}", "name one"),
        ("{{ requests by source_code | count }}", 'take "by" out'),
        ('{{ requests | one "request" }}', 'asks for "one"'),
        ('{{ requests | one many "request" }}', "where 2 texts"),
    ],
)
def test_a_binding_that_names_nothing_there_is_says_what_there_is(faults, text, says):
    assert any(says in fault.says for fault in faults(text))
