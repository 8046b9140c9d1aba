"""What is written: the same bytes for the same seed, a dataset without faults, and never over anything else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import pytest

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.source import open_dataset
from earlyhelp.synthetic.chance import Chance, Weighted
from earlyhelp.synthetic.county import synthesise


def read_all(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, small_county: Path) -> None:
    synthesise(tmp_path / "again", requests=150, seed=5)
    assert read_all(tmp_path / "again") == read_all(small_county)


def test_another_seed_gives_other_families(tmp_path: Path, small_county: Path) -> None:
    synthesise(tmp_path / "other", requests=150, seed=6)
    assert (tmp_path / "other" / "person.csv").read_bytes() != (small_county / "person.csv").read_bytes()


def test_one_concern_never_moves_the_numbers_of_another() -> None:
    alone = Chance(1).stream("reviews").random()
    chance = Chance(1)
    chance.stream("a table to come").random()
    assert chance.stream("reviews").random() == alone


def test_nothing_is_drawn_where_no_weight_is_above_zero() -> None:
    with pytest.raises(ValueError, match="no weight"):
        Weighted({"a": 0})


def test_a_value_of_no_weight_is_never_drawn() -> None:
    stream = Chance(1).stream("draws")
    weighted = Weighted({"never": 0, "always": 1, "not either": 0})
    assert {weighted.draw(stream) for _ in range(200)} == {"always"}


def test_every_table_is_written_with_its_declared_columns(small_county: Path) -> None:
    for table in TABLES.values():
        names = (small_county / f"{table.name}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
        assert names == [column.name for column in table.columns]


@pytest.mark.parametrize("as_at", [date(2016, 9, 15), date(2016, 8, 31), date(2020, 2, 29), date(2026, 1, 1)])
def test_a_clean_county_has_no_row_refused_and_no_value_blanked(tmp_path: Path, as_at: date) -> None:
    synthesise(tmp_path, requests=150, seed=8, as_at=as_at)
    with open_dataset(tmp_path, restricted=True) as dataset:
        assert {finding.rule for finding in dataset.findings.rows()} <= {"EH0507Q", "EH0604Q"}
        assert all(count.read == count.used and not count.blanked for count in dataset.counts)
        assert dataset.manifest.as_at == as_at


def test_a_clean_county_raises_few_queries(tmp_path: Path) -> None:
    summary = synthesise(tmp_path, requests=1000, seed=9)
    with open_dataset(tmp_path, restricted=True) as dataset:
        assert dataset.findings.count() <= 0.03 * summary.rows["involvement"]


def test_parquet_holds_the_rows_of_csv(tmp_path: Path, small_county: Path) -> None:
    synthesise(tmp_path, requests=150, seed=5, form="parquet")
    for table in ("review", "link", "staffing", "referral"):
        rows = []
        for source in (small_county / f"{table}.csv", tmp_path / f"{table}.parquet"):
            typed = ", ".join(f'CAST("{c.name}" AS {c.duckdb_type})' for c in TABLES[table].columns)
            rows.append(duckdb.execute(f"SELECT {typed} FROM '{source}'").fetchall())
        assert rows[0] == rows[1]
        assert rows[0]


def test_a_folder_that_holds_anything_else_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "request.csv").write_text("request_id\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not empty"):
        synthesise(tmp_path, requests=5, seed=1)
    assert (tmp_path / "request.csv").read_text(encoding="utf-8") == "request_id\n"


def test_an_earlier_invented_county_is_replaced_whatever_its_form(tmp_path: Path) -> None:
    synthesise(tmp_path, requests=5, seed=1, form="parquet")
    synthesise(tmp_path, requests=5, seed=1)
    assert not list(tmp_path.glob("*.parquet"))


@pytest.mark.parametrize(
    "options",
    [
        {"requests": 0},
        {"form": "xlsx"},
        {"copies": 0},
        {"dirty": True, "form": "parquet"},
        {"dirty": True, "copies": 2},
    ],
)
def test_an_option_that_cannot_be_is_refused_before_anything_is_written(
    tmp_path: Path, options: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match="county"):
        synthesise(tmp_path / "out", **{"requests": 5, "seed": 1, **options})  # type: ignore[arg-type]
    assert not (tmp_path / "out").exists()
