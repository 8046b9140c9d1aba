"""A page of words over figures: what is kept, what is withheld, how it is joined."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from earlyhelp.report.commentary.bound_page import bind_page
from earlyhelp.report.commentary.words_file import read_words_file
from tests.report.commentary.conftest import released

PAGES = ("requests-by-source",)
TEXT = """\
## requests-by-source

heading: Schools made {{ requests_from_schools | percent }} of requests

In all {{ requests | count }} came. On 31 July 2016 we counted
{{ requests_from_schools | out of }}.

Of them {{ requests source_code=4 | count }} came from the police.
"""


def page_of(text: str, figures):
    (page,) = read_words_file(text, PAGES, ()).pages
    return bind_page(page, figures, ())


def test_sentences_of_a_paragraph_are_joined(figures):
    words = page_of(TEXT, figures).words
    assert words.heading is not None
    assert words.heading.text == "Schools made 39% of requests"
    assert [tell.text for tell in words.tells] == [
        "In all 2,741 came. On 31 July 2016 we counted 1,069 of 2,741.",
        "Of them 772 came from the police.",
    ]


def test_every_number_is_bound_to_its_cell(figures):
    first, second = page_of(TEXT, figures).words.tells
    assert [(cell.measure, cell.count) for cell in (*first.cells, *second.cells)] == [
        ("requests", 2741), ("requests_from_schools", 1069), ("requests", 772),
    ]  # fmt: skip


def test_a_page_says_that_it_names_the_first_of_those_shown_where_others_are_hidden(figures):
    text = "## requests-by-source\n\nMost came from {{ requests by source_code | largest }}.\n"
    assert not page_of(text, figures).words.passes_over_hidden
    figures.add(released("requests", None, breakdown="source_code=4", status=Status.SUPPRESSED))
    assert page_of(text, figures).words.passes_over_hidden


def test_a_hidden_figure_takes_its_sentence_and_no_other(figures):
    figures.add(released("requests", None, status=Status.SUPPRESSED))
    page = page_of(TEXT, figures)
    assert page.words.tells[0].text == "On 31 July 2016 we counted 1,069 of 2,741."
    assert [(each.written.line, each.withheld) for each in page.sentences if each.withheld] == [
        (5, "requests is hidden from these readers")
    ]


def test_a_page_with_nothing_left_leaves_the_word_to_the_card(figures):
    figures.now.clear()
    words = page_of(TEXT, figures).words
    assert (words.heading, words.tells) == (None, ())


def test_a_heading_has_at_most_ten_words(figures):
    text = "## requests-by-source\nheading: In the long year schools made {{ requests | count }} of all our requests\n"
    (fault,) = page_of(text, figures).faults
    assert (fault.line, "more than 10 words" in fault.says) == (2, True)


def test_a_page_says_little():
    text = "## requests-by-source\n" + "\nA paragraph.\n" * 5
    (fault,) = read_words_file(text, PAGES, ()).faults
    assert "more than 4 paragraphs" in fault.says
    (fault,) = read_words_file("## requests-by-source\n" + "\nOf help. Of work. Of time.\n" * 3, PAGES, ()).faults
    assert "more than 8 sentences" in fault.says


def test_a_page_that_there_is_not_is_named_with_the_likely_one():
    (fault,) = read_words_file("## request-by-source\n", PAGES, ()).faults
    assert (fault.line, fault.says.endswith('did you mean "requests-by-source"')) == (1, True)
