"""Files as councils save them: encodings, delimiters, blank lines, damage, and what cannot be read at all."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import duckdb
import pytest

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.source import CannotRead, TableCount, open_dataset

PEOPLE = "person_id,role\nP1,child\nP2,other_adult\n"


def rules_found(folder: Path) -> list[tuple[str, str, int | None, str]]:
    with open_dataset(folder) as dataset:
        return [(f.rule, f.table, f.row, f.column) for f in dataset.findings.rows()]


def people_read(folder: Path) -> list[tuple[str, str]]:
    with open_dataset(folder) as dataset:
        return dataset.connection.execute("SELECT person_id, role FROM person").fetchall()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_encoding_delimiter_and_line_end_is_read(
    encoding: str, delimiter: str, ending: str, folder: Path
) -> None:
    text = PEOPLE.replace("P2", "Pé2").replace(",", delimiter).replace("\n", ending)
    (folder / "person.csv").write_bytes(text.encode(encoding))
    assert people_read(folder) == [("P1", "child"), ("Pé2", "other_adult")]


def test_names_of_columns_match_whatever_their_case_and_order(folder: Path) -> None:
    (folder / "Person.CSV").write_text(" ROLE ,Person_ID\nchild,P1\n", encoding="utf-8")
    assert people_read(folder) == [("P1", "child")]


def test_row_numbers_are_those_of_a_spreadsheet(folder: Path) -> None:
    (folder / "plan_item.csv").write_text(
        'plan_item_id,involvement_id,evidence\nL1,I1,"two\nlines"\n\n   \n,,\nL2,,left out\nL3,I3,"a ""word"""\n',
        "utf-8",
    )
    with open_dataset(folder) as dataset:
        # Row 2 holds a line end inside quotation marks; rows 3, 4 and 5 are blank and not counted.
        assert [(f.rule, f.row) for f in dataset.findings.rows() if f.row] == [("EH0101", 6)]
        assert dataset.counts == (TableCount("plan_item", 3, 2, 1, 0, 0),)
        assert dataset.connection.execute("SELECT evidence FROM plan_item").fetchall() == [
            ("two\nlines",),
            ('a "word"',),
        ]


def test_empty_rows_of_commas_are_not_counted(folder: Path) -> None:
    (folder / "person.csv").write_text("person_id,role\nP1,child\n,\nP1,baby\n,\n", encoding="utf-8")
    with open_dataset(folder) as dataset:
        assert dataset.counts == (TableCount("person", 2, 1, 1, 0, 0),)
        assert [f.row for f in dataset.findings.rows()] == [4]


@pytest.mark.parametrize(
    ("damaged", "what"),
    [
        ("P2", "1 cells where the first row has 2"),
        ("P2,child,F", "3 cells where the first row has 2"),
        ('P2,"child', "a quotation mark that is not closed"),
        ('"P"2,child', "text after a closing quotation mark"),
        ("P2,ch\0ild", "characters that are not text"),
    ],
)
def test_a_damaged_row_is_refused_and_the_others_are_read(damaged: str, what: str, folder: Path) -> None:
    (folder / "person.csv").write_text(f"person_id,role\nP1,child\n{damaged}\nP3,child\n", encoding="utf-8")
    with open_dataset(folder) as dataset:
        assert dataset.counts == (TableCount("person", 3, 2, 1, 0, 0),)
        found = [(f.rule, f.row, f.value) for f in dataset.findings.rows()]
        assert found == [("EH0004", 3, what)]
        assert dataset.connection.execute("SELECT person_id FROM person").fetchall() == [("P1",), ("P3",)]


def test_empty_cells_too_many_do_no_harm_and_stray_quotation_marks_are_text(folder: Path) -> None:
    (folder / "family_member.csv").write_text('family_id,person_id\nF1,5" P1,\n', encoding="utf-8")
    with open_dataset(folder) as dataset:
        assert dataset.connection.execute("SELECT person_id FROM family_member").fetchall() == [('5" P1',)]


def test_an_unknown_column_is_noticed_and_dropped(folder: Path) -> None:
    (folder / "person.csv").write_text("person_id,role,surname\nP1,child,Nobody\n", encoding="utf-8")
    assert rules_found(folder) == [("EH0001", "person", None, "surname")]


def test_a_missing_required_column_refuses_the_table_and_its_children(folder: Path) -> None:
    (folder / "family.csv").write_text("district_code\nE07000192\nE07000193\n", encoding="utf-8")
    (folder / "consent.csv").write_text(
        "consent_id,family_id,decided_on,state\nC1,F1,2016-01-01,given\n", encoding="utf-8"
    )
    with open_dataset(folder) as dataset:
        counts = {each.table: each for each in dataset.counts}
        assert counts["family"] == TableCount("family", 2, 0, 2, 0, 0)
        assert counts["consent"] == TableCount("consent", 1, 0, 0, 1, 0)
        found = [(f.rule, f.effect, f.table, f.row, f.column) for f in dataset.findings.rows()]
        assert ("EH0002", "refused", "family", None, "family_id") in found


def test_a_column_named_twice_refuses_the_table(folder: Path) -> None:
    (folder / "person.csv").write_text("person_id,role,Role\nP1,child,child\n", encoding="utf-8")
    assert rules_found(folder) == [("EH0003", "person", None, "role")]


def test_unknown_files_and_sources_of_unknown_tables_are_noticed(folder: Path) -> None:
    manifest = json.loads((folder / "dataset.json").read_text(encoding="utf-8"))
    manifest["sources"] = {"persons": {"system": "Capita One"}}
    (folder / "dataset.json").write_text(json.dumps(manifest), encoding="utf-8")
    (folder / "person.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "pupils.csv").write_text("a,b\n", encoding="utf-8")
    assert {(rule, table) for rule, table, *_ in rules_found(folder)} == {
        ("EH0007", "persons"),
        ("EH0005", "pupils.csv"),
    }


def test_a_header_alone_is_a_table_without_rows(folder: Path) -> None:
    (folder / "person.csv").write_text("person_id,role\n", encoding="utf-8")
    with open_dataset(folder) as dataset:
        assert dataset.present == {"person"}
        assert dataset.counts == (TableCount("person", 0, 0, 0, 0, 0),)


def test_identities_are_opened_only_when_asked_for(folder: Path) -> None:
    (folder / "identity.csv").write_text("person_id,forename\nP1,Ada\n", encoding="utf-8")
    (folder / "person.csv").write_text(PEOPLE, encoding="utf-8")
    with open_dataset(folder) as dataset:
        assert "identity" not in dataset.present
        with pytest.raises(duckdb.CatalogException):
            dataset.connection.execute("SELECT * FROM identity")
    with open_dataset(folder, restricted=True) as dataset:
        assert "identity" in dataset.present


def test_every_unrestricted_table_has_the_declared_columns_and_types(folder: Path) -> None:
    (folder / "person.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "staffing.csv").write_text("month,district_code,establishment_fte\n2016-01-01,E07000192,1.5\n", "utf-8")
    (folder / "referral.csv").write_text("referral_id,received_on,age_years,step_up\nS1,2016-01-01,5,true\n", "utf-8")
    with open_dataset(folder) as dataset:
        for table in TABLES.values():
            if not table.restricted:
                described = dataset.connection.execute(f'DESCRIBE "{table.name}"').fetchall()
                assert [row[:2] for row in described] == [(each.name, each.duckdb_type) for each in table.columns]


def test_a_table_asked_for_keeps_the_rows_it_has_when_all_are_read(folder: Path) -> None:
    (folder / "family.csv").write_text("family_id\nF1\n", encoding="utf-8")
    (folder / "person.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "consent.csv").write_text("consent_id,family_id,decided_on,state\nC1,F9,2016-01-01,given\n", "utf-8")
    with open_dataset(folder, tables=["consent"]) as dataset:
        assert dataset.present == {"consent", "family"}
        assert dataset.connection.execute("SELECT count(*) FROM consent").fetchone() == (0,)


def test_parquet_keeps_its_types_and_takes_numbers_for_identifiers(folder: Path) -> None:
    duckdb.sql(
        "COPY (SELECT 7 AS person_id, 'child' AS role, TIMESTAMP '2009-05-15' AS date_of_birth UNION ALL "
        "SELECT 8, 'baby', TIMESTAMP '2009-05-15 10:00:00') TO '"
        + str(folder / "person.parquet")
        + "' (FORMAT parquet)"
    )
    duckdb.sql(
        "COPY (SELECT 1.0::DOUBLE AS worker_id, 'E07000192' AS district_code, 0.1::DOUBLE AS fte UNION ALL "
        "SELECT 2, 'E07000192', 'nan'::DOUBLE) TO '" + str(folder / "worker.parquet") + "' (FORMAT parquet)"
    )
    with open_dataset(folder) as dataset:
        assert dataset.connection.execute("SELECT person_id, date_of_birth::VARCHAR FROM person").fetchall() == [
            ("7", "2009-05-15")
        ]
        assert dataset.connection.execute("SELECT worker_id, fte::VARCHAR FROM worker").fetchall() == [
            ("1", "0.100000000000000000")
        ]
        found = [(f.rule, f.table, f.row) for f in dataset.findings.rows() if f.row]
        assert found == [("EH0102", "person", 3), ("EH0107", "person", 3), ("EH0104", "worker", 3)]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("person.csv", b"", "is empty"),
        ("person.csv", b"\n\n", "is empty"),
        ("person.csv", bytes(range(256)), "is not a text file"),
        ("person.csv", b"person_id,role\n\x81\x8d,child\n", "is not text in UTF-8"),
        ("person.parquet", b"person_id,role\n", "is not a Parquet file"),
        ("query_answers.csv", b"rule,reason\n", "lacks one of its columns"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(name: str, content: bytes, says: str, folder: Path) -> None:
    (folder / "family.csv").write_text("family_id\nF1\n", encoding="utf-8")
    (folder / name).write_bytes(content)
    with pytest.raises(CannotRead, match=says) as refusal:
        open_dataset(folder)
    assert name in str(refusal.value)


def test_a_table_in_two_files_cannot_be_read(folder: Path) -> None:
    (folder / "person.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "person.parquet").write_bytes(b"")
    with pytest.raises(CannotRead, match=r"person\.csv and person\.parquet"):
        open_dataset(folder)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "is missing"),
        ("{", "not valid JSON"),
        ("[]", "does not hold names and values"),
        ('{"county_code": "E1", "county_name": "S"}', "lacks `as_at`"),
        ('{"county_code": "E1", "county_name": "S", "as_at": "31/07/2016"}', "not a day written as"),
        ('{"county_name": "S", "as_at": "2016-07-31"}', "lacks `county_code`"),
        (
            '{"county_code": "E1", "county_name": "S", "as_at": "2016-07-31", "sources": {"person": 1}}',
            "sources.person",
        ),
    ],
)
def test_a_missing_or_wrong_manifest_is_answered_with_an_example(content: str | None, says: str, folder: Path) -> None:
    (folder / "person.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "dataset.json").unlink()
    if content is not None:
        (folder / "dataset.json").write_text(content, encoding="utf-8")
    with pytest.raises(CannotRead, match=says) as refusal:
        open_dataset(folder)
    assert '"as_at": "2016-07-31"' in str(refusal.value)


def test_a_source_that_is_no_dataset_is_refused_in_a_sentence(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="holds no table"):
        open_dataset(folder)
    with pytest.raises(CannotRead, match="does not exist"):
        open_dataset(tmp_path / "nowhere")
    (folder / "person.csv").write_text(PEOPLE, encoding="utf-8")
    with pytest.raises(CannotRead, match="neither a folder nor a workbook"):
        open_dataset(folder / "person.csv")


def test_a_workbook_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "county.xlsx"
    path.write_bytes(b"PK not a workbook")
    with pytest.raises(CannotRead, match=r"county\.xlsx is not an Excel workbook"):
        open_dataset(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(CannotRead, match=r"county\.xlsx is not an Excel workbook"):
        open_dataset(path)


def test_a_workbook_that_would_unpack_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "county.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
        for number in range(2_001):
            archive.writestr(f"xl/{number}", "")
    with pytest.raises(CannotRead, match="2,002 parts"):
        open_dataset(path)


@pytest.mark.parametrize(
    ("damaged", "is_read"),
    [
        ("F1,E07000192,too many", True),
        ("F1", True),
        ('F1,"E07000192', True),
        ("F1,E0\0", True),
        ('"F1"x,E07000192', False),
        ("F\0001,", False),
    ],
)
def test_children_of_a_damaged_row_go_with_it_if_its_key_can_be_read(damaged: str, is_read: bool, folder: Path) -> None:
    (folder / "family.csv").write_text(f"family_id,district_code\n{damaged}\nF2,\n", encoding="utf-8")
    consents = "consent_id,family_id,decided_on,state\nC1,F1,2016-01-01,given\nC2,F2,2016-01-01,given\n"
    (folder / "consent.csv").write_text(consents, encoding="utf-8")
    with open_dataset(folder) as dataset:
        counts = {each.table: each for each in dataset.counts}
    assert counts["family"] == TableCount("family", 2, 1, 1, 0, 0)
    assert counts["consent"] == TableCount("consent", 2, 1, 0 if is_read else 1, 1 if is_read else 0, 0)


def test_a_first_cell_that_is_no_key_says_nothing_of_whose_row_was_lost(folder: Path) -> None:
    (folder / "family.csv").write_text("district_code,family_id\nF1,E07000192,x\n", encoding="utf-8")
    consents = "consent_id,family_id,decided_on,state\nC1,F1,2016-01-01,given\n"
    (folder / "consent.csv").write_text(consents, encoding="utf-8")
    with open_dataset(folder) as dataset:
        assert dataset.counts[1] == TableCount("consent", 1, 0, 1, 0, 0)


def test_no_progress_bar_is_drawn_by_the_database(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = duckdb.connect

    def as_in_a_terminal(*args: object, **more: object) -> duckdb.DuckDBPyConnection:
        connection = connect(*args, **more)  # pyright: ignore
        connection.execute("SET enable_progress_bar = true")
        return connection

    monkeypatch.setattr(duckdb, "connect", as_in_a_terminal)
    (folder / "person.csv").write_text(PEOPLE, encoding="utf-8")
    with open_dataset(folder) as dataset:
        bar = "SELECT current_setting('enable_progress_bar')"
        assert dataset.connection.execute(bar).fetchall() == [(False,)]
