"""Noise, ties and unfinished business are not told as news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from earlyhelp.disclosure.gate import release
from earlyhelp.measures.figures import Figure, Status, share
from earlyhelp.places import Place
from earlyhelp.publications.released_figures import ReleasedCells, ReleasedFigures
from earlyhelp.publications.school_report_card import card
from earlyhelp.publications.school_report_card.drift import DISTRICTS as PACE
from earlyhelp.publications.school_report_card.length_of_focuses import heading as length_of_focuses

AS_AT = date(2016, 9, 15)
NOTE = "Looks back to 2016-01-01, but request is complete from 2016-09-01."


def counted(figure: Figure, count: int, out_of: int | None = None, note: str = "") -> Figure:
    value = count if out_of is None else share(count, out_of)
    status = Status.VALUE if count else Status.ZERO
    return figure._replace(count=count, out_of=out_of, value=value, status=status, note=note)


def pages_of(figures: list[Figure], subject, as_at: date = AS_AT) -> dict[str, list[str]]:
    """Return heading, sentences and notes of each page."""
    document = card.build(ReleasedCells(release(figures, audience="internal", as_at=as_at)), subject)
    return {
        page.key: [sentence.text for sentence in (page.heading, *page.tells, *page.notes)] for page in document.pages
    }


def pace_of_districts(subject, *shares: tuple[int, int]) -> str | None:
    districts = tuple(Place("district", f"E0700090{n}", f"District {'ABC'[n]}") for n in range(len(shares)))
    figures = [
        Figure("open_over_12_months", subject.period, "district", place.code, "all", count, out_of,
               share(count, out_of), "share of involvements", Status.VALUE)
        for place, (count, out_of) in zip(districts, shares, strict=True)
    ]  # fmt: skip
    cells = ReleasedCells(release(figures, audience="internal", as_at=AS_AT))
    sentence = PACE(ReleasedFigures(cells, replace(subject, districts=districts)))
    return sentence and sentence.text


def test_districts_that_differ_by_chance_are_not_ranked(subject):
    assert pace_of_districts(subject, (10, 100), (14, 100)) == "Districts differ by no more than chance would explain."
    apart = pace_of_districts(subject, (10, 100), (40, 100))
    assert apart is not None
    assert apart.endswith("the share ran from 10% in District A to 40% in District B.")


def test_districts_that_share_a_place_are_named_together(subject):
    told = pace_of_districts(subject, (10, 100), (40, 100), (40, 100))
    assert told is not None
    assert told.endswith("to 40% in District B and District C.")


@pytest.mark.parametrize(
    ("within_six", "heading"),
    [
        ({"attendance_below_90": 30}, "Attendance below 90% takes longest to close"),
        ({"attendance_below_90": 95}, "Attendance below 90% closes soonest"),
        ({}, "The main focuses last about equally long"),
    ],
)
def test_a_focus_leads_the_page_only_where_it_stands_apart(subject, within_six, heading):
    focuses = ("attendance_below_90", "domestic_abuse", "young_carer")
    county = subject.county
    figures = [
        Figure("focus_closure_duration", subject.period, county.level, county.code, f"band=under_6;focus_code={code}",
               count, 100, share(count, 100), "share of focuses", Status.VALUE)
        for code in focuses
        for count in [within_six.get(code, 70)]
    ]  # fmt: skip
    told = length_of_focuses(
        ReleasedFigures(ReleasedCells(release(figures, audience="internal", as_at=AS_AT)), subject)
    )
    assert told is not None
    assert told.text == heading


def test_what_is_watched_for_a_year_is_told_as_so_far_until_it_is_over(invented, subject):
    figures = [cell.figure for cell in invented().cells]
    assert pages_of(figures, subject)["exclusions"][0].startswith("So far ")
    assert not pages_of(figures, subject, as_at=date(2017, 7, 31))["exclusions"][0].startswith("So far ")


def with_no_request(invented, note: str = NOTE) -> list[Figure]:
    return [
        counted(cell.figure, 0, 0 if cell.out_of is not None else None, note)
        if cell.measure == "requests" else cell.figure
        for cell in invented().cells
    ]  # fmt: skip


def test_records_that_begin_after_the_period_are_not_told_as_nobody_asked(invented, subject):
    late = replace(subject, complete_from={"request": date(2016, 9, 1)})
    heading, *rest = pages_of(with_no_request(invented), late)["requests-by-month"]
    assert heading == "Requests month by month: no usable records"
    assert "The records begin later than this period, so nothing can be said here." in rest
    assert not any("No requests" in sentence for sentence in rest)


def test_records_that_begin_within_the_period_or_before_leave_a_zero_as_it_is(invented, subject):
    for day in (date(2016, 3, 1), date(2015, 1, 1)):
        known = replace(subject, complete_from={"request": day})
        said = pages_of(with_no_request(invented), known)["requests-by-month"]
        assert not any("begin later" in sentence for sentence in said)


def test_an_estimate_with_a_note_on_its_records_is_still_told(invented, subject):
    figures = [
        cell.figure._replace(note=NOTE) if cell.measure in ("time_to_closure", "still_open_after") else cell.figure
        for cell in invented().cells
    ]
    late = replace(subject, complete_from={"involvement": date(2016, 2, 1)})
    assert pages_of(figures, late)["time-to-closure"][0] == "Half of all work ends within 6.1 months"


def test_how_soon_work_ends_is_not_told_of_a_period_that_is_not_over(invented, subject):
    figures = [cell.figure for cell in invented().cells]
    heading, first, *_ = pages_of(figures, subject, as_at=date(2016, 5, 15))["time-to-closure"]
    assert heading == "How soon work ends cannot be said yet"
    assert first == "The records end before the period does, so the line would fall too slowly."
    assert pages_of(figures, subject)["time-to-closure"][0] != heading


def test_a_month_leads_the_page_only_where_it_was_clearly_busier(invented, subject):
    def with_january(count: int) -> str:
        figures = [
            counted(cell.figure, count if cell.breakdown == "month=2016-01" else 50)
            if cell.measure == "requests" and "month" in cell.parts else cell.figure
            for cell in invented().cells
        ]  # fmt: skip
        return pages_of(figures, subject)["requests-by-month"][0]

    assert with_january(100) == "January 2016 was the busiest month for requests"
    assert "busiest" not in with_january(54)


def test_a_page_that_cannot_be_compared_says_so_where_others_are(invented, subject):
    figures = [cell.figure for cell in invented().cells]
    words = "The records cannot carry a comparison with a year earlier."
    year = replace(subject, earlier_period=subject.period.same_period_last_year)
    assert words in pages_of(figures, year)["drift"]
    assert words not in pages_of(figures, subject)["drift"]


def test_a_page_that_compares_in_words_alone_does_not_say_that_it_cannot(invented, subject):
    year = replace(subject, earlier_period=subject.period.same_period_last_year)
    now = [cell.figure for cell in invented().cells]
    then = [figure._replace(period=year.earlier_period) for figure in now if figure.measure == "link_meetings_held"]
    cells = ReleasedCells(*(release(figures, audience="internal", as_at=AS_AT) for figures in (now, then)))
    page = next(page for page in card.build(cells, year).pages if page.key == "link-meetings")
    assert page.is_compared
    assert not any("cannot carry a comparison" in note.text for note in page.notes)
