"""Sentences begin on the line they begin on, whatever the line breaks."""

from __future__ import annotations

from earlyhelp.claims.language.sentences import split_sentences
from earlyhelp.claims.reading.opening import Line


def sentences(text: str) -> list[tuple[int, str]]:
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    return [(each.line, each.text) for each in split_sentences("text", lines)]


def test_a_sentence_goes_on_over_a_full_line() -> None:
    text = "Loans rose in every branch of\nthe county. They fell\nin the vans."
    assert sentences(text) == [(1, "Loans rose in every branch of the county."), (2, "They fell in the vans.")]


def test_short_lines_without_a_full_stop_are_sentences_of_their_own() -> None:
    assert sentences("Report to Cabinet\nLoans rose.") == [(1, "Report to Cabinet"), (2, "Loans rose.")]


def test_a_sentence_torn_by_a_page_is_put_together() -> None:
    text = "Loans of books for children and their parents were\n\nup in May."
    assert sentences(text) == [(1, "Loans of books for children and their parents were up in May.")]


def test_decimals_and_abbreviations_end_no_sentence() -> None:
    assert len(sentences("Approx. 4.5 per cent, e.g. Saturdays, were lost. No. 5 stayed.")) == 2


def test_items_and_headings_lose_their_signs() -> None:
    assert sentences("## Loans\n- **open** late\n- closed") == [(1, "Loans"), (2, "open late"), (3, "closed")]
