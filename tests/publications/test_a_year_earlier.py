"""A figure beside that of the same period a year earlier: in tables, in charts and in sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.gate import release
from earlyhelp.measures.figures import Figure, Status, share
from earlyhelp.periods import Period
from earlyhelp.publications.changes import changed, in_the_county
from earlyhelp.publications.declare import Telling
from earlyhelp.publications.exhibits import A_YEAR_EARLIER, BarsBy, ColumnsByMonth
from earlyhelp.publications.released_figures import ReleasedCells, ReleasedFigures
from earlyhelp.publications.school_report_card import card
from earlyhelp.report.writers.html.write import write_html

NOW = Period(date(2016, 1, 1), date(2016, 2, 29))
THEN = Period(date(2015, 1, 1), date(2015, 2, 28))
AS_AT = date(2016, 9, 15)
COUNTY, AMBRIDGE = ("county", "E10000099"), ("district", "E07000901")


def figure(period: Period, measure: str, count: int, out_of: int | None = None, breakdown: str = "all", at=COUNTY):
    value = count if out_of is None else share(count, out_of)
    unit = "requests" if out_of is None else "share of requests"
    status = Status.VALUE if count else Status.ZERO
    level, code = at
    return Figure(measure, period, level, code, breakdown, count, out_of, value, unit, status)


def said(tell: Telling, figures: ReleasedFigures) -> str | None:
    sentence = tell(figures)
    return sentence and sentence.text


def released(*figures: Figure) -> Release:
    return release(figures, audience="internal", as_at=AS_AT)


@pytest.fixture
def two_years(subject):
    """Return a function that gives the figures of two years as a page asks for them."""

    def figures(now: list[Figure], then: list[Figure] | None) -> ReleasedFigures:
        earlier = None if then is None else released(*then)
        return ReleasedFigures(ReleasedCells(released(*now), earlier), replace(subject, period=NOW))

    return figures


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        ((60, 100), (30, 100), "A year earlier it was 30% (30 of 100); the rise is more than chance would explain."),
        ((30, 100), (60, 100), "A year earlier it was 60% (60 of 100); the fall is more than chance would explain."),
        ((41, 100), (38, 100), "A year earlier it was 38% (38 of 100), so there is no clear change."),
        ((10, 19), (2, 100), None),
        ((60, 100), (9, 19), None),
    ],
)
def test_a_share_has_changed_only_where_chance_would_not_explain_it(two_years, now, then, words):
    figures = two_years([figure(NOW, "requests_from_schools", *now)], [figure(THEN, "requests_from_schools", *then)])
    assert said(changed("it was {then:share}", "requests_from_schools"), figures) == words


def test_of_counts_the_length_of_both_periods_is_taken_into_account(two_years):
    tell = changed("there were {then:count}", "requests")
    even = two_years([figure(NOW, "requests", 60)], [figure(THEN, "requests", 59)])
    assert said(tell, even) == "A year earlier there were 59, so there is no clear change."
    more = two_years([figure(NOW, "requests", 90)], [figure(THEN, "requests", 50)])
    assert said(tell, more) == "A year earlier there were 50; the rise is more than chance would explain."


def test_nothing_is_said_without_a_year_to_compare_with(two_years):
    tell = changed("there were {then:count}", "requests")
    assert tell(two_years([figure(NOW, "requests", 90)], None)) is None
    assert tell(two_years([figure(NOW, "requests", 90)], [figure(THEN, "closures", 50)])) is None


def test_a_month_is_set_beside_the_same_month_of_the_year_before(two_years):
    now = [figure(NOW, "requests", 7, breakdown="month=2016-01"), figure(NOW, "requests", 7)]
    then = [figure(THEN, "requests", 5, breakdown="month=2015-01"), figure(THEN, "requests", 4)]
    exhibit = ColumnsByMonth("requests", "By month", "Requests").build(two_years(now, then))
    assert exhibit.table.columns == ("Requests", A_YEAR_EARLIER)
    assert [[cell.text for cell in row.cells] for row in exhibit.table.rows] == [["7", "5"], ["7", "4"]]
    assert "January 2016" in exhibit.table.rows[0].label
    assert exhibit.charts[0].description == "Jan 2016: 7, a year earlier 5."


def test_a_cell_that_did_not_exist_a_year_earlier_says_so_and_is_no_zero(two_years):
    now = [figure(NOW, "requests", 4, breakdown="phase=primary"), figure(NOW, "requests", 3, breakdown="phase=special")]
    then = [figure(THEN, "requests", 9, breakdown="phase=primary")]
    exhibit = BarsBy("requests", "phase", "By phase", "Phase", "Requests", has_total=False).build(two_years(now, then))
    assert [[cell.text for cell in row.cells] for row in exhibit.table.rows] == [["4", "9"], ["3", "no figure"]]


def test_without_a_year_earlier_the_table_has_no_column_for_it(two_years):
    exhibit = BarsBy("requests", "phase", "By phase", "Phase", "Requests", has_total=False).build(
        two_years([figure(NOW, "requests", 4, breakdown="phase=primary")], None)
    )
    assert exhibit.table.columns == ("Requests",)
    assert "year" not in exhibit.charts[0].description


def test_a_district_stands_beside_its_county_and_the_county_beside_nobody(subject):
    cells = ReleasedCells(released(figure(NOW, "requests_from_schools", 30, 60),
                                   figure(NOW, "requests_from_schools", 9, 30, at=AMBRIDGE)))  # fmt: skip
    tell = in_the_county("it was {county:percent}", "requests_from_schools")
    district = replace(subject, place=subject.districts[0])
    assert said(tell, ReleasedFigures(cells, district)) == "In Borsetshire as a whole it was 50%."
    assert tell(ReleasedFigures(cells, subject)) is None


def test_a_card_that_compares_says_which_period_is_meant_on_every_page_that_does(invented, subject):
    year = replace(subject, earlier_period=subject.period.same_period_last_year)
    now = invented()
    then = released(
        *(
            cell.figure._replace(
                period=year.earlier_period, breakdown=cell.breakdown.replace("month=2016", "month=2015")
            )
            for cell in now.cells
        )
    )
    compared = card.build(ReleasedCells(now, then), year)
    words = "A year earlier means 1 January to 31 July 2015."
    assert write_html(compared).count(words) == sum(page.is_compared for page in compared.pages) > 15
    assert words not in write_html(card.build(ReleasedCells(now), subject))


def test_a_verdict_names_both_cells_and_there_is_none_where_one_of_them_is_hidden(two_years):
    tell = changed("it was {then:share}", "requests_from_schools")
    now, then = (figure(period, "requests_from_schools", count, 100) for period, count in ((NOW, 60), (THEN, 30)))
    sentence = tell(two_years([now], [then]))
    assert sentence is not None
    (judged,) = sentence.judgements
    assert (judged.kind, judged.value) == ("verdict", "up")
    assert [cell.period for cell in judged.cells] == [NOW, THEN]
    nothing = {"count": None, "out_of": None, "value": None, "status": Status.SUPPRESSED}
    assert tell(two_years([now._replace(**nothing)], [then])) is None
    assert tell(two_years([now], [then._replace(**nothing)])) is None


def test_a_hidden_year_earlier_is_marked_in_the_table_and_no_line_in_the_chart(two_years):
    now, then = (figure(period, "requests", 30, breakdown="source_code=2A") for period in (NOW, THEN))
    hidden = then._replace(count=None, out_of=None, value=None, status=Status.SUPPRESSED)
    by_source = BarsBy("requests", "source_code", "Requests", "Who", "Requests", has_total=False)
    exhibit = by_source.build(two_years([now], [hidden]))
    assert exhibit.table.columns[-1] == A_YEAR_EARLIER
    assert exhibit.table.rows[0].cells[-1].text == "[c]"
    assert all(cell.status.has_number for chart in exhibit.charts for cell in chart.cells)
