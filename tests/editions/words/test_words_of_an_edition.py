"""Cards with words of people: printed, withheld from those who may not know, refused where a number was typed."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from earlyhelp.attacker.reading.pages import Page
from earlyhelp.editions.edition import Edition, publish
from earlyhelp.editions.manner import Manner
from earlyhelp.editions.words.folder import WordsError
from tests.editions.conftest import SPRING

PAGE = "requests-by-source"
TEXT = """\
## requests-by-source

heading: Schools made {{ requests_from_schools | about }} requests

Schools made {{ requests source_code=2A | count }} requests between January and March 2016.
The housing office made {{ requests source_code=4 | count }}.

- A head told us on 3 March 2016: {{ quote "We waited 12 weeks, all 30 of us." source "a primary head" }}
"""


def make(source: Path, out: Path, words: Path, audience: str, **manner: object) -> Edition:
    return publish(source, "school-report-card", SPRING, "county", audience, out, Manner(words=words, **manner))  # pyright: ignore


def page_of(out: Path, key: str = PAGE) -> str:
    (card,) = out.glob("*.html")
    found = re.search(
        rf'<section class="page frame" id="{key}".*?</section>', card.read_text(encoding="utf-8"), re.DOTALL
    )
    assert found is not None
    return found[0]


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", "", page).split())


def test_staff_read_every_sentence(borsetshire, words, write, tmp_path):
    write(TEXT)
    made = make(borsetshire, tmp_path / "out", words, "internal")
    said = words_of(page_of(tmp_path / "out"))
    assert "Schools made 44% requests" not in said
    assert "Schools made about 44% requests" in said
    assert "Schools made 60 requests between January and March 2016. The housing office made 2." in said
    assert "“We waited 12 weeks, all 30 of us.” (a primary head)" in said
    assert any("printed 4, withheld from these readers 0" in sentence for sentence in made.says)


def test_a_hidden_figure_withholds_its_sentence_from_the_public_alone(borsetshire, words, write, tmp_path):
    path = write(TEXT)
    made = make(borsetshire, tmp_path / "out", words, "public")
    said = words_of(page_of(tmp_path / "out"))
    assert "Schools made 60 requests between January and March 2016." in said
    assert "housing office made" not in said
    assert f"{path}:6 withheld: requests source_code=4 is hidden from these readers." in made.says


def test_the_number_on_the_page_carries_the_cell_it_is_bound_to(borsetshire, words, write, tmp_path):
    write(TEXT)
    make(borsetshire, tmp_path / "out", words, "internal")
    page = page_of(tmp_path / "out")
    assert re.search(
        r'<data value="60" data-measure="requests"[^>]*data-breakdown="source_code=2A"[^>]*>60</data>', page
    )
    assert re.search(r'<data value="0.4\d+" data-measure="requests_from_schools"[^>]*>about 44%</data>', page)


def test_the_attacker_reads_a_quotation_as_any_words(borsetshire, words, write, tmp_path):
    write(TEXT)
    make(borsetshire, tmp_path / "out", words, "internal")
    assert any("all 30 of us" in section.words for section in Page(page_of(tmp_path / "out")).sections)


def test_a_quotation_with_a_number_is_named_to_whoever_publishes(borsetshire, words, write, tmp_path):
    path = write(TEXT)
    made = make(borsetshire, tmp_path / "out", words, "internal")
    assert [each for each in made.says if "quotes a number" in each] == [
        f"{path}:8 quotes a number: see that it counts nobody whom these readers may not know of."
    ]


def test_a_page_with_nothing_left_says_what_the_card_says(borsetshire, words, write, tmp_path):
    write("## requests-by-source\n\nThe housing office made {{ requests source_code=4 | count }} requests.\n")
    make(borsetshire, tmp_path / "with", words, "public")
    publish(borsetshire, "school-report-card", SPRING, "county", "public", tmp_path / "without")
    assert page_of(tmp_path / "with") == page_of(tmp_path / "without")


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("The housing office made 2 requests.", 3),
        ("Some came from elsewhere,\nand two from the housing office.", 4),
        ("Schools made {{ requests source_code=2A | count }}, the housing office 2.", 3),
    ],
)
def test_a_saboteur_who_types_a_hidden_number_is_stopped(borsetshire, words, write, tmp_path, typed, line):
    path = write(f"## requests-by-source\n\n{typed}\n")
    with pytest.raises(WordsError, match=re.escape(f"{path}:{line} has the number")):
        make(borsetshire, tmp_path / "out", words, "public")
    assert not (tmp_path / "out").exists()


def test_what_figures_contradict_is_not_published(borsetshire, words, write, tmp_path):
    path = write("## requests-by-source\n\nThis is {{ requests | percent }}.\n")
    with pytest.raises(WordsError, match=re.escape(f"{path}:3 has")):
        make(borsetshire, tmp_path / "out", words, "internal")
    assert list(tmp_path.glob("out/*")) == []


def test_the_first_of_those_shown_is_told_as_such(borsetshire, words, write, tmp_path):
    write("## requests-by-month\n\nThe largest source was {{ requests by source_code | largest }}.\n")
    make(borsetshire, tmp_path / "public", words, "public")
    make(borsetshire, tmp_path / "internal", words, "internal")
    note = "A hidden number stands in no order"
    assert note in words_of(page_of(tmp_path / "public", "requests-by-month"))
    assert note not in words_of(page_of(tmp_path / "internal", "requests-by-month"))


def test_the_private_half_tells_what_became_of_each_sentence(borsetshire, words, write, tmp_path):
    write(TEXT)
    made = make(borsetshire, tmp_path / "out", words, "public")
    assert made.private is not None
    rows = list(csv.DictReader((made.private / "words.csv").open(encoding="utf-8")))
    assert [(row["line"], row["became"]) for row in rows] == [
        ("3", "printed"), ("5", "printed"), ("6", "withheld"), ("8", "printed"),
    ]  # fmt: skip


def test_the_manifest_holds_the_hash_of_the_words(borsetshire, words, write, tmp_path):
    write(TEXT)
    make(borsetshire, tmp_path / "out", words, "internal")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert list(manifest["settings_sha256"]) == ["words/county.md"]


def test_words_of_another_place_or_period_are_not_read(borsetshire, words, write, tmp_path):
    write("## requests-by-source\n\nTyped: 2.\n", "E07000901.md")
    made = make(borsetshire, tmp_path / "out", words, "internal")
    assert any("the cards speak for themselves" in sentence for sentence in made.says)


def test_a_file_of_no_place_is_refused(borsetshire, words, write, tmp_path):
    write(TEXT, "Ambridge.md")
    with pytest.raises(WordsError, match="named after no place"):
        make(borsetshire, tmp_path / "out", words, "internal")


def test_a_folder_that_is_not_there_is_refused(borsetshire, words, tmp_path):
    with pytest.raises(WordsError, match="is no folder"):
        make(borsetshire, tmp_path / "out", words, "internal")


def test_a_name_of_the_council_may_hold_a_number(borsetshire, words, write, tmp_path):
    write("## requests-by-source\n\nProject 2020 began, and {{ requests | count }} requests came.\n")
    with pytest.raises(WordsError):
        make(borsetshire, tmp_path / "out", words, "internal")
    (words / "names.txt").write_text("# names\nProject 2020\n", encoding="utf-8")
    make(borsetshire, tmp_path / "out", words, "internal")
    assert "Project 2020 began, and 135 requests came." in words_of(page_of(tmp_path / "out"))


def test_a_count_cannot_be_declared_a_name(borsetshire, words, write, tmp_path):
    write(TEXT)
    (words / "names.txt").write_text("2 requests\n", encoding="utf-8")
    with pytest.raises(WordsError, match=re.escape("names.txt:1 begins with no letter")):
        make(borsetshire, tmp_path / "out", words, "internal")
