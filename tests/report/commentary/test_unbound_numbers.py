"""A number is bound to a figure, part of a declared name or date, or quoted: else it is a fault."""

from __future__ import annotations

import pytest

from earlyhelp.report.commentary.declared_names import check_own_name
from earlyhelp.report.commentary.marked_text import read_marked_text
from earlyhelp.report.commentary.words_file import needs_declaring

NUMBERS = {
    "We saw 23 families.": "23",
    "It was 39%.": "39%",
    "Some 1,069 came.": "1,069",
    "Requests came from three schools.": "three",
    "Twenty-two came.": "Twenty-two",
    "One school asked.": "One",
    "Half of them came.": "Half",
    "A third of families stayed.": "A third",
    "Two thirds stayed.": "Two thirds",
    "Three quarters stayed.": "Three",
    "Requests doubled.": "doubled",
    "It was twice as much.": "twice",
    "None of them came back.": "None",
    "No school asked.": "No school",
    "Nearly all were pleased.": "Nearly all",
    "About ½ stayed.": "½",
    "It was {{ requests | count }} per cent.": "per cent",
    "It was {{ requests | count }}%.": "%",
    "Of 2016 requests we took most.": "2016",
    "In 2016 of them we saw a rise.": "2016",
    "A dozen came.": "dozen",
    "They were answered within 3 days.": "3",
    "Work took 7 months.": "7",
    "twen<!-- -->ty of them came.": "twenty",
    "We saw 31 may children.": "31",
    "Year 7 and 40 others came.": "40",
}  # fmt: skip
NAMED = (
    "From 1 January to 31 July 2016 we met.",
    "Between January and July 2016 we met.",
    "In 2016, and since 2015, we met.",
    "The academic year 2015/16 was long.",
    "The summer term 2016 was long; the end of 2016 is near.",
    "Children in Key Stage 2 and Key Stages 3 to 4 came, those of Year 7 and Years 10 and 11, and KS1.",
    "Children aged 5 to 11 came, and under-5s.",
    "Section 17 of the Children Act 1989 says so, and Working Together to Safeguard Children 2018.",
    "The decision came within five working days.",
    "Work of twelve months or more is reviewed.",
    "We meet at 9.30 am, each half term, and one to one.",
    "Those who need one another find one another.",
    "Five Ways Primary School was pleased, and so was Five\nWays Primary School.",
    'A parent said: {{ quote "All 3 of us slept again." source "a parent, 12 June 2016" }}.',
    "Requests came to {{ requests | count }}.",
)


@pytest.mark.parametrize(("text", "number"), NUMBERS.items())
def test_a_typed_number_is_a_fault(faults, text, number):
    assert any(f'the number "{number}"' in fault.says for fault in faults(text))


@pytest.mark.parametrize("text", NAMED)
def test_dates_names_quotations_and_bindings_are_none(faults, text):
    assert faults(text) == []


def test_the_fault_names_the_line_of_the_number(faults):
    (fault,) = faults("Schools ask often, and\nso did parents: 23 of them did.")
    assert fault.line == 4


def test_a_quotation_has_a_source():
    (fault,) = read_marked_text('## p\n\n{{ quote "All 3 of us." source " " }}\n').faults
    assert "quotation" in fault.says


def test_a_name_that_could_be_taken_for_a_figure_needs_declaring():
    assert needs_declaring("Five Ways Primary School")
    assert needs_declaring("Rise Park Academy")
    assert not needs_declaring("Oakfield Primary School")


def test_a_name_of_the_council_begins_with_a_letter():
    assert check_own_name("Project 2020") == ""
    assert "no letter" in check_own_name("23 families")
