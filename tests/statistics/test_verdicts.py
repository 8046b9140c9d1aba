"""Verdicts told together mislead no more often than one alone, and true changes are still found."""

from __future__ import annotations

from random import Random

import pytest

from earlyhelp.statistics.changes import count_change, share_change
from earlyhelp.statistics.verdicts import NOT_COMPARABLE, TOO_FEW, Finding, Verdict, judge_together

RUNS = 1000
CLEAR = (Verdict.UP, Verdict.DOWN)


def drawn(chance: Random, out_of: int, share: float) -> tuple[int, int]:
    return sum(chance.random() < share for _ in range(out_of)), out_of


def card_without_change(chance: Random) -> list[Finding]:
    """Return what a card of eight shares and four counts shows where both years are alike."""
    shares = [share_change(*drawn(chance, 150, level), *drawn(chance, 130, level)) for level in LEVELS]
    counts = [halved(chance, events) for events in (40, 90, 200, 300)]
    return [*shares, *counts]


LEVELS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8)


def halved(chance: Random, events: int) -> Finding:
    now = sum(chance.random() < 0.5 for _ in range(events))
    return count_change(now, 182, events - now, 182)


def test_a_county_where_nothing_changed_is_told_of_a_change_at_most_once_in_twenty_cards():
    chance = Random(2016)
    together = alone = 0
    for _ in range(RUNS):
        findings = card_without_change(chance)
        together += any(verdict in CLEAR for verdict in judge_together(findings))
        alone += any(finding.verdict() in CLEAR for finding in findings)
    assert together <= 0.06 * RUNS
    # Twelve verdicts, each alone right nineteen times in twenty.
    assert alone > 0.35 * RUNS


def test_a_true_change_of_ten_points_among_five_hundred_is_found_on_a_card_of_twelve():
    chance = Random(2016)
    found = 0
    for _ in range(200):
        true = share_change(*drawn(chance, 500, 0.2), *drawn(chance, 500, 0.1))
        found += judge_together([true, *card_without_change(chance)[1:]])[0] is Verdict.UP
    assert found > 0.85 * 200


def test_no_verdict_is_clearer_in_company_than_alone():
    chance = Random(2016)
    for _ in range(100):
        findings = card_without_change(chance)
        for finding, verdict in zip(findings, judge_together(findings), strict=True):
            assert verdict not in CLEAR or finding.verdict() is verdict


@pytest.mark.parametrize("unjudged", [TOO_FEW, NOT_COMPARABLE])
def test_what_cannot_be_judged_says_why_and_counts_for_nothing(unjudged):
    clear = Finding(Verdict.UP, 0.03)
    assert judge_together([unjudged, clear, unjudged]) == [unjudged.side, Verdict.UP, unjudged.side]
    assert judge_together([clear, Finding(Verdict.DOWN, 0.6)]) == [Verdict.NO_CLEAR_CHANGE] * 2
    assert unjudged.verdict() is unjudged.side


def test_nothing_told_is_nothing_judged():
    assert judge_together([]) == []
