from __future__ import annotations

import re
from dataclasses import replace

import pytest

from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.figures import Status
from earlyhelp.places import Place
from earlyhelp.publications.released_figures import MissingFigureError, ReleasedCells
from earlyhelp.publications.school_report_card import card
from earlyhelp.report.numbers import print_cell
from earlyhelp.report.sentences import Bound, Words
from earlyhelp.report.tables import FigureCell

EVERY_MEASURE = frozenset(CATALOGUE)

# The pages of the card that schools and the county drew up in 2016, and those its follow-up asked for.
PAGES = [
    "requests-by-source", "requests-by-month", "requests-from-schools", "commonest-focuses", "other-support",
    "assessments", "link-meetings", "open-work", "open-work-by-category", "staffing", "length-of-work",
    "time-to-closure", "length-of-focuses", "drift", "closing-well", "returns", "referrals", "exclusions",
    "forms-young-person", "forms-parent-carer", "forms-school", "audits", "data-quality",
]  # fmt: skip


def test_the_card_has_every_page_in_two_parts_and_a_last_page_on_the_data(invented, subject):
    built = card.build(ReleasedCells(invented()), subject)
    assert [page.key for page in built.pages] == PAGES
    assert [section.title for section in built.sections[:2]] == [
        "What is the nature of the work?", "Does it make a difference?",
    ]  # fmt: skip


def test_every_measure_of_the_catalogue_stands_on_a_page():
    assert {name for _, _, pages in card.PARTS for page in pages for name in page.measures} == EVERY_MEASURE


@pytest.mark.parametrize("most", [0, 1, 12, 400, 40_000])
@pytest.mark.parametrize("seed", range(6))
def test_whatever_the_figures_every_page_can_be_said_within_its_limits(invented, subject, seed, most):
    for page in card.build(ReleasedCells(invented(seed, most)), subject).pages:
        assert 1 <= page.heading.word_count <= 10
        assert 1 <= len(page.tells) <= 4


def test_every_number_in_the_prose_is_the_print_of_a_released_cell(invented, subject):
    released = invented()
    built = card.build(ReleasedCells(released), subject)
    bound = 0
    for page in built.pages:
        for sentence in (page.heading, *page.tells, *page.notes):
            for part in sentence.parts:
                if isinstance(part, Words):
                    assert not re.search(r"\d", part.text)
                if isinstance(part, Bound):
                    bound += 1
                    assert part.cell in released.cells
                    assert part.text.lower() == print_cell(part.cell, part.form).lower()
    assert bound > 60


@pytest.mark.parametrize("status", [status for status in Status if not status.has_number])
def test_where_nothing_was_counted_every_page_is_there_with_its_table_and_no_number(invented, subject, status):
    built = card.build(ReleasedCells(invented(absent=EVERY_MEASURE, status=status)), subject)
    assert [page.key for page in built.pages] == PAGES
    for page in built.pages[:-1]:
        cells = [cell for exhibit in page.exhibits for row in exhibit.table.rows for cell in row.cells]
        assert cells
        assert not any(cell.text[0].isdigit() for cell in cells)
        assert not any(exhibit.drawn for exhibit in page.exhibits)


def test_a_page_whose_table_was_not_supplied_says_so_in_its_heading(invented, subject):
    built = card.build(ReleasedCells(invented(absent=frozenset({"link_meetings", "link_meetings_held"}))), subject)
    page = next(page for page in built.pages if page.key == "link-meetings")
    assert page.heading.text == "Link meetings with schools: not collected"
    assert page.exhibits[0].absent is not None
    assert page.exhibits[0].absent.note == "The table request was not supplied."


def test_the_heading_on_requests_gives_the_released_share(invented, subject):
    released = invented()
    cell = next(
        cell for cell in released.cells if (cell.measure, cell.place_level) == ("requests_from_schools", "county")
    )
    page = card.build(ReleasedCells(released), subject).pages[0]
    assert page.heading.text == f"Schools made {round(100 * cell.count / cell.out_of)}% of requests for support"


def test_small_groups_are_told_in_counts_and_never_in_percentages(invented, subject):
    for page in card.build(ReleasedCells(invented(most=9)), subject).pages:
        # A share of an establishment is no share of a group of people.
        if page.key != "staffing":
            assert "%" not in page.heading.text, page.key


def test_every_page_but_the_last_says_how_its_measures_are_counted_in_the_words_of_the_catalogue(invented, subject):
    for page in card.build(ReleasedCells(invented()), subject).pages[:-1]:
        assert page.methods
        assert all(method.in_words == CATALOGUE[method.measure].in_words for method in page.methods)


def test_questions_of_a_form_stand_in_the_words_in_which_they_were_put(invented, subject):
    page = next(
        page for page in card.build(ReleasedCells(invented()), subject).pages if page.key == "forms-young-person"
    )
    assert page.exhibits[0].table.rows[0].label == "I was listened to"


def test_a_district_has_a_card_of_its_own_without_the_pages_for_the_county_alone(invented, subject):
    ambridge = replace(subject, place=Place("district", "E07000901", "Ambridge"))
    built = card.build(ReleasedCells(invented()), ambridge)
    assert built.place_name == "Ambridge"
    assert [page.key for page in built.pages] == [key for key in PAGES if key != "referrals"]
    own = {cell.cell.place_code for page in built.pages for exhibit in page.exhibits for row in exhibit.table.rows
           for cell in row.cells if isinstance(cell, FigureCell)}  # fmt: skip
    # The county stands beside it; no other district does.
    assert own == {"E07000901", "E10000099"}


def test_a_cell_that_was_not_released_is_named(invented, subject):
    released = invented()
    fewer = replace(released, cells=tuple(cell for cell in released.cells if cell.breakdown != "window=12"))
    with pytest.raises(MissingFigureError, match=r"^\w+ has no released cell window=12 for Borsetshire\.$"):
        card.build(ReleasedCells(fewer), subject)


def test_the_last_page_counts_rows_and_names_absent_tables(invented, subject):
    page = card.build(ReleasedCells(invented(absent=frozenset({"referrals_known"}))), subject).pages[-1]
    assert page.heading.text == "1,294 of 1,314 rows of the dataset could be used"
    assert [sentence.text for sentence in page.tells] == [
        "20 rows were refused and 3 values were blanked.",
        "The table with most refused rows is request (12 of 1,300).",
        "No question to the people who keep the records is open.",
        "These tables were not supplied: link.",
    ]  # fmt: skip
    assert page.exhibits[1].table.rows[0].label == CATALOGUE["referrals_known"].asks


def test_the_last_page_says_what_the_dataset_says_of_its_sources(invented, subject):
    noted = replace(subject, source_notes={"worker": "2 of 9 rows of the files could not be used", "request": ""})
    page = card.build(ReleasedCells(invented()), noted).pages[-1]
    assert page.notes[-1].text == "2 of 9 rows of the files could not be used (worker)."
    assert len(page.notes) == len(card.build(ReleasedCells(invented()), subject).pages[-1].notes) + 1
