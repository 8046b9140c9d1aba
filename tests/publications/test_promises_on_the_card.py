"""The page that opens a card: what became of what earlier cards promised."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.gate import release
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.periods import Period
from earlyhelp.places import Place
from earlyhelp.publications.promised import Promised, Standing, ToJudge, judge_promises, promised
from earlyhelp.publications.released_figures import ReleasedCells, ReleasedFigures
from earlyhelp.publications.restated import Restated
from earlyhelp.publications.school_report_card import card, promises_kept, restated_figures
from earlyhelp.report.actions import Action, Evidence, Said, SaidOn
from earlyhelp.report.document import Page
from earlyhelp.report.tables import NoFigure, Row

COUNTY = Place("county", "E10000099", "Borsetshire")
THEN, NOW = Period(date(2015, 6, 1), date(2015, 12, 31)), Period(date(2016, 1, 1), date(2016, 7, 31))
AS_AT = date(2016, 9, 15)
EVIDENCE = Evidence("closing_forms", "all", "", "higher")
ACTION = Action("P1", "Ask for more forms.", "District leads", date(2016, 1, 20), date(2016, 7, 31), EVIDENCE)
PAGES = frozenset({"forms-school", "drift"})


def forms(count: int | None, period: Period) -> ReleasedCell:
    status = Status.SUPPRESSED if count is None else Status.VALUE
    figure = Figure("closing_forms", period, "county", COUNTY.code, "all", count, None, count, "forms", status)
    return release([figure], audience="internal", as_at=AS_AT).cells[0]


def of_a_figure(then: int | None, now: int | None) -> Promised:
    cells = forms(then, THEN), forms(now, NOW)
    (judged,) = judge_promises([ToJudge(EVIDENCE, COUNTY, *cells, is_counted_alike=True)])
    return promised("forms-school", ACTION, judged, AS_AT)


def of_words(name: str, said: Said, page: str = "drift") -> Promised:
    action = Action(name, f"Do {name}.", "County manager", date(2016, 1, 20), said=(SaidOn(date(2016, 5, 1), said),))
    return promised(page, action, None, AS_AT)


@pytest.fixture
def opening(invented, subject):
    """The page of a card with these promises."""

    def build(*told: Promised) -> Page | None:
        return promises_kept.build(ReleasedFigures(ReleasedCells(invented()), replace(subject, promises=told)), PAGES)

    return build


def rows(page: Page) -> list[Row]:
    return [row for exhibit in page.exhibits for row in exhibit.table.rows]


def test_a_card_without_earlier_promises_has_no_such_page(opening, invented, subject):
    assert opening() is None
    sections = card.build(ReleasedCells(invented()), subject).sections
    assert "promised" not in [section.key for section in sections]


def test_a_card_opens_with_them(invented, subject):
    told = replace(subject, promises=(of_words("P2", Said.UNDER_WAY),))
    publication = card.build(ReleasedCells(invented()), told)
    assert publication.sections[0].title == "What happened to what we promised"
    assert [page.key for page in publication.sections[0].pages] == ["what-we-promised"]


def test_promises_about_pages_that_a_card_lacks_are_not_told_there(opening):
    assert opening(of_words("P2", Said.UNDER_WAY, page="staffing")) is None


def test_the_heading_counts_what_was_kept_and_what_is_overdue(opening):
    page = opening(of_a_figure(100, 101), of_words("P2", Said.DONE), of_words("P3", Said.NOT_STARTED))
    assert page.heading.text == "One of three promises kept, one overdue"
    assert page.tells[0].text == (
        "Of the promises still open at the last card or made since, one is kept, one is not started, one is open "
        "without a word on how far they are."
    )
    assert page.tells[1].text == "Longest overdue, since 31 July 2016: Ask for more forms."
    assert opening(of_words("P2", Said.DONE)).heading.text == "The one promise of earlier cards was kept"
    assert opening(of_a_figure(100, 101)).heading.text == "The one promise of earlier cards is overdue"


def test_a_promise_with_a_figure_shows_it_then_and_now(opening):
    (row,) = rows(opening(of_a_figure(40, 160)))
    became, then, now, named, who = (cell.text for cell in row.cells)
    assert became.startswith("Kept. The rise is more than chance would explain, as promised.")
    assert (then, now) == ("40", "160")
    assert named == "How many closing questionnaires came back? Borsetshire."
    assert who == "District leads, by 31 July 2016"


def test_beside_a_figure_that_is_hidden_now_the_earlier_one_is_not_shown(opening):
    (row,) = rows(opening(of_a_figure(40, None)))
    assert [cell.text for cell in row.cells[1:3]] == ["not shown", "[c]"]
    assert isinstance(row.cells[1], NoFigure)


def test_a_day_that_was_moved_is_told(opening):
    told = replace(of_words("P2", Said.UNDER_WAY), first_due_on=date(2016, 4, 1))
    told = replace(told, action=replace(told.action, due_on=date(2016, 12, 31)))
    (row,) = rows(opening(told))
    assert row.cells[-1].text == "County manager, by 31 December 2016 (at first by 1 April 2016)"


@pytest.mark.parametrize("standing", list(Standing))
def test_every_standing_is_told_in_the_first_sentence(opening, standing):
    page = opening(replace(of_words("P2", Said.UNDER_WAY), standing=standing))
    words = "open without a word" if standing is Standing.NOTHING_SAID else standing.value
    assert words in page.tells[0].text


def test_a_restated_figure_that_is_hidden_now_keeps_the_earlier_one_back(invented, subject):
    restated = Restated("closing_forms", NOW, AS_AT, 1, 1, forms(40, NOW), forms(None, NOW), None, None)
    figures = ReleasedFigures(ReleasedCells(invented()), replace(subject, restated=(restated,), tells_rows=False))
    (exhibit,) = restated_figures.restated_figures(figures)
    assert exhibit.table.columns == ("Then", "Now", "Why")
    assert [cell.text for cell in exhibit.table.rows[0].cells[:2]] == ["not shown", "[c]"]
