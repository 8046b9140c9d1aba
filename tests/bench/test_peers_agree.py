"""What `make bench` measures against counts the same: a peer that counted less would be faster for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.against_hand_written import differing_cells
from bench.against_other_processes import differing_cells as differing_from_pandas
from bench.england import as_cells, open_views, scan
from bench.results import Result
from bench.twelve import COLUMNS, TWELVE, scope_of
from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.source import Dataset, open_dataset
from earlyhelp.measures.calculate import calculate
from earlyhelp.synthetic.county import synthesise


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("bench") / "county"
    synthesise(out, requests=300, seed=7, form="parquet")
    return out


@pytest.fixture(scope="module")
def county(folder: Path) -> Iterator[Dataset]:
    with open_dataset(folder) as dataset:
        yield dataset


def test_hand_written_sql_counts_what_compiled_sql_counts(county: Dataset) -> None:
    number, lines = differing_cells(county.connection, scope_of())
    assert number > 1000
    assert lines == []


def test_each_of_the_twelve_measures_has_something_to_count(county: Dataset) -> None:
    counted = {figure.measure for figure in calculate(county.connection, scope_of()) if figure.count}
    assert counted == set(TWELVE)


def test_views_over_files_give_the_cells_of_the_opened_dataset(county: Dataset, folder: Path, tmp_path: Path) -> None:
    with open_views(folder, str(tmp_path)) as views:
        of_views = as_cells(calculate(views, scope_of(("county",))))
        scan(views)
    assert of_views == as_cells(calculate(county.connection, scope_of(("county",))))


def test_a_scan_names_columns_that_exist() -> None:
    assert all(TABLES[table].column(column) for table, columns in COLUMNS.items() for column in columns)


def test_a_cell_that_pandas_counts_otherwise_is_reported() -> None:
    ours: dict[str, list[int | None]] = {"requests all": [3, None], "requests phase=special": [0, 4]}
    assert differing_from_pandas(ours, {"requests all": [3, None]}) == []
    assert differing_from_pandas(ours, {"requests all": [2, None]}) == [
        "requests all: ours [3, None], pandas [2, None]"
    ]
    assert len(differing_from_pandas(ours, {})) == 1


@pytest.mark.parametrize(
    ("number", "processor", "verdict"),
    [(1.9, 1.8, "met"), (1.9, 2.1, "NOT MET"), (2.1, 1.8, "NOT MET"), (None, None, "NOT RUN")],
)
def test_a_goal_is_met_only_by_clock_and_processor(number: float | None, processor: float | None, verdict: str) -> None:
    assert Result("what", "", "", number, 2.0, processor).verdict == verdict
