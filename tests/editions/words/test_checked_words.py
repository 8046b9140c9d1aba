"""Words are checked for each audience, and what has moved since a person read it is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from typer.testing import CliRunner

from earlyhelp.cli.main import build_app
from earlyhelp.editions.words.checked import accept, check_words
from earlyhelp.periods import Period
from tests.editions.conftest import SPRING

TEXT = """\
## requests-by-source

Schools made {{ requests source_code=2A | count }} requests.
The housing office made {{ requests source_code=4 | count }}.
"""
ASKED = ("--from", "2016-01-01", "--to", "2016-03-31")


def lines_of(checked, became: str) -> list[int]:
    return [sentence.written.line for card in checked.cards for sentence in getattr(card, became)]


def test_each_audience_has_its_own_sentences_of_one_text(borsetshire, words, write):
    write(TEXT)
    staff = check_words(borsetshire, words, SPRING, "", "internal")
    public = check_words(borsetshire, words, SPRING, "", "public")
    assert (lines_of(staff, "printed"), lines_of(staff, "withheld")) == ([3, 4], [])
    assert (lines_of(public, "printed"), lines_of(public, "withheld")) == ([3], [4])


def test_figures_that_moved_since_they_were_read_are_flagged(borsetshire, words, write):
    write(TEXT)
    accept(check_words(borsetshire, words, SPRING, "", "internal"))
    assert check_words(borsetshire, words, SPRING, "", "internal").cards[0].moved == ()

    requests = borsetshire / "request.csv"
    requests.write_text(
        requests.read_text(encoding="utf-8") + "R0,F1,2016-02-01,support,2A,E07000901,\n", encoding="utf-8"
    )
    ((sentence, moved),) = check_words(borsetshire, words, SPRING, "", "internal").cards[0].moved
    assert sentence.written.line == 3
    assert [(each.was, each.said.reads) for each in moved] == [("60", "61")]


def test_what_these_readers_are_not_shown_keeps_what_it_read(borsetshire, words, write):
    path = write(TEXT)
    accept(check_words(borsetshire, words, SPRING, "", "internal"))
    accept(check_words(borsetshire, words, SPRING, "", "public"))
    assert "requests source_code=4 | count,2\n" in (path.parent / "seen.csv").read_text(encoding="utf-8")


def test_what_no_text_says_any_more_is_forgotten(borsetshire, words, write):
    path = write(TEXT)
    accept(check_words(borsetshire, words, SPRING, "", "internal"))
    write("## requests-by-source\n\nSchools made {{ requests source_code=2A | count }} requests.\n")
    accept(check_words(borsetshire, words, SPRING, "", "internal"))
    assert "source_code=4" not in (path.parent / "seen.csv").read_text(encoding="utf-8")


def run(*arguments: str):
    return CliRunner().invoke(build_app(arguments), arguments)


def test_the_command_shows_sentence_and_figure(borsetshire: Path, words: Path, write):
    write(TEXT)
    said = run("words", "check", str(borsetshire), "--words", str(words), *ASKED, "--audience", "internal")
    assert said.exit_code == 0
    assert "    3  Schools made 60 requests.\n" in said.stdout
    assert "60 = requests, county E10000099, source_code=2A, 2016-01-01 to 2016-03-31: 60\n" in said.stdout
    assert "Sentences: 2 printed, 0 withheld, 0 moved" in said.stdout


def test_the_command_names_file_and_line_of_each_fault(borsetshire: Path, words: Path, write):
    path = write("## requests-by-source\n\nThree schools asked.\n\nIt rose.\n")
    said = run("words", "check", str(borsetshire), "--words", str(words), *ASKED, "--audience", "internal")
    assert said.exit_code == 1
    assert f'{path}:3 has the number "Three"' in said.stderr
    assert f'{path}:5 says "rose"' in said.stderr
    assert "To put right: 2." in said.stderr


def test_publishing_refuses_and_tells_the_same(borsetshire: Path, words: Path, write, tmp_path):
    path = write("## requests-by-source\n\nThree schools asked.\n")
    said = run(
        "publish", "school-report-card", str(borsetshire), *ASKED, "--audience", "internal", "--words", str(words),
        "--out", str(tmp_path / "out"),
    )  # fmt: skip
    assert said.exit_code == 2
    assert f'{path}:3 has the number "Three"' in said.stderr


def test_the_words_of_the_example_hold_over_the_small_county():
    examples = Path(__file__).parents[3] / "examples"
    dataset, words = examples / "small_county" / "dataset", examples / "council_words"
    checked = check_words(dataset, words, Period(date(2016, 1, 1), date(2016, 7, 31)), "", "internal")
    assert checked.faults == ()
    assert len(checked.cards[0].printed) > len(checked.cards[0].withheld)


def test_a_head_teacher_reads_the_own_schools_figures(ambridge_of_heads, words, write):
    write("## your-requests\n\nYour school made {{ requests source_code=2A | count }} requests.\n", "900300.md")
    heads = check_words(ambridge_of_heads, words, SPRING, "", "school")
    assert [each.sentence and each.sentence.text for each in heads.cards[0].printed] == ["Your school made 3 requests."]


def test_the_public_is_not_given_cards_of_schools(ambridge_of_heads, words, write):
    write("## your-requests\n\nYour school made {{ requests source_code=2A | count }} requests.\n", "900300.md")
    checked = check_words(ambridge_of_heads, words, SPRING, "", "forum")
    assert checked.cards == ()


def test_a_fault_on_one_page_leaves_the_sentences_of_the_others_to_be_read(borsetshire: Path, words: Path, write):
    write(f"## audits\n\nThree cases.\n\n{TEXT}")
    said = run("words", "check", str(borsetshire), "--words", str(words), *ASKED, "--audience", "internal")
    assert said.exit_code == 1
    assert "    7  Schools made 60 requests.\n" in said.stdout
    assert "Three cases" not in said.stdout
    assert "A page that is missing above is shown once its text is put right." in said.stderr


def test_the_command_shows_no_figure_behind_a_word_that_only_agrees(borsetshire: Path, words: Path, write):
    write('## requests-by-source\n\n{{ requests | count }} {{ requests | one "request" many "requests" }} came.\n')
    said = run("words", "check", str(borsetshire), "--words", str(words), *ASKED, "--audience", "internal")
    assert "135 = requests" in said.stdout
    assert "requests = \n" not in said.stdout


def test_the_command_says_when_these_readers_are_given_no_card_of_any_file(borsetshire: Path, words: Path, write):
    write(TEXT)
    said = run("words", "check", str(borsetshire), "--words", str(words), *ASKED, "--audience", "school")
    assert "is of a place whose card these readers are given." in said.stdout
