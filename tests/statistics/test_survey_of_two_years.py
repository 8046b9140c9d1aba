"""A survey of 396 and 397 schools, 122 and 119 of which answered: a published calculation, digit by digit.

The shares are whole percentages of all who answered; the counts are those that they imply. Facts of the survey of 2016.
"""

from __future__ import annotations

import pytest

from earlyhelp.statistics.changes import newcombe, share_change
from earlyhelp.statistics.finite_population import Wave, corrected_chance
from earlyhelp.statistics.intervals import wilson
from earlyhelp.statistics.many_at_once import holm
from earlyhelp.statistics.side_by_side import fisher
from earlyhelp.statistics.smallest_change import smallest_change
from earlyhelp.statistics.verdicts import Verdict, judge_together

ANSWERED, ASKED = (122, 119), (396, 397)
# Assumed: so many schools answered in both years, with answers so much alike.
IN_BOTH, ALIKE = 80, 0.6

# Question; percentages now and then; difference in points; Newcombe's interval; Fisher; corrected; with the overlap.
ROWS = [
    ("5", 49, 35, "13.9", ("1.4", "25.8"), ".037", ".008", ".002"),
    ("6", 54, 44, "10.4", ("-2.2", "22.5"), ".123", ".053", ".020"),
    ("8g", 47, 39, "8.1", ("-4.4", "20.2"), ".241", ".130", ".068"),
    ("8d", 69, 61, "7.5", ("-4.5", "19.2"), ".227", ".143", ".079"),
    ("8b", 26, 20, "6.1", ("-4.6", "16.6"), ".288", ".182", ".109"),
    ("7h", 23, 17, "6.1", ("-4.0", "16.1"), ".261", ".152", ".086"),
    ("7g", 39, 34, "5.7", ("-6.4", "17.6"), ".422", ".269", ".184"),
    ("1b", 20, 17, "2.9", ("-7.0", "12.6"), ".619", ".491", ".408"),
    ("8e", 53, 51, "2.0", ("-10.4", "14.4"), ".797", ".708", ".653"),
    ("8a", 24, 30, "-6.5", ("-17.5", "4.7"), ".310", ".175", ".104"),
    ("7c", 6, 12, "-6.0", ("-13.6", "1.3"), ".113", ".048", ".019"),
    ("7b", 15, 22, "-7.1", ("-16.8", "2.7"), ".183", ".088", ".041"),
]
QUESTIONS = [row[0] for row in ROWS]


def counts(row) -> tuple[int, int, int, int]:
    now, then = (round(per_cent * base / 100) for per_cent, base in zip(row[1:3], ANSWERED, strict=True))
    return now, ANSWERED[0], then, ANSWERED[1]


def waves(row) -> tuple[Wave, Wave]:
    now, _, then, _ = counts(row)
    return Wave(now, ANSWERED[0], ASKED[0]), Wave(then, ANSWERED[1], ASKED[1])


def points(share: float) -> str:
    return f"{100 * share:.1f}"


def places(chance: float) -> str:
    return f"{chance:.3f}".lstrip("0")


@pytest.mark.parametrize("row", ROWS, ids=QUESTIONS)
def test_every_row_is_reproduced_to_the_digits_printed(row):
    now, then = waves(row)
    _, _, _, difference, interval, exact, corrected, overlapping = row
    assert points(now.share - then.share) == difference
    assert tuple(map(points, newcombe(*counts(row)))) == interval
    assert places(fisher(*counts(row))) == exact
    assert places(corrected_chance(now, then)) == corrected
    assert places(corrected_chance(now, then, IN_BOTH, ALIKE)) == overlapping


@pytest.mark.parametrize(
    ("chance", "smallest"),
    [
        (lambda row: fisher(*counts(row)), 0.92),
        (lambda row: corrected_chance(*waves(row)), 0.21),
        (lambda row: corrected_chance(*waves(row), IN_BOTH, ALIKE), 0.039),
    ],
)
def test_among_twenty_five_questions_only_one_reading_lets_a_change_through(chance, smallest):
    padded = [chance(row) for row in ROWS] + [1.0] * (25 - len(ROWS))
    assert min(holm(padded)) == pytest.approx(smallest, abs=0.005 if smallest > 0.1 else 0.0005)


def test_told_together_no_question_has_clearly_changed():
    findings = [share_change(*counts(row)) for row in ROWS]
    assert [finding.verdict() for finding in findings].count(Verdict.UP) == 1
    assert set(judge_together(findings)) == {Verdict.NO_CLEAR_CHANGE}


def test_two_counts_that_leave_out_who_gave_no_answer():
    assert places(fisher(38, 81, 25, 79)) == ".054"
    assert round(fisher(38, 81, 25, 79), 4) == 0.0537


def test_the_smallest_change_that_so_few_answers_could_have_shown():
    assert points(smallest_change(*ANSWERED)) == "12.6"
    assert points(smallest_change(*ANSWERED, populations=ASKED)) == "10.6"
    assert points(smallest_change(*ANSWERED, populations=ASKED, found=0.8)) == "15.1"
    assert round(100 * smallest_change(200, 200, populations=ASKED, found=0.8)) == 10
    assert 6 < 100 * smallest_change(280, 280, populations=ASKED, found=0.8) < 7


@pytest.mark.parametrize(
    ("counts", "interval"),
    [((9, 17), (31, 74)), ((10, 11), (62, 98)), ((23, 24), (80, 99)), ((151, 459), (29, 37))],
)
def test_small_numbers_say_little(counts, interval):
    assert tuple(round(100 * bound) for bound in wilson(*counts)) == interval
