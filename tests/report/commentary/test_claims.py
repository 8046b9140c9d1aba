"""Words that claim something of figures stand beside the judgement that says the same."""

from __future__ import annotations

import pytest

from earlyhelp.statistics.verdicts import Verdict
from tests.report.commentary.conftest import NOW, THEN, released

UNBACKED = (
    "Requests rose.", "The number of families has fallen.", "Attendance improved.", "There was a significant change.",
    "Most came from schools.", "The highest number came in March.", "A majority came from schools.",
    "More families came than a year earlier.", "Requests remained stable.", "They came mainly from schools.",
)  # fmt: skip
BACKED = (
    "Requests {{ requests | rose or fell }}, and a rise was expected.",
    "The largest source was {{ requests by source_code | largest }}.",
    "{{ requests_from_schools | majority }} came from schools, so not most.",
    "Fewer families ask than {{ requests | verdict }} would suggest.",
    "At least we know that help lasts at most a year.",
    "Schools need more time.",
)
RISE = "Requests rose: {{ requests | verdict }}."


@pytest.mark.parametrize("text", UNBACKED)
def test_a_claim_without_its_judgement_is_a_fault(faults, text):
    assert any("a figure in words" in fault.says for fault in faults(text))


@pytest.mark.parametrize("text", BACKED)
def test_a_claim_with_its_judgement_is_none(faults, text):
    assert faults(text) == []


def test_a_count_is_no_judgement(faults):
    assert faults("Requests rose to {{ requests | count }}.")


def test_a_judgement_of_another_kind_backs_no_claim(faults):
    (fault,) = faults("Most came from schools, and they {{ requests | rose or fell }}.")
    assert 'says "Most"' in fault.says
    (fault,) = faults("They rose, most of all from {{ requests by source_code | largest }}.")
    assert 'says "rose"' in fault.says


def test_a_rise_needs_a_verdict_that_says_so(bind, figures):
    figures.verdict = Verdict.UP
    assert bind(RISE).sentence.text == "Requests rose: a clear rise."
    for verdict in (Verdict.DOWN, Verdict.NO_CLEAR_CHANGE):
        figures.verdict = verdict
        (fault,) = bind(RISE).faults
        assert fault.says == f'says "rose", but the verdict is: {verdict.value.replace("_", " ")}'


def test_that_nothing_rose_agrees_with_no_clear_change(bind, figures):
    text = "Requests did not increase: {{ requests | verdict }}."
    assert bind(text).faults == ()
    figures.verdict = Verdict.UP
    assert bind(text).faults


def test_improved_needs_a_measure_that_says_which_way_is_better(bind, figures):
    figures.verdict = Verdict.UP
    (fault,) = bind("The share improved: {{ requests_from_schools | verdict }}.").faults
    assert 'says "improved"' in fault.says


@pytest.mark.parametrize(
    ("measure", "better", "worse"),
    [
        ("reviews_in_time", Verdict.UP, Verdict.DOWN),
        ("open_over_12_months", Verdict.DOWN, Verdict.UP),
    ],
)
def test_improved_is_what_moved_to_the_better_side(bind, figures, measure, better, worse):
    for period in (NOW, THEN):
        figures.add(released(measure, 300, 400, period=period))
    for verdict, said, denied in ((better, "improved", "worsened"), (worse, "worsened", "improved")):
        figures.verdict = verdict
        assert bind(f"This {said}: {{{{ {measure} | verdict }}}}.").faults == ()
        assert bind(f"This {denied}: {{{{ {measure} | verdict }}}}.").faults


def test_a_significant_change_is_one_either_way_and_not_without_a_clear_one(bind, figures):
    text = "A significant change: {{ requests | verdict }}."
    for verdict in (Verdict.UP, Verdict.DOWN):
        figures.verdict = verdict
        assert bind(text).faults == ()
    figures.verdict = Verdict.NO_CLEAR_CHANGE
    assert bind(text).faults


@pytest.mark.parametrize("text", [
    "It is {{ requests_from_schools | percentage points }} higher.",
    "Schools asked for {{ requests_from_schools | percentage points }} more than a year earlier.",
    "It is up by {{ requests_from_schools | percentage points }}.",
])  # fmt: skip
def test_who_says_how_far_two_shares_lie_apart_may_not_say_which_is_larger(faults, text):
    assert any("beside percentage points, which have no side" in fault.says for fault in faults(text))


def test_how_far_two_shares_lie_apart_may_be_said(faults):
    assert faults("They lie {{ requests_from_schools | percentage points }} apart, under a new rule.") == []


def test_work_that_fell_due_fell_nowhere(faults):
    assert faults("Reviews that fell due were held.") == []
