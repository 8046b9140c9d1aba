"""What one card tells is judged together, and only figures that are counted alike are judged at all."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.gate import release
from earlyhelp.measures.figures import Figure, Status, share
from earlyhelp.periods import Period
from earlyhelp.publications.changes import changed
from earlyhelp.publications.released_figures import ReleasedCells, ReleasedFigures
from earlyhelp.publications.school_report_card import card
from earlyhelp.publications.told_together import Comparison, ToldTogether, compare, side_by_side
from earlyhelp.statistics.verdicts import Finding, Verdict
from tests.publications.null_county import NullCounty, is_called_changed

NOW = Period(date(2016, 1, 1), date(2016, 7, 31))
THEN = Period(date(2015, 1, 1), date(2015, 7, 31))
FIGURE = Figure("reviews_in_time", NOW, "county", "E10000099", "all", 60, 100, share(60, 100), "share of reviews",
                Status.VALUE)  # fmt: skip
EARLIER = FIGURE._replace(period=THEN, count=45, value=share(45, 100))


def released(figure: Figure) -> ReleasedCell:
    return release([figure], audience="internal", as_at=date(2016, 9, 15)).cells[0]


def verdict(now: Figure, then: Figure) -> Verdict:
    return compare(released(now), released(then)).finding.verdict()


def test_a_share_of_reviews_is_judged_and_one_of_children_more_carefully():
    assert verdict(FIGURE, EARLIER) is Verdict.UP
    of_children = {"measure": "closure_duration", "unit": "share of children"}
    assert verdict(FIGURE._replace(**of_children), EARLIER._replace(**of_children)) is Verdict.NO_CLEAR_CHANGE


@pytest.mark.parametrize(
    "other",
    [
        {"unit": "share of involvements"},
        {"measure": "closures_signed_off"},
        {"breakdown": "window=6"},
        {"place_code": "E10000098"},
        {"period": Period(date(2015, 7, 1), date(2015, 7, 31))},
        {"note": "Looks back to 2014-07-01, but review is complete from 2015-01-01."},
    ],
)
def test_figures_that_are_not_counted_alike_are_not_comparable(other):
    assert verdict(FIGURE, EARLIER._replace(**other)) is Verdict.NOT_COMPARABLE
    assert verdict(EARLIER._replace(**other), FIGURE) is Verdict.NOT_COMPARABLE


def test_the_same_month_of_another_year_is_comparable():
    month = FIGURE._replace(breakdown="month=2016-03")
    assert verdict(month, EARLIER._replace(breakdown="month=2015-03")) is Verdict.UP
    assert verdict(month, EARLIER._replace(breakdown="month=2015-04")) is Verdict.NOT_COMPARABLE


def test_a_comparison_that_is_refused_says_so(subject):
    late = EARLIER._replace(note="Looks back to 2014-07-01, but review is complete from 2015-01-01.")
    cells = ReleasedCells(*(release([each], audience="internal", as_at=date(2016, 9, 15)) for each in (FIGURE, late)))
    sentence = changed("it was {then:percent}", "reviews_in_time")(ReleasedFigures(cells, subject))
    assert sentence is not None
    assert sentence.text == (
        "A year earlier it was 45%, but the two cannot be compared, as they are not counted alike."
    )  # fmt: skip


def test_a_share_without_a_count_and_half_a_post_are_too_few_to_judge():
    estimate = {"count": None, "value": share(3, 5)}
    assert verdict(FIGURE._replace(**estimate), EARLIER._replace(**estimate)) is Verdict.TOO_FEW
    assert verdict(FIGURE._replace(count=share(1, 2)), EARLIER) is Verdict.TOO_FEW
    assert side_by_side((released(FIGURE._replace(**estimate)), released(EARLIER))).finding.side is Verdict.TOO_FEW


def test_a_change_that_is_clear_alone_is_not_among_many_that_show_nothing():
    alone = compare(released(FIGURE), released(EARLIER))
    others = [
        Comparison((released(FIGURE._replace(breakdown=f"window={n}")),), Finding(Verdict.UP, 0.5)) for n in range(9)
    ]
    assert ToldTogether([alone]).verdict(alone) is Verdict.UP
    assert ToldTogether([alone, *others]).verdict(alone) is Verdict.NO_CLEAR_CHANGE
    # Asked besides, it is one more of them.
    assert ToldTogether(others).verdict(alone) is Verdict.NO_CLEAR_CHANGE
    unjudged = [Comparison(each.cells, Finding(Verdict.TOO_FEW)) for each in others]
    assert ToldTogether([alone, *unjudged]).verdict(alone) is Verdict.UP


def test_a_hidden_figure_changes_no_verdict(subject):
    nothing = {"count": None, "out_of": None, "value": None, "status": Status.SUPPRESSED}
    tellings = tuple(changed("it was {then:percent}", "reviews_in_time", window=str(n)) for n in range(9))
    then = [EARLIER._replace(breakdown=f"window={n}") for n in range(9)]
    first, *others = (each._replace(period=NOW) for each in then)
    first = first._replace(count=60, value=share(60, 100))

    def said(now: list[Figure]) -> str | None:
        cells = ReleasedCells(*(release(each, audience="internal", as_at=date(2016, 9, 15)) for each in (now, then)))
        sentence = tellings[0](ReleasedFigures(cells, subject, tellings))
        return sentence and sentence.text

    assert said([first, *others]) == "A year earlier it was 45%, so there is no clear change."
    hidden = said([first, *(each._replace(**nothing) for each in others)])
    assert hidden == "A year earlier it was 45%; the rise is more than chance would explain."


def test_a_card_of_a_county_where_nothing_changed_tells_of_a_change_at_most_once_in_twenty():
    cards = 200
    told = sum(any(is_called_changed(NullCounty(seed).figures()).values()) for seed in range(cards))
    assert told <= 0.05 * cards + 3 * (0.05 * 0.95 * cards) ** 0.5


def test_a_change_that_would_be_clear_alone_is_not_on_a_card_that_compares_much(invented, subject):
    year = replace(subject, earlier_period=THEN)
    now = invented()
    as_before = [cell.figure._replace(period=THEN) for cell in now.cells]
    then = [each._replace(count=450, value=450) if is_all_requests(each) else each for each in as_before]
    figures = [
        cell.figure._replace(count=520, value=520) if is_all_requests(cell) else cell.figure for cell in now.cells
    ]
    cells = ReleasedCells(*(release(each, audience="internal", as_at=date(2016, 9, 15)) for each in (figures, then)))
    alone = changed("there were {then:count}", "requests")(ReleasedFigures(cells, year))
    assert alone is not None
    assert alone.text == "A year earlier there were 450; the rise is more than chance would explain."
    page = next(page for page in card.build(cells, year).pages if page.key == "requests-by-month")
    assert "A year earlier there were 450 requests, so there is no clear change." in [each.text for each in page.tells]


def is_all_requests(figure: Figure | ReleasedCell) -> bool:
    return (figure.measure, figure.place_level, figure.breakdown) == ("requests", "county", "all")


def test_a_card_is_made_without_the_libraries_of_statistics():
    made = (
        "import sys, earlyhelp.publications.school_report_card.card; print({'scipy', 'statsmodels'} & {*sys.modules})"
    )
    found = subprocess.run([sys.executable, "-c", made], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"


def test_a_true_change_of_ten_points_among_five_hundred_is_told():
    raised = {"re_requests": 0.1}
    told = [is_called_changed(NullCounty(seed, 500 / 2800, raised).figures()) for seed in range(60)]
    assert sum(each["re_requests 12"] for each in told) > 0.85 * 60
