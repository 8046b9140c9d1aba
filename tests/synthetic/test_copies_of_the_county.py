"""Copies: every block a county of its own, no order of dates changed, dates rising through each file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from earlyhelp.dataset.source import open_dataset
from earlyhelp.synthetic import copies
from earlyhelp.synthetic.county import Summary, synthesise
from earlyhelp.synthetic.identifiers import SPAN

COPIES = 3


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Summary:
    return synthesise(tmp_path_factory.mktemp("copies") / "counties", requests=150, seed=5, copies=COPIES)


def rows(copied: Summary, sql: str) -> list[tuple[Any, ...]]:
    named = {table: f"'{copied.out / table}.parquet'" for table in copied.rows}
    return duckdb.execute(sql.format(**named)).fetchall()


def test_every_block_has_every_row(copied: Summary, small_county: Path) -> None:
    for table in ("request", "involvement", "focus", "referral", "closing_form", "school", "staffing"):
        once = len((small_county / f"{table}.csv").read_text(encoding="utf-8").splitlines()) - 1
        assert copied.rows[table] == COPIES * once
        assert rows(copied, f"SELECT count(*) FROM {{{table}}}") == [(COPIES * once,)]


def test_copies_have_no_row_refused_and_no_value_blanked(copied: Summary) -> None:
    with open_dataset(copied.out) as dataset:
        assert {finding.rule for finding in dataset.findings.rows()} <= {"EH0507Q", "EH0604Q"}
        assert all(count.read == count.used and not count.blanked for count in dataset.counts)


def test_identities_are_left_out_unless_asked_for(copied: Summary, tmp_path: Path) -> None:
    assert not (copied.out / "identity.parquet").exists()
    summary = synthesise(tmp_path, requests=20, seed=5, copies=2, identities=True)
    assert summary.rows["identity"] == summary.rows["person"]


def test_a_family_moves_as_a_whole_and_by_whole_weeks(copied: Summary) -> None:
    ages = rows(
        copied,
        f"SELECT CAST(substr(i.involvement_id, 2) AS BIGINT) % {SPAN} AS case, CAST(substr(p.person_id, 2) AS BIGINT) "
        f"% {SPAN} AS child, array_agg(DISTINCT started_on - date_of_birth), count(DISTINCT started_on), "
        "count(DISTINCT dayofweek(started_on)) FROM {involvement} i JOIN {involvement_child} USING (involvement_id) "
        "JOIN {person} p USING (person_id) GROUP BY ALL",
    )
    assert all(len(age) == 1 and weekdays == 1 for _, _, age, _, weekdays in ages)
    assert any(days > 1 for _, _, _, days, _ in ages)


def test_blocks_differ_in_more_than_their_dates(copied: Summary) -> None:
    shares = rows(
        copied,
        f"SELECT CAST(substr(review_id, 2) AS BIGINT) // {SPAN} AS block, count(*) FILTER (progress = 'improving') "
        "FROM {review} GROUP BY block",
    )
    assert len({count for _, count in shares}) == COPIES


def test_dates_rise_through_the_file(copied: Summary) -> None:
    # Slices of base rows follow one another; inside a slice and its four weeks of moving back, any order.
    ordered = rows(copied, "SELECT received_on, file_row_number AS place FROM read_parquet({referral}, "
                           "file_row_number = true) ORDER BY place")  # fmt: skip
    third = len(ordered) // 3
    assert max(day for day, _ in ordered[:third]) < min(day for day, _ in ordered[-third:])


def test_each_block_has_districts_and_schools_of_its_own(copied: Summary) -> None:
    codes = [code for (code,) in rows(copied, "SELECT district_code FROM {district} ORDER BY 1")]
    assert len(codes) == len(set(codes)) == 8 * COPIES
    assert {len(code) for code in codes} == {9}
    assert codes[:2] == ["E07000192", "E07000193"]
    assert rows(copied, "SELECT count(*), count(DISTINCT urn) FROM {school}")[0] == (
        copied.rows["school"], copied.rows["school"],
    )  # fmt: skip


def test_the_same_seed_gives_the_same_rows_in_the_same_order(copied: Summary, tmp_path: Path) -> None:
    synthesise(tmp_path, requests=150, seed=5, copies=COPIES)
    for table in ("request", "focus", "person"):
        again = duckdb.execute(f"SELECT * FROM '{tmp_path / table}.parquet'").fetchall()
        assert again == rows(copied, f"SELECT * FROM {{{table}}}")


def test_no_progress_bar_is_drawn_by_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect, write, seen = duckdb.connect, copies.write_parquet, list[object]()

    def as_in_a_terminal() -> duckdb.DuckDBPyConnection:
        connection = connect()
        connection.execute("SET enable_progress_bar = true")
        return connection

    def look_and_write(connection: duckdb.DuckDBPyConnection, *more: Any) -> None:
        seen.append(connection.execute("SELECT current_setting('enable_progress_bar')").fetchall()[0][0])
        write(connection, *more)

    monkeypatch.setattr(duckdb, "connect", as_in_a_terminal)
    monkeypatch.setattr(copies, "write_parquet", look_and_write)
    synthesise(tmp_path, requests=20, seed=5, copies=2)
    assert set(seen) == {False}
