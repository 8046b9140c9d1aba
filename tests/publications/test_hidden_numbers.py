"""A page says nothing of a hidden number: not by a word, not by an order, not by what it draws or leaves out."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from decimal import Decimal
from html import unescape

import pytest

from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.derived import DerivedKind
from earlyhelp.measures.figures import Status
from earlyhelp.publications.released_figures import ReleasedCells, ReleasedFigures
from earlyhelp.publications.school_report_card import card
from earlyhelp.publications.school_report_card.requests_by_month import heading as busiest_month
from earlyhelp.report.document import Page, Publication
from earlyhelp.report.writers.html.write import write_html
from tests.publications.conftest import AS_AT, COUNTY, PERIOD


def built(released: Release, subject) -> Publication:
    return card.build(ReleasedCells(released), subject)


def page_of(document: Publication, key: str) -> Page:
    return next(page for page in document.pages if page.key == key)


def texts_of(page: Page) -> list[str]:
    return [sentence.text for sentence in (page.heading, *page.tells, *page.notes)]


@pytest.fixture
def at_random(invented, hide):
    def make(seed: int, share: float) -> Release:
        chance = random.Random(seed)
        return hide(invented(seed), lambda cell: chance.random() < share)

    return make


def of_county(measure: str, *breakdowns: str):
    """Return what names cells of a measure of the county, all of them or those of some breakdowns."""
    return lambda cell: (
        (cell.measure, cell.place_code) == (measure, COUNTY.code) and (not breakdowns or cell.breakdown in breakdowns)
    )


@pytest.mark.parametrize("share", [0.05, 0.4, 0.8, 1.0])
@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_hidden_every_page_can_be_written_and_judges_shown_numbers_alone(at_random, subject, seed, share):
    document = built(at_random(seed, share), subject)
    sentences = [sentence for page in document.pages for sentence in (page.heading, *page.tells, *page.notes)]
    judged = [cell for sentence in sentences for judgement in sentence.judgements for cell in judgement.cells]
    assert all(cell.status.has_number for cell in judged)
    assert bool(judged) == (share < 1)
    assert not re.search(r"<td[^>]*>\s*</td>", write_html(document))


@pytest.mark.parametrize("share", [0.4, 1.0])
def test_every_mark_on_a_page_is_explained_in_the_same_exhibit(at_random, subject, share):
    for page in built(at_random(1, share), subject).pages:
        for exhibit in page.exhibits:
            absent = {
                cell.text for row in exhibit.table.rows for cell in row.cells if cell.text in ("[c]", "[x]", "[z]")
            }
            assert absent <= {mark[:3] for mark in exhibit.marks}


def test_a_card_of_hidden_numbers_alone_says_so_on_each_page_in_a_sentence_and_draws_nothing(at_random, subject):
    document = built(at_random(1, 1.0), subject)
    for page in document.pages[:-1]:
        assert page.heading.text == f"{page.topic}: hidden"
        assert page.tells[0].text == "Every number of this page is hidden, so that nobody can be recognised."
        assert not any(exhibit.drawn for exhibit in page.exhibits)
    html = write_html(document)
    assert "<svg" not in html
    assert "[c]" not in unescape(html.split("<main")[1].split('id="data-quality"')[0])


def test_a_hidden_cell_in_a_table_is_marked_and_named(at_random, subject):
    html = write_html(built(at_random(1, 0.4), subject))
    hidden = re.findall(r'<td class="absent suppressed" data-cell="([^"]+)">\[c\]</td>', html)
    assert len(hidden) > 50
    assert all(re.fullmatch(r"\w+\|(county|district)\|\w+\|[^|]+\|2016-01-01/2016-07-31", name) for name in hidden)


def test_each_verdict_and_rank_in_the_file_names_the_cells_it_is_made_of(invented, subject):
    html = write_html(built(invented(), subject))
    found = re.findall(r'<data data-derived="(\w+)" value="([^"]+)" data-cells="([^"]+)">[^<]+</data>', html)
    assert {kind for kind, _, _ in found} >= {DerivedKind.RANK, DerivedKind.MAJORITY, DerivedKind.COMPARISON}
    assert all(name.count("|") == 4 for _, _, names in found for name in names.split(" "))


def test_a_hidden_month_leaves_nobody_to_say_which_was_the_busiest(invented, hide, subject):
    months = {"month=2016-03": 300, "month=2016-04": 3}
    figures = [
        cell.figure._replace(count=months.get(cell.breakdown, 30), value=30)
        if of_county("requests")(cell) and "month" in cell.parts
        else cell.figure
        for cell in invented().cells
    ]  # fmt: skip
    shown = replace(invented(), cells=tuple(replace(cell, figure=figure) for cell, figure in
                                            zip(invented().cells, figures, strict=True)))  # fmt: skip
    hidden = hide(shown, of_county("requests", "month=2016-04"))
    assert busiest_month(ReleasedFigures(ReleasedCells(shown), subject)) is not None
    assert busiest_month(ReleasedFigures(ReleasedCells(hidden), subject)) is None


def test_hidden_rows_stand_after_those_shown_by_their_code(invented, hide, subject):
    codes = sorted(
        cell.breakdown for cell in invented().cells if of_county("requests")(cell) and "source" in cell.breakdown
    )
    hidden = codes[::3]
    page = page_of(built(hide(invented(), of_county("requests", *hidden)), subject), "requests-by-source")
    cells = [cell for cell in page.exhibits[0].table.cells if cell.breakdown != "all"]
    last = [cell.breakdown for cell in cells[-len(hidden) :]]
    assert last == hidden
    assert all(cell.status.has_number for cell in cells[: -len(hidden)])


def test_a_page_that_ranks_beside_hidden_numbers_says_that_these_stand_in_no_order(invented, hide, subject):
    note = "A hidden number stands in no order: what comes first here does so among those shown."
    some = of_county("open_children_by_category", "focus_category=behaviour", "focus_category=attendance")
    assert note in texts_of(page_of(built(hide(invented(), some), subject), "open-work-by-category"))
    assert note not in texts_of(page_of(built(invented(), subject), "open-work-by-category"))


def test_hidden_forms_are_not_told_as_none(invented, hide, subject):
    hidden = hide(invented(), of_county("closing_forms", "respondent=school"))
    assert not any("No closing form" in text for text in texts_of(page_of(built(hidden, subject), "forms-school")))


def test_hidden_focuses_are_not_among_the_most_common(invented, hide, subject):
    focuses = [cell for cell in invented().cells if cell.measure == "children_with_focus" and of_focus(cell)]
    shown = {cell.breakdown for cell in focuses[:4]}
    hidden = hide(invented(), lambda cell: cell in focuses and cell.breakdown not in shown)
    table = page_of(built(hidden, subject), "commonest-focuses").exhibits[0].table
    assert {cell.breakdown for cell in table.cells if of_focus(cell)} == shown


def of_focus(cell) -> bool:
    return cell.parts.keys() == {"focus_code"} and cell.place_code == COUNTY.code


def test_what_holds_on_every_question_is_not_said_where_one_of_them_is_hidden(invented, hide, subject):
    def answered(cell) -> bool:
        return cell.measure == "closing_form_answers" and cell.parts["respondent"] == "school"

    mostly = [
        replace(cell, figure=cell.figure._replace(count=90, out_of=100, value=Decimal("0.9")))
        if answered(cell)
        else cell
        for cell in invented().cells
    ]
    shown = replace(invented(), cells=tuple(mostly))
    hidden = hide(shown, lambda cell: answered(cell) and cell.parts["item"] == "better")
    said = "On every question most schools answering were satisfied"
    assert page_of(built(shown, subject), "forms-school").heading.text == said
    assert page_of(built(hidden, subject), "forms-school").heading.text != said


def test_the_six_focuses_most_often_closed_are_found_though_their_first_band_is_hidden(invented, hide, subject):
    hidden = hide(
        invented(), lambda cell: cell.measure == "focus_closure_duration" and cell.breakdown.startswith("band=under_6")
    )
    table = page_of(built(hidden, subject), "length-of-focuses").exhibits[0].table
    assert len([row for row in table.rows if not row.is_total]) == 6


@pytest.mark.parametrize(
    ("key", "measure", "names"),
    [
        ("length-of-focuses", "focus_closure_duration", {"band", "focus_code"}),
        ("length-of-work", "closure_duration", {"band", "key_stage"}),
        ("commonest-focuses", "children_with_focus", {"focus_code"}),
    ],
)
def test_a_breakdown_hidden_to_the_last_cell_is_one_sentence_and_not_its_total_alone(
    invented, hide, subject, key, measure, names
):
    hidden = hide(invented(), lambda cell: cell.measure == measure and names <= cell.parts.keys())
    assert page_of(built(hidden, subject), key).exhibits[0].is_all_hidden


def test_outcomes_with_a_hidden_part_are_a_table_and_no_chart(invented, hide, subject):
    hidden = hide(invented(), of_county("exclusion_outcomes", "outcome=suspension_after"))
    exhibit = page_of(built(hidden, subject), "exclusions").exhibits[0]
    assert not exhibit.drawn
    assert any("not drawn" in mark for mark in exhibit.marks)


def test_the_last_page_does_not_list_a_hidden_measure_as_one_that_could_not_be_answered(at_random, subject):
    page = built(at_random(1, 1.0), subject).pages[-1]
    assert not any("could not be answered" in exhibit.table.caption for exhibit in page.exhibits)


def test_a_note_on_a_table_refused_at_a_level_stands_once_on_its_page(invented, hide, subject):
    note = "Not shown for districts: hardly any number in this table could be shown."
    district = subject.districts[0]
    refused = hide(invented(), lambda cell: (cell.measure, cell.place_code) == ("link_meetings", district.code))
    noted = [
        replace(cell, figure=cell.figure._replace(note=note)) if cell.status is Status.SUPPRESSED else cell
        for cell in refused.cells
    ]
    document = built(replace(refused, cells=tuple(noted)), replace(subject, place=district))
    assert texts_of(page_of(document, "link-meetings")).count(note) == 1


def test_a_year_earlier_that_is_hidden_is_marked_and_not_called_missing(invented, hide, subject):
    earlier = PERIOD.same_period_last_year
    last_year = [
        replace(cell, figure=cell.figure._replace(period=earlier)) for cell in invented(seed=2).cells
        if cell.measure == "requests_from_schools"
    ]  # fmt: skip
    before = hide(replace(invented(), cells=tuple(last_year)), lambda cell: True)
    figures = ReleasedFigures(ReleasedCells(invented(), before), subject)
    now = figures.cell("requests_from_schools")
    found = figures.printed_a_year_earlier(now)
    assert found is not None
    assert found.status is Status.SUPPRESSED
    assert figures.a_year_earlier(now) is None
    assert figures.as_at == AS_AT
