"""Words that claim something of figures stand beside the judgement that says the same."""

from __future__ import annotations

import pytest

from earlyhelp.statistics.verdicts import Verdict

UNBACKED = (
    "Requests rose.", "The number of families has fallen.", "Attendance improved.", "There was a significant change.",
    "Most came from schools.", "The highest number came in March.", "A majority came from schools.",
    "More families came than a year earlier.", "Requests remained stable.", "They came mainly from schools.",
)  # fmt: skip
BACKED = (
    "Requests {{ requests | rose or fell }}, and a rise was expected.",
    "The largest source was {{ requests by source_code | largest }}.",
    "{{ requests_from_schools | majority }} came from schools, so not most.",
    "At least we know. Help lasts at most a year.",
    "Fewer families ask than {{ requests | verdict }} would suggest.",
)
RISE = "Requests rose: {{ requests | verdict }}."


@pytest.mark.parametrize("text", UNBACKED)
def test_a_claim_without_its_judgement_is_a_fault(faults, text):
    assert any("a figure in words" in fault.says for fault in faults(text))


@pytest.mark.parametrize("text", BACKED[:3])
def test_a_claim_with_its_judgement_is_none(faults, text):
    assert faults(text) == []


def test_a_count_is_no_judgement(faults):
    assert faults("Requests rose to {{ requests | count }}.")


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


def test_work_that_fell_due_fell_nowhere(faults):
    assert faults("Reviews that fell due were held.") == []
