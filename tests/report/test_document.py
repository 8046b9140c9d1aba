from __future__ import annotations

from datetime import date

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.periods import Period
from earlyhelp.report.charts.chart import BarChart, ChartBar
from earlyhelp.report.document import Exhibit, Page, Publication, Section
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import plain
from earlyhelp.report.tables import Table

EMPTY = Table("Requests", "Who", ("Count",), ())


def page(heading: str, key: str = "requests", sentences: int = 0) -> Page:
    return Page(key, "Requests", plain(heading), (), (plain("So it is."),) * sentences, ())


def test_a_heading_has_ten_words_at_most():
    assert page("one two three four five six seven eight nine ten").heading.word_count == 10
    with pytest.raises(ValueError, match="more than 10 words"):
        page("one two three four five six seven eight nine ten eleven")


def test_a_page_says_four_sentences_at_most():
    with pytest.raises(ValueError, match="more than 4 sentences"):
        page("Requests", sentences=5)


def test_two_pages_of_one_key_are_refused():
    section = Section("nature", "What?", (page("Requests"), page("Again")))
    with pytest.raises(ValueError, match="share a key"):
        Publication("Card", "Borsetshire", Period(date(2016, 1, 1), date(2016, 7, 31)), "", date(2016, 8, 1), "", (),
                    (section,))  # fmt: skip


def test_an_exhibit_of_gaps_names_the_cell_that_says_why(cells):
    absent = cells.without_number(Status.NOT_COLLECTED, "The table request was not supplied.")
    exhibit = Exhibit(EMPTY, (BarChart("x", (ChartBar("All", absent),), Form.COUNT),))
    assert exhibit.drawn == ()
    assert exhibit.absent is absent
    assert Exhibit(EMPTY).absent is None
