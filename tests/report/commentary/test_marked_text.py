"""How a file of words is read."""

from __future__ import annotations

from earlyhelp.report.commentary.marked_text import read_marked_text
from earlyhelp.report.commentary.pieces import Binding, Quote

TEXT = """\
# Borsetshire, spring 2016

<!-- What follows is for the June meeting;
     nobody prints it. -->

## requests-by-source

heading: Schools made {{ requests_from_schools | percent }} of requests

Schools ask often, e.g. before a holiday. They made
{{ requests_from_schools | share }} of requests.

- {{ quote "It went well. We were heard." source "a parent, June 2016" }}
1. Numbers of a list are no numbers.

## audits
"""


def test_a_page_has_a_heading_paragraphs_and_sentences():
    first, second = read_marked_text(TEXT).pages
    assert (first.key, first.line, second.key, second.paragraphs) == ("requests-by-source", 6, "audits", ())
    assert first.heading is not None
    assert first.heading.source == "Schools made {{ requests_from_schools | percent }} of requests"
    assert [len(paragraph) for paragraph in first.paragraphs] == [2, 1, 1]
    assert read_marked_text(TEXT).faults == ()


def test_a_shortened_word_and_a_quotation_end_no_sentence():
    page, _ = read_marked_text(TEXT).pages
    sources = [sentence.source for paragraph in page.paragraphs for sentence in paragraph]
    assert sources[0] == "Schools ask often, e.g. before a holiday."
    assert sources[1] == "They made {{ requests_from_schools | share }} of requests."
    (quote,) = page.paragraphs[1][0].pieces
    assert quote == Quote("It went well. We were heard.", "a parent, June 2016", 13)


def test_each_sentence_and_binding_knows_its_line():
    page, _ = read_marked_text(TEXT).pages
    assert [sentence.line for sentence in page.sentences] == [8, 10, 10, 13, 14]
    (binding,) = page.paragraphs[0][1].bindings
    assert binding.line == 11


def test_a_binding_names_breakdown_order_place_year_and_filter():
    text = '## p\n{{ requests kind=x by source_code at E07000901 a year earlier | One "request" many "requests" }}\n'
    ((sentence,),) = read_marked_text(text).pages[0].paragraphs
    (binding,) = sentence.pieces
    assert isinstance(binding, Binding)
    assert (binding.measure, binding.parts, binding.by) == ("requests", {"kind": "x"}, "source_code")
    assert (binding.place, binding.is_a_year_earlier) == ("E07000901", True)
    assert (binding.saying, binding.words) == ("one many", ("request", "requests"))


def test_the_county_and_the_district_are_named_in_words():
    text = "## p\n{{ requests in the county | count }} {{ requests in the district | count }}\n"
    ((sentence,),) = read_marked_text(text).pages[0].paragraphs
    assert [binding.place for binding in sentence.bindings] == ["county", "district"]


def test_what_cannot_be_read_is_named_by_its_line():
    text = (
        'Before any page.\n## p\n{{ requests }}\n\n{{ requests | count\n\n{{ quote "so" }}\n\n'
        "**Bold**\n### p\n## p\n\n"
        "a\N{SOFT HYPHEN}b\n\n{{ requests nonsense | count }}\n"
    )  # fmt: skip
    faults = {fault.line: fault.says for fault in read_marked_text(text).faults}
    assert sorted(faults) == [1, 3, 5, 7, 9, 10, 11, 13, 15]
    assert "no page" in faults[1]
    assert "how to print" in faults[3]
    assert "other half" in faults[5]
    assert "quotation" in faults[7]
    assert "plain words" in faults[9]
    assert "second section" in faults[11]
    assert "cannot be seen" in faults[13]
    assert "nonsense" in faults[15]


def test_a_second_heading_is_a_fault():
    (fault,) = read_marked_text("## p\nheading: One thing\n\nheading: Another\n").faults
    assert (fault.line, "second heading" in fault.says) == (4, True)


def test_a_brace_too_few_is_named_with_what_it_swallows():
    (fault,) = read_marked_text("## p\n\nOf {{ requests | count } came {{ requests | count }}.\n").faults
    assert (fault.line, "a brace is missing" in fault.says) == (3, True)
