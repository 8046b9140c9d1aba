"""The same rows as CSV, as Parquet and in a workbook are the same dataset, and no row is ever lost from the counts."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from earlyhelp.dataset.source import Dataset, open_dataset
from earlyhelp.dataset.writing import FolderNotEmpty, write_dataset

MANIFEST = {"county_code": "E10000028", "county_name": "Staffordshire", "as_at": "2016-07-31", "sources": {}}
# A tenth of what the profile asks: each example opens several datasets.
SOME = settings(max_examples=settings.default.max_examples // 10 if settings.default else 10)

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zs", "Cf"], include_characters=" ,;\"'\n=\u00e9"),
    max_size=12,
)
CELLS = st.one_of(
    TEXTS,
    st.dates(date(2015, 1, 1), date(2017, 1, 1)).map(str),
    st.sampled_from(
        ["", "true", "FALSE", "5", "0.10", "1e5", "F1", "F2", "S1", "suspension", "E07000192", "2015-02-30"]
    ),
)
REFERRALS = st.lists(
    st.tuples(
        st.dates(date(2010, 1, 1), date(2016, 7, 31)),
        st.none() | st.booleans(),
        st.none() | st.integers(0, 17),
    ),
    max_size=6,
)
ABSENCES = st.lists(st.tuples(st.decimals("0", "99", places=3), TEXTS), max_size=6)


def read_back(dataset: Dataset, *tables: str) -> list[object]:
    return [dataset.connection.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall() for name in tables]


def write_folder(folder: Path, tables: dict[str, list[list[object]]]) -> Path:
    folder.mkdir()
    (folder / "dataset.json").write_text(json.dumps(MANIFEST), encoding="utf-8")
    for name, rows in tables.items():
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerows(rows)
        (folder / f"{name}.csv").write_bytes(text.getvalue().encode())
    return folder


def write_workbook(path: Path, tables: dict[str, list[list[object]]]) -> Path:
    book = Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    manifest = [["name", "value"], *([name, value] for name, value in MANIFEST.items() if name != "sources")]
    for name, rows in {"dataset": manifest, **tables}.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                match cell:
                    case None | "":
                        pass
                    case bool():
                        sheet.write_boolean(row, column, cell)
                    case date():
                        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), day)
                    case int() | Decimal():
                        sheet.write_number(row, column, float(cell))
                    case _:
                        sheet.write_string(row, column, str(cell))
    book.close()
    return path


@SOME
@given(REFERRALS, ABSENCES)
def test_csv_parquet_and_workbook_give_equal_datasets(
    referrals: list[tuple[date, bool | None, int | None]], workers: list[tuple[Decimal, str]]
) -> None:
    tables: dict[str, list[list[object]]] = {
        "referral": [["referral_id", "received_on", "step_up", "age_years"]],
        "worker": [["worker_id", "district_code", "fte", "role"]],
    }
    tables["referral"] += [[100 + place, *row] for place, row in enumerate(referrals)]
    tables["worker"] += [[f"W{place}", "E07000192", *row] for place, row in enumerate(workers)]
    with TemporaryDirectory() as name:
        place = Path(name)
        with (
            open_dataset(write_folder(place / "first", tables)) as first,
            open_dataset(write_workbook(place / "book.xlsx", tables)) as book,
        ):
            expected = read_back(first, "referral", "worker")
            assert [each.used for each in first.counts] == [len(referrals), len(workers)]
            assert read_back(book, "referral", "worker") == expected
            for form in ("csv", "parquet"):
                write_dataset(first, place / form, form)
                write_dataset(book, place / f"{form} of the book", form)
                with open_dataset(place / form) as again:
                    assert read_back(again, "referral", "worker") == expected
                    assert again.findings.count() == first.findings.count()
                for file in sorted((place / form).iterdir()):
                    assert file.read_bytes() == (place / f"{form} of the book" / file.name).read_bytes()


# A ragged row with line ends inside quotation marks may be read as one row or as two, so these have none.
ON_ONE_LINE = CELLS.map(lambda cell: cell.replace("\n", ""))


@SOME
@given(
    st.lists(st.lists(ON_ONE_LINE, min_size=2, max_size=4), max_size=12),
    st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=12),
)
def test_rows_read_are_always_the_sum_of_used_and_refused(families: list[list[str]], consents: list[list[str]]) -> None:
    rows = ["family_id,district_code"]
    for cells in families:
        text = io.StringIO()
        csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="").writerow(cells)
        rows.append(text.getvalue())
    consent: list[list[object]] = [
        ["consent_id", "family_id", "decided_on", "state"],
        *([*cells] for cells in consents),
    ]
    with TemporaryDirectory() as name:
        folder = write_folder(Path(name) / "county", {"consent": consent})
        (folder / "family.csv").write_text("\n".join(rows), encoding="utf-8", newline="")
        with open_dataset(folder) as dataset:
            blank = [sum(not any(cell.strip() for cell in cells) for cells in each) for each in (families, consents)]
            read = {each.table: each.read for each in dataset.counts}
            assert read == {"family": len(families) - blank[0], "consent": len(consents) - blank[1]}
            for each in dataset.counts:
                assert each.read == each.used + each.refused + each.refused_with_parent
                assert dataset.connection.execute(f"SELECT count(*) FROM {each.table}").fetchone() == (each.used,)
                refused = {f.row for f in dataset.findings.rows() if f.table == each.table and "refused" in f.effect}
                assert len(refused) == each.refused + each.refused_with_parent


def test_csv_is_plain_sorted_and_exact(tmp_path: Path) -> None:
    tables: dict[str, list[list[object]]] = {
        "worker": [["worker_id", "district_code", "fte", "from_on"],
                   ["W2", "E07000192", "1.50", ""], ["W1", "E07000192", "10", "2016-01-01"]],
        "referral": [["referral_id", "received_on", "step_up"], ["S1", "2016-01-01", "TRUE"]],
    }  # fmt: skip
    with open_dataset(write_folder(tmp_path / "in", tables)) as dataset:
        write_dataset(dataset, tmp_path / "out", "csv")
        with pytest.raises(FolderNotEmpty, match=r"already holds referral\.csv"):
            write_dataset(dataset, tmp_path / "out", "parquet")
    assert (tmp_path / "out" / "worker.csv").read_bytes() == (
        b"worker_id,district_code,team_id,role,fte,from_on,to_on\nW1,E07000192,,,10,2016-01-01,\nW2,E07000192,,,1.5,,\n"
    )
    assert (tmp_path / "out" / "referral.csv").read_bytes() == (
        b"referral_id,received_on,accepted_on,source_code,step_up,age_years\nS1,2016-01-01,,,true,\n"
    )
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["dataset.json", "referral.csv", "worker.csv"]
