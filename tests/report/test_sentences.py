from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import Bound, Name, RowNumber, Words, plain, say


def test_a_number_in_a_sentence_is_printed_from_its_cell(cells):
    said = say("{asked:share_of} requests came from {who}.", asked=cells.share(1069, 2741), who=Name("schools"))
    assert said is not None
    assert said.text == "39% (1,069 of 2,741) of requests came from schools."


def test_a_typed_number_is_refused(cells):
    with pytest.raises(ValueError, match="bound to a released cell"):
        say("39% of requests came from {who}.", who=Name("schools"))
    with pytest.raises(ValueError, match="bound to a released cell"):
        plain("Half were closed within 6 months.")


def test_a_digit_may_stand_in_a_name():
    said = say("{stage} is the largest.", stage=Name("Key Stage 2"))
    assert said is not None
    assert said.text == "Key Stage 2 is the largest."


def test_a_figure_that_has_not_passed_the_gate_is_refused(cells):
    with pytest.raises(TypeError, match="released cells only"):
        Bound(cells.figure(3), Form.COUNT)
    with pytest.raises(TypeError, match="released cells only"):
        say("{number:count} requests", number=cells.figure(3))


def test_the_noun_follows_the_count(cells):
    template = "{n:count} {n:child was|children were} named"
    said = [say(template, n=cells.count(n)) for n in (0, 1, 2)]
    assert [sentence and sentence.text for sentence in said] == [
        "0 children were named", "1 child was named", "2 children were named",
    ]  # fmt: skip


@pytest.mark.parametrize("status", [status for status in Status if not status.has_number])
def test_nothing_is_said_of_a_cell_without_a_number(cells, status):
    assert say("{n:count} requests", n=cells.without_number(status)) is None


def test_a_number_that_opens_a_sentence_begins_with_a_capital_letter(cells):
    said = say("{few:percent} of requests", few=cells.share(1, 1000))
    assert said is not None
    assert said.text == "Under 1% of requests"


def test_every_digit_of_a_sentence_lies_in_a_bound_part_or_a_name(cells):
    said = say("{a:count} of {rows} in {when}", a=cells.count(4), rows=RowNumber(9), when=Name("May 2016"))
    assert said is not None
    assert not any(letter.isdigit() for part in said.parts if isinstance(part, Words) for letter in part.text)
