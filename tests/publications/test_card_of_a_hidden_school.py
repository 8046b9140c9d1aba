"""A card for the public of a school whose numbers are all hidden makes sense, and says who may have them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from earlyhelp.disclosure.policies import TO_SCHOOL
from earlyhelp.places import Place
from tests.publications.test_hidden_numbers import built, page_of, texts_of

SCHOOL = Place("school", "900001", "Ambridge Primary School")


@pytest.fixture
def card_of_a_school(invented, hide, subject):
    """Return the card of a school of which those measures are hidden that a test names; the county's are shown."""
    own = [
        replace(cell, figure=cell.figure._replace(place_level="school", place_code=SCHOOL.code))
        for cell in invented().cells
        if cell.place_code == subject.districts[0].code
    ]
    released = replace(invented(), cells=(*invented().cells, *own))

    def make(is_hidden):
        hidden = hide(released, lambda cell: cell.place_code == SCHOOL.code and is_hidden(cell.measure))
        return built(hidden, replace(subject, place=SCHOOL, district=subject.districts[0]))

    return make


@pytest.fixture
def of_a_school(card_of_a_school):
    return card_of_a_school(lambda measure: True)


def test_a_card_of_a_school_with_hidden_numbers_says_where_its_head_can_have_them(of_a_school):
    assert of_a_school.introduction[-1].text.endswith(
        "The head teacher can have a card with the school's own numbers from the early help team."
    )
    for page in of_a_school.pages[:-1]:
        assert any(text.startswith("The head teacher can have the school's own card") for text in texts_of(page))


def test_a_page_with_figures_around_a_hidden_school_says_that_its_own_are_hidden(of_a_school):
    page = page_of(of_a_school, "your-link-meetings")
    assert page.heading.text == "Link meetings with your school: hidden"
    assert page.tells[0].text.startswith("Every number of your school on this page is hidden")


def test_a_card_for_the_head_does_not_send_the_head_to_another(card_of_a_school):
    document = card_of_a_school(lambda measure: measure not in TO_SCHOOL.own_measures)
    said = [text for page in document.pages for text in texts_of(page)]
    assert not any("head teacher can have" in text for text in (*said, *(part.text for part in document.introduction)))
