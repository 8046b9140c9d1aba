"""A draft says what the card says; what people wrote stays theirs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from earlyhelp.editions.words.checked import check_words
from earlyhelp.editions.words.drafted import draft_words
from earlyhelp.editions.words.sections import Section, Sections, read_sections, redraft
from earlyhelp.report.commentary.marked_text import read_marked_text
from tests.editions.conftest import SPRING


@pytest.fixture
def draft(borsetshire: Path, words: Path) -> Callable[[], Path]:
    """Return a function that drafts the county's words and returns the path of the file."""
    return lambda: draft_words(borsetshire, words, SPRING, "county", "internal")[0].path


def test_a_draft_binds_every_figure_and_reads_without_fault(draft, borsetshire, words):
    text = draft().read_text(encoding="utf-8")
    assert "{{ requests_from_schools | percent of }}" in text
    checked = check_words(borsetshire, words, SPRING, "", "internal")
    assert checked.faults == ()
    assert "Schools made 44% of requests for support" in {
        each.sentence.text for each in checked.cards[0].printed if each.sentence
    }


def test_an_edit_survives_another_draft_and_the_rest_is_drafted_anew(draft, borsetshire):
    path = draft()
    text = path.read_text(encoding="utf-8")
    mine = "## requests-by-source\n\nWe are glad of every request.\n"
    path.write_text(mine + text[text.index("\n## requests-by-month") :], encoding="utf-8")
    (made,) = draft_words(borsetshire, path.parent.parent, SPRING, "county", "internal")
    assert made.kept == ("requests-by-source",)
    assert "We are glad of every request." in path.read_text(encoding="utf-8")


def test_a_draft_of_the_same_figures_changes_nothing(draft):
    text = draft().read_text(encoding="utf-8")
    assert draft().read_text(encoding="utf-8") == text


def test_beside_the_name_of_what_comes_first_no_figure_is_bound_to_the_code_of_today(invented_county, words):
    (made,) = draft_words(invented_county, words, SPRING, "county", "internal")
    pages = read_marked_text(made.path.read_text(encoding="utf-8")).pages
    sentences = [sentence.bindings for page in pages for sentence in page.sentences]
    assert any("share of largest of" in binding.saying for bindings in sentences for binding in bindings)
    for bindings in sentences:
        ordered = {(binding.measure, binding.by) for binding in bindings if binding.by}
        assert not [each.source for each in bindings for name in each.parts if (each.measure, name) in ordered]


SECTION = Section("audits", "As drafted.")


@pytest.mark.parametrize(
    ("there", "drafted", "then"),
    [
        ("## audits\n\nAs drafted.\n", "As drafted.", ["Anew."]),
        ("## audits\n\nAs I wrote.\n", "As drafted.", ["As I wrote."]),
        ("## audits\n\nAs I wrote.\n", None, ["As I wrote."]),
        ("", None, ["Anew."]),
        ("", "As drafted.", []),
    ],
    ids=["untouched", "edited", "written by hand", "new", "taken out"],
)
def test_a_section_is_drafted_anew_only_where_nobody_touched_it(there, drafted, then):
    hashes = {} if drafted is None else {"audits": Section("audits", drafted).sha256}
    made = redraft(read_sections(there), (Section("audits", "Anew."),), hashes)
    assert [page.body for page in made.sections.pages] == then


def test_what_was_taken_out_stays_out_in_a_third_draft():
    first = redraft(Sections("", ()), (SECTION,), {})
    second = redraft(Sections("", ()), (SECTION,), first.drafted)
    third = redraft(Sections("", ()), (SECTION,), second.drafted)
    assert [made.sections.pages for made in (first, second, third)] == [(SECTION,), (), ()]


def test_a_file_is_written_as_it_was_read():
    text = "# Title\n\n## one\n\nA.\n\nB.\n\n## two\n\nC.\n"
    assert read_sections(text).text == text
