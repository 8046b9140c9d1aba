"""The committed samples are what the maker writes, small, and enough for a card."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Final

import pytest
from typer.testing import CliRunner, Result

from earlyhelp.cli.main import build_app
from earlyhelp.extracts.mapping.find_mapping import shipped_names
from earlyhelp.synthetic.council_files.write import KINDS, MARK, make_room_for_files
from earlyhelp.synthetic.county import synthesise
from tests.extracts.mappings.councils import REGISTER, SAMPLE, Council, extract_files

EXAMPLE: Final = Path(__file__).parents[3] / "examples" / "council_files"
LARGEST: Final = 100_000


def run(*typed: str) -> Result:
    return CliRunner().invoke(build_app(typed), typed)


def content(folder: Path) -> dict[str, object]:
    """Return the files below a folder; workbooks by their parts, whose packing may differ from computer to computer."""
    found: dict[str, object] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as workbook:
                found[path.relative_to(folder).as_posix()] = {n: workbook.read(n) for n in workbook.namelist()}
        elif path.is_file() and path.name != "README.md":
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def test_the_samples_are_what_the_maker_writes(sample_council: Council) -> None:
    assert content(EXAMPLE) == content(sample_council.files)


def test_the_command_that_made_them_is_in_their_readme() -> None:
    readme = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    command = re.search(r"^earlyhelp synthesise .*$", readme, re.MULTILINE)
    assert command
    assert {
        name: int(value) for name, value in re.findall(r"--(requests|seed) (\d+)", command.group())
    } == SAMPLE._asdict()
    assert "--format council-files" in command.group()


def test_each_sample_is_small_and_has_a_shipped_mapping_of_its_name() -> None:
    assert set(KINDS) <= set(shipped_names())
    assert {path.name for path in EXAMPLE.iterdir() if path.is_dir()} == set(KINDS)
    assert all(path.stat().st_size < LARGEST for path in EXAMPLE.rglob("*") if path.is_file())


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != REGISTER])
def test_no_question_is_left_and_no_row_refused(tmp_path: Path, kind: str) -> None:
    made = extract_files(EXAMPLE, tmp_path / "out", kind)
    assert [question.asks for question in made.questions.found.values()] == []
    assert made.questions.notes == []
    assert all(each.refused == each.blanked == 0 for each in made.rules)
    assert all(each.refused == each.uncounted == 0 for each in made.sheets)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != REGISTER])
def test_two_commands_make_a_card(tmp_path: Path, kind: str) -> None:
    dataset, card = str(tmp_path / "dataset"), tmp_path / "card"
    given = [str(EXAMPLE / kind), str(EXAMPLE / REGISTER), "--mapping", kind, "--mapping", REGISTER]
    extracted = run("extract", *given, "--county", "Staffordshire", "--out", dataset)
    assert extracted.exit_code == 0, extracted.output
    days = ["--from", "2016-01-01", "--to", "2016-07-31"]
    published = run("publish", "school-report-card", dataset, *days, "--audience", "internal", "--out", str(card))
    assert published.exit_code == 0, published.output
    (made,) = card.glob("school-report-card-staffordshire-*.html")
    assert "Staffordshire" in made.read_text(encoding="utf-8")


def test_all_samples_together_are_one_dataset(sample_council: Council, tmp_path: Path) -> None:
    kinds = [kind for kind in KINDS if kind not in (REGISTER, "liquidlogic", "annex_a")]
    made = extract_files(sample_council.files, tmp_path / "out", *kinds)
    assert not made.questions.found
    assert {"request", "staffing", "link_meeting", "closing_form", "survey_answer"} <= made.rows.keys()


def test_the_same_county_gives_the_same_files(sample_council: Council, tmp_path: Path) -> None:
    synthesise(tmp_path / "again", form="council-files", requests=SAMPLE.requests, seed=SAMPLE.seed)
    ours = {path.name: path.read_bytes() for path in (tmp_path / "again").rglob("*") if path.is_file()}
    assert ours == {path.name: path.read_bytes() for path in sample_council.files.rglob("*") if path.is_file()}


def test_a_folder_with_other_files_is_never_emptied(tmp_path: Path) -> None:
    own = tmp_path / "survey" / "our own results.csv"
    own.parent.mkdir()
    own.write_text("School,Answer\n", encoding="utf-8")
    with pytest.raises(ValueError, match="holds no invented files"):
        make_room_for_files(tmp_path)
    assert own.exists()


def test_an_earlier_run_is_replaced_and_what_stands_beside_it_stays(tmp_path: Path) -> None:
    make_room_for_files(tmp_path)
    (tmp_path / MARK).touch()
    (tmp_path / "README.md").touch()
    old = tmp_path / "survey" / "School survey 2014 results.csv"
    old.touch()
    make_room_for_files(tmp_path)
    assert not old.exists()
    assert (tmp_path / "README.md").exists()


def test_copies_and_dirt_are_not_written_as_council_files(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="Copies"):
        synthesise(tmp_path / "out", form="council-files", requests=1, seed=1, copies=2)
    with pytest.raises(ValueError, match="dirty"):
        synthesise(tmp_path / "out", form="council-files", requests=1, seed=1, dirty=True)


def test_the_command_names_the_files_and_the_next_step(tmp_path: Path) -> None:
    result = run("synthesise", "--format", "council-files", "--requests", "5", "--out", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    assert "school_register/edubasealldata20160915.csv" in result.output
    assert "earlyhelp extract" in result.output
