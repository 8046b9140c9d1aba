"""`earlyhelp extract` as a person types it: files in, a dataset and its account out."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from earlyhelp.cli.main import build_app

MAPPING = """
mapping = 1
[council]
county_code = "E10000028"
county_name = "Staffordshire"
[source.staff]
files = ["staff*"]
system = "Personnel"
complete_from = "2015-04-01"
as_at = "title"
ignore = ["Notes"]
[[table]]
name = "worker"
source = "staff"
[table.columns]
worker_id = "Ref"
district_code = { from = "Area", lookup = "district" }
fte = "FTE"
"""

JUNE = "Staff at 30/06/2016\n\nRef,Area,FTE,Notes\nW1,Stafford,1.0,\nW2,NUL,0.5,x\nTotal,,1.5,\n"


def run(*arguments: str) -> tuple[int, str, str]:
    """Return exit code, output and errors of a command."""
    result = CliRunner().invoke(build_app(list(arguments)), list(arguments))
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def council(tmp_path: Path) -> Path:
    (tmp_path / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    files = tmp_path / "files"
    files.mkdir()
    (files / "staff_june.csv").write_text(JUNE, encoding="cp1252")
    return tmp_path


def extract(council: Path, *more: str) -> tuple[int, str, str]:
    mapping, out = str(council / "mapping.toml"), str(council / "dataset")
    return run("extract", str(council / "files"), "--mapping", mapping, "--out", out, *more)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_files_become_a_dataset_that_passes_the_check(council: Path) -> None:
    code, said, _ = extract(council)
    assert code == 0, said
    assert "Wrote 10 rows of 2 tables" in said
    assert "Staffordshire, as at 2016-06-30" in said
    workers = rows_of(council / "dataset" / "worker.csv")
    assert [(row["worker_id"], row["district_code"], row["fte"]) for row in workers] == [
        ("W1", "E07000197", "1"),
        ("W2", "E07000195", "0.5"),
    ]
    code, said, _ = run("check", str(council / "dataset"), "--out", str(council / "findings.xlsx"))
    assert code == 0, said
    assert "10 rows read: 10 used" in said
    assert "account.csv" not in said


def test_every_row_of_every_file_is_in_the_account(council: Path) -> None:
    extract(council)
    account = rows_of(council / "dataset" / "account.csv")
    assert [(line["key"], line["table_row"]) for line in account if line["table"]] == [("W1", "2"), ("W2", "3")]
    assert [(line["file"], line["row"], line["table"], line["outcome"]) for line in account] == [
        ("staff_june.csv", "1", "", "left out"),
        ("staff_june.csv", "3", "", "left out"),
        ("staff_june.csv", "6", "", "left out"),
        ("staff_june.csv", "4", "worker", "used"),
        ("staff_june.csv", "5", "worker", "used"),
    ]


def test_next_month_s_files_need_no_change_and_a_new_code_is_a_question(council: Path) -> None:
    extract(council)
    (council / "files" / "staff_june.csv").unlink()
    july = JUNE.replace("30/06", "31/07").replace("Total", "W3,Atlantis,1,\nW4,Tamworth,full,\nTotal")
    (council / "files" / "staff_july.csv").write_text(july, encoding="utf-16")
    code, said, _ = extract(council)
    assert code == 1
    assert '? staff, column `Area`: "Atlantis" is no district of the county' in said
    assert [row["worker_id"] for row in rows_of(council / "dataset" / "worker.csv")] == ["W1", "W2"]
    questions = (council / "dataset" / "questions.md").read_text(encoding="utf-8")
    assert "1 row: staff_july.csv, row 6." in questions
    assert 'aliases = ["Atlantis"]' in questions


def test_the_same_files_give_the_same_bytes(council: Path) -> None:
    extract(council)
    first = {path.name: path.read_bytes() for path in (council / "dataset").iterdir()}
    extract(council)
    assert {path.name: path.read_bytes() for path in (council / "dataset").iterdir()} == first


def test_a_folder_that_holds_something_else_is_never_overwritten(council: Path) -> None:
    (council / "dataset").mkdir()
    (council / "dataset" / "worker.csv").write_text("mine", encoding="utf-8")
    code, _, error = extract(council)
    assert code == 2
    assert "holds no earlier extract. Choose a new folder with --out." in error
    assert (council / "dataset" / "worker.csv").read_text(encoding="utf-8") == "mine"


def test_a_file_that_cannot_be_read_stops_the_run_and_nothing_is_written(council: Path) -> None:
    (council / "files" / "staff_photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    code, _, error = extract(council)
    assert code == 2
    assert "staff_photo.csv" in error and "PNG" in error
    assert not (council / "dataset").exists()


def test_files_that_fit_no_source_are_named_and_passed_over(council: Path) -> None:
    (council / "files" / "minutes.docx").write_bytes(b"PK\x03\x04 of no interest")
    code, said, _ = extract(council)
    assert code == 0
    assert "Note: minutes.docx fits no source of the mapping and was passed over." in said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--mapping", "nobody"), "no mapping of that name is shipped"),
        (("--county", "Atlantis"), 'No county of England is called "Atlantis"'),
        (("--as-at", "yesterday"), "yesterday"),
    ],
)
def test_what_is_asked_wrongly_is_refused_in_a_sentence(council: Path, more: tuple[str, ...], said: str) -> None:
    code, _, error = extract(council, *more)
    assert code == 2
    assert said in error


def test_the_districts_of_another_county_come_with_its_name(council: Path) -> None:
    mapping = council / "mapping.toml"
    mapping.write_text(
        MAPPING.replace('county_code = "E10000028"\ncounty_name = "Staffordshire"', ""), encoding="utf-8"
    )
    (council / "files" / "staff_june.csv").write_text(
        JUNE.replace("Stafford", "Chesterfield").replace("NUL", "High Peak")
    )
    code, _, error = extract(council)
    assert code == 2 and "Say it with --county" in error
    code, said, _ = extract(council, "--county", "Derbyshire")
    assert code == 0, said
    assert len(rows_of(council / "dataset" / "district.csv")) == 8


def test_the_key_of_ids_is_made_once_and_keeps_them(council: Path) -> None:
    mapping = council / "mapping.toml"
    keyed = MAPPING.replace('worker_id = "Ref"', 'worker_id = { hash = ["Ref"] }')
    mapping.write_text(keyed + '\n[ids]\nkey_file = "ids.key"\n', encoding="utf-8")
    _, said, _ = extract(council)
    assert "ids.key was made" in " ".join(said.split())
    first = [row["worker_id"] for row in rows_of(council / "dataset" / "worker.csv")]
    _, said, _ = extract(council)
    assert "was made" not in said
    assert [row["worker_id"] for row in rows_of(council / "dataset" / "worker.csv")] == first
    (council / "ids.key").write_text("another", encoding="ascii")
    extract(council)
    assert [row["worker_id"] for row in rows_of(council / "dataset" / "worker.csv")] != first


def test_what_never_reached_the_dataset_stands_in_its_manifest_and_on_the_card(council: Path) -> None:
    files = council / "files" / "staff_june.csv"
    files.write_text(JUNE.replace("W2,NUL,0.5", "W2,NUL,half"), encoding="utf-8")
    code, said, _ = extract(council)
    assert code == 1
    assert "Refused: worker from staff: 1 row refused. FTE: … is not a number. First: staff_june.csv, row 5." in said
    assert "1 of 2 rows of the files could not be used" in (council / "dataset" / "dataset.json").read_text()
    period = ("--from", "2016-01-01", "--to", "2016-06-30", "--out", str(council / "card"))
    code, said, _ = run("publish", "school-report-card", str(council / "dataset"), *period, "--audience", "internal")
    assert code == 0, said
    card = next((council / "card").glob("school-report-card-*.html")).read_text(encoding="utf-8")
    assert "1 of 2 rows of the files could not be used (worker)." in card


def test_a_file_with_another_name_leaves_its_table_out_and_is_asked_about(council: Path) -> None:
    more = (
        '[source.leave]\nfiles = ["leave*"]\n[[table]]\nname = "worker_absence"\nsource = "leave"\n'
        '[table.columns]\nworker_id = "Ref"\nfrom_on = "From"\n'
    )
    (council / "mapping.toml").write_text(MAPPING + more, encoding="utf-8")
    (council / "files" / "absence.csv").write_text("Ref,From\nW1,2016-01-04\n", encoding="utf-8")
    code, said, _ = extract(council)
    assert code == 1
    assert "? No file was given for [source.leave] of mapping: none is called leave*." in said
    assert not (council / "dataset" / "worker_absence.csv").exists()
    assert (council / "dataset" / "worker.csv").exists()
