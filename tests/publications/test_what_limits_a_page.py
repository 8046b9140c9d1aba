"""What a page says of the records behind it: not complete yet, not far enough back, refused, not supplied, too few."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from earlyhelp.disclosure.gate import release
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.publications.labels import label, list_months
from earlyhelp.publications.released_figures import ReleasedCells
from earlyhelp.publications.school_report_card import card
from earlyhelp.publications.subject import SuppliedTable
from earlyhelp.report.charts.chart import ColumnChart
from earlyhelp.report.statuses import Zero
from earlyhelp.report.tables import FigureCell
from earlyhelp.report.writers.html.write import write_html

CAUTION = (
    "The records speak for days up to 30 June 2016; this period ends on 31 July 2016, so its figures are not complete."
)


def changed(released, change):
    """Pass every figure through `change` and the gate again; it returns a figure, or the fields that are new."""
    figures = [cell.figure._replace(**(change(cell.figure) or {})) for cell in released.cells]
    return release(figures, audience="internal", as_at=released.as_at)


def counted(figure: Figure, count: int, out_of: int | None = None) -> dict[str, object]:
    status = Status.VALUE if count else Status.ZERO
    value = count / out_of if out_of else count
    return {"count": count, "out_of": out_of, "value": value, "status": status}


def page_of(document, key):
    return next(page for page in document.pages if page.key == key)


def said(page):
    return [sentence.text for sentence in (page.heading, *page.tells, *page.notes)]


def tables(document):
    return [exhibit.table for page in document.pages for exhibit in page.exhibits]


def test_a_period_that_ends_after_the_records_is_cautioned_on_the_cover_and_every_page(invented, subject):
    document = card.build(ReleasedCells(replace(invented(), as_at=date(2016, 6, 30))), subject)
    assert document.caution == CAUTION
    assert write_html(document).count(CAUTION) == len(document.pages) + 1
    assert "last day of the period" not in " ".join(said(page_of(document, "open-work")))


def test_a_period_within_the_records_has_no_caution(invented, subject):
    document = card.build(ReleasedCells(replace(invented(), as_at=date(2016, 7, 31))), subject)
    assert document.caution == ""
    assert 'class="caution"' not in write_html(document)


def test_a_zero_of_an_unfinished_period_is_called_counted_so_far_and_never_true(invented, subject):
    document = card.build(ReleasedCells(replace(invented(most=2), as_at=date(2016, 6, 30))), subject)
    notes = {note for table in tables(document) for note in table.notes}
    assert Zero.SO_FAR in notes
    assert Zero.TRUE not in notes


def test_a_note_on_records_that_do_not_reach_back_stands_once_on_its_page_and_leaves_no_true_zero(invented, subject):
    note = "Looks back to 2015-01-01, but request is complete from 2015-09-01."
    released = changed(
        invented(),
        lambda figure: {"note": note, **counted(figure, 0, 30)} if figure.measure == "re_requests" else {},
    )
    page = page_of(card.build(ReleasedCells(released), subject), "returns")
    assert sum("look back to 1 January 2015" in sentence for sentence in said(page)) == 1
    assert any("only from 1 September 2015" in sentence for sentence in said(page))
    assert page.exhibits[0].table.zero is Zero.UNCERTAIN


def test_rows_refused_are_counted_on_every_page_that_rests_on_them(invented, subject):
    document = card.build(ReleasedCells(invented()), subject)
    assert "20 of 1,300 rows of request could not be used." in said(page_of(document, "requests-by-month"))
    assert not any("could not be used" in sentence for sentence in said(page_of(document, "staffing")))


def test_a_page_whose_table_was_refused_to_the_last_row_says_nothing_but_that(invented, subject):
    refused = replace(subject, tables=(SuppliedTable("request", "Capita One", 51, 0, 51, 0, 0),))
    page = page_of(card.build(ReleasedCells(invented(most=0)), refused), "requests-by-source")
    assert page.heading.text == "Who asks for support: no usable records"
    assert [sentence.text for sentence in page.tells] == [
        "None of the 51 rows of request could be used, so nothing can be said here."
    ]
    assert "51 of 51 rows of request could not be used." in said(page)
    assert page.exhibits[0].table.zero is Zero.UNCERTAIN


def test_a_page_without_the_table_for_its_exhibits_is_not_collected_though_requests_are(invented, subject):
    def without_school(figure: Figure) -> dict[str, object]:
        if "phase" not in figure.parts and figure.measure != "children_in_school_requests":
            return {}
        return {"count": None, "out_of": None, "value": None, "status": Status.NOT_COLLECTED, "note": "Not supplied."}

    document = card.build(ReleasedCells(changed(invented(), without_school)), subject)
    assert page_of(document, "requests-from-schools").heading.text == "Which schools ask, and for whom: not collected"


def test_time_to_closure_of_fewer_than_twenty_is_given_in_words_with_their_number(invented, subject):
    def few(figure: Figure) -> dict[str, object]:
        return {"out_of": 8} if figure.measure in ("time_to_closure", "still_open_after") else {}

    page = page_of(card.build(ReleasedCells(changed(invented(), few)), subject), "time-to-closure")
    assert any(sentence.startswith("8 involvements were active in the period, too few") for sentence in said(page))
    assert [row.cells[0].text for row in page.exhibits[0].table.rows[:2]] == ["too few", "too few"]


def test_a_month_that_nobody_reported_is_not_yet_reported(invented, subject):
    def without_may(figure: Figure) -> dict[str, object]:
        if figure.measure != "staffing_level" or figure.breakdown != "month=2016-05":
            return {}
        return {"count": None, "out_of": None, "value": None, "status": Status.NOT_YET_AVAILABLE}

    page = page_of(card.build(ReleasedCells(changed(invented(), without_may)), subject), "staffing")
    row = page.exhibits[0].table.rows[4].cells
    assert {(cell.text, cell.base) for cell in row if isinstance(cell, FigureCell)} == {("[x]", "not yet reported")}
    assert "Not yet reported in full: May 2016." in said(page)


def test_a_month_that_rounds_to_the_target_is_just_below_it_and_shows_its_decimal(invented, subject):
    def staffed(figure: Figure) -> dict[str, object]:
        if figure.measure != "staffing_level":
            return {}
        return counted(figure, 748 if figure.breakdown == "month=2016-07" else 700, 1000)

    aimed = replace(subject, targets={("staffing_level", subject.county.code): ((date(2015, 9, 1), Decimal("0.75")),)})
    page = page_of(card.build(ReleasedCells(changed(invented(), staffed)), aimed), "staffing")
    assert "Staffing was below the target in January to June 2016, and just below it in July 2016." in said(page)
    assert any("(74.8%): 0.2 percentage points below the target" in sentence for sentence in said(page))
    assert page.exhibits[0].table.rows[6].cells[2].text == "74.8%"


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (["2016-01"], "January 2016"),
        (["2016-01", "2016-02"], "January and February 2016"),
        (["2016-01", "2016-02", "2016-03", "2016-05"], "January to March and May 2016"),
        (["2015-11", "2015-12", "2016-01"], "November 2015 to January 2016"),
        (["2015-11", "2016-01", "2016-03"], "November 2015, January 2016 and March 2016"),
    ],
)
def test_months_are_listed_as_one_would_say_them(months, words):
    assert list_months(months) == words


def test_closing_forms_are_counted_as_forms(invented, subject):
    pages = {page.key: page.heading.text for page in card.build(ReleasedCells(invented()), subject).pages}
    assert pages["forms-school"].endswith("closing forms came back from schools")
    assert pages["referrals"].endswith("of referrals")


def test_the_last_of_five_outcomes_is_none_of_these():
    assert label("exclusion_outcomes", "outcome", "none") == "None of these"


def test_where_nothing_was_counted_the_headings_say_what_there_was_none_of(invented, subject):
    headings = {page.key: page.heading.text for page in card.build(ReleasedCells(invented(most=0)), subject).pages}
    assert headings["requests-by-source"] == "No requests for support came in"
    assert headings["exclusions"] == "No work ended for a child at risk of exclusion"
    assert headings["forms-young-person"] == "No closing forms came back from young people"
    # Nobody can be at work of an establishment of nobody.
    counted_pages = {heading for key, heading in headings.items() if key != "staffing"}
    assert not any("not applicable" in heading or heading.startswith("0 ") for heading in counted_pages)


@pytest.mark.parametrize("most", [0, 1, 2])
def test_small_numbers_read_as_sentences(invented, subject, most):
    for seed in range(8):
        for page in card.build(ReleasedCells(invented(seed, most)), subject).pages:
            for sentence in said(page):
                assert not any(
                    words in sentence for words in ("0 of 0", "the 0 ", "the 1 ", " 0 closing", "Another 0", "  ")
                ), sentence
            assert not any("nothing to report" in sentence.text.lower() for sentence in page.tells) or not any(
                cell.count for exhibit in page.exhibits for cell in exhibit.cells
            )


def test_open_questions_of_the_check_are_counted_on_the_last_page(invented, subject):
    page = card.build(ReleasedCells(invented()), replace(subject, queries=97)).pages[-1]
    assert "97 questions to the people who keep the records are still open; the rows stay in the figures." in said(page)


def test_the_target_in_force_on_the_first_of_a_month_is_its_own_and_without_one_none_is_told(invented, subject):
    county = subject.county.code
    raised = {("staffing_level", county): ((date(2015, 9, 1), Decimal("0.75")), (date(2016, 3, 2), Decimal("0.8")))}
    page = page_of(card.build(ReleasedCells(invented()), replace(subject, targets=raised)), "staffing")
    (chart,) = page.exhibits[0].charts
    assert isinstance(chart, ColumnChart)
    assert [str(target) for target in chart.targets] == ["0.75"] * 3 + ["0.8"] * 4
    without = page_of(card.build(ReleasedCells(invented()), subject), "staffing")
    (untargeted,) = without.exhibits[0].charts
    assert isinstance(untargeted, ColumnChart)
    assert untargeted.targets == ()
    assert not any("target" in sentence for sentence in said(without))
