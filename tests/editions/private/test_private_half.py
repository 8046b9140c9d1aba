"""The half that the authority keeps: it gives the same figures again, and names nobody."""

from __future__ import annotations

import csv
import json
import os
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.editions.edition import publish
from earlyhelp.editions.manner import Manner
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import Period
from earlyhelp.publications.settings import CardSettings
from earlyhelp.report.writers.figures_csv import write_figures_csv

PERIOD = Period(date(2016, 1, 1), date(2016, 7, 31))
SETTINGS = CardSettings(key=b"of the council", keep_months=25)


@pytest.fixture(scope="module")
def edition(invented_county: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("edition") / "out"
    publish(invented_county, "school-report-card", PERIOD, "all", "internal", out, Manner(SETTINGS))
    return out


@pytest.fixture
def kept(edition: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The private half as somebody opens it who has the folder alone."""
    with duckdb.connect() as connection:
        for path in (edition / "private" / "tables").glob("*.parquet"):
            connection.execute(f"CREATE VIEW {path.stem} AS SELECT * FROM '{path}'")
        yield connection


def manifest_of(edition: Path) -> dict[str, Any]:
    return json.loads((edition / "private" / "manifest.json").read_text(encoding="utf-8"))


def schools_of(edition: Path) -> tuple[str, ...]:
    """The schools with a card, whose zeros are written too."""
    places = json.loads((edition / "manifest.json").read_text(encoding="utf-8"))["places"]
    return tuple(place["code"] for place in places if place["level"] == "school")


def test_every_figure_can_be_calculated_again_from_the_tables_kept(edition, invented_county):
    from earlyhelp.disclosure.gate import release

    tables = edition / "private" / "tables"
    present = frozenset(path.stem for path in tables.glob("*.parquet")) & TABLES.keys()
    about = json.loads((invented_county / "dataset.json").read_text(encoding="utf-8"))
    scope = Scope(
        PERIOD, date.fromisoformat(about["as_at"]), about["county_code"], present,
        {name: date.fromisoformat(source["complete_from"]) for name, source in about["sources"].items()},
        whole_schools=schools_of(edition),
    )  # fmt: skip
    with duckdb.connect() as connection:
        for name in sorted(present):
            connection.execute(f"CREATE VIEW {name} AS SELECT * FROM '{tables / f'{name}.parquet'}'")
        again = release(calculate(connection, scope), audience="internal", as_at=scope.as_at)
    assert write_figures_csv(again.cells) == (edition / "private" / "figures.csv").read_text(encoding="utf-8")


def test_the_sql_that_is_kept_runs_over_the_tables_and_gives_the_figure(edition, monkeypatch):
    private = edition / "private"
    monkeypatch.chdir(private)
    with duckdb.connect() as connection:
        for path in sorted((private / "sql").glob("*.sql")):
            connection.execute(path.read_text(encoding="utf-8"))
        sql = (private / "sql" / "2_rows_support_requests.sql").read_text(encoding="utf-8")
        cursor = connection.execute(sql)
        names = [column[0] for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    of_county = max(rows, key=lambda row: row["grouping_number"])
    with (private / "figures.csv").open(encoding="utf-8", newline="") as file:
        counts = {
            (row["measure"], row["breakdown"]): row["count"]
            for row in csv.DictReader(file)
            if row["place_level"] == "county"
        }
    assert of_county["n0"] > 0
    assert str(of_county["n0"]) == counts["requests", "all"]


def test_no_id_and_no_value_of_an_identity_is_kept_anywhere(edition, invented_county, kept):
    ids = {
        value
        for table in ("family", "person", "request", "involvement", "focus", "assessment", "review", "referral")
        for value in values_of(invented_county / f"{table}.csv", TABLES[table].key)
    }
    named = ("forename", "surname", "former_surname", "postcode", "upn", "nhs_number", "date_of_birth")
    identities = values_of(invented_county / "identity.csv", named)
    days_of_birth = values_of(invented_county / "identity.csv", ("date_of_birth",))
    kept_values: set[str] = set()
    for (name,) in kept.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall():
        for row in kept.execute(f"SELECT COLUMNS(*)::VARCHAR FROM {name}").fetchall():
            kept_values.update(value for value in row if value is not None)
    assert len(ids) > 500
    assert kept_values & ids == set()
    # A day may be that of a birth by chance, as the day of a request; no column holds days of birth.
    assert kept_values & (identities - days_of_birth) == set()
    texts = "".join(path.read_text(encoding="utf-8") for path in (edition / "private").rglob("*.sql"))
    texts += (edition / "private" / "manifest.json").read_text(encoding="utf-8")
    assert [value for value in ids if f"'{value}'" in texts] == []


def values_of(path: Path, columns: tuple[str, ...]) -> set[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row[column] for row in csv.DictReader(file) for column in columns if row.get(column)}


def test_its_manifest_says_until_when_it_is_kept_and_how_ids_were_hashed(edition, invented_county):
    manifest = manifest_of(edition)
    assert manifest["as_at"] == "2016-09-15"
    assert manifest["keep_until"] == "2018-10-15"
    assert manifest["pseudonyms"] == "keyed"
    with duckdb.connect() as connection:
        for name, told in manifest["tables"].items():
            path = edition / "private" / "tables" / f"{name}.parquet"
            assert connection.execute(f"SELECT count(*) FROM '{path}'").fetchall() == [(told["rows"],)]
    assert "of the council" not in json.dumps(manifest)


def test_its_manifest_knows_every_file(edition):
    private = edition / "private"
    files = {path.relative_to(private).as_posix() for path in private.rglob("*") if path.is_file()}
    assert manifest_of(edition)["files_sha256"].keys() == files - {"manifest.json"}


def test_the_key_is_nowhere_in_the_edition(edition):
    found = [path.name for path in edition.rglob("*") if path.is_file() and SETTINGS.key in path.read_bytes()]
    assert found == []


def test_it_says_what_it_is_and_when_to_delete_it(edition):
    text = (edition / "private" / "README.txt").read_text(encoding="utf-8")
    assert "Delete this folder after 2018-10-15." in text
    assert "Never hand it over with the cards." in " ".join(text.split())


def test_without_a_key_it_says_that_pseudonyms_are_not_secret(ambridge, tmp_path):
    publish(ambridge, "school-report-card", PERIOD, "county", "internal", tmp_path / "out")
    assert manifest_of(tmp_path / "out")["pseudonyms"] == "not secret"
    assert "not secret" in (tmp_path / "out" / "private" / "README.txt").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="the system knows no owners")
def test_its_owner_alone_may_open_it(edition):
    private = edition / "private"
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (private, *private.rglob("*")) if path.is_dir()}
    assert modes == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in private.rglob("*") if path.is_file()} == {0o600}


def test_rows_stand_in_the_order_of_their_pseudonyms(kept):
    ids = [row[0] for row in kept.execute("SELECT request_id FROM request").fetchall()]
    assert ids == sorted(ids)
    assert all(len(each) == 16 for each in ids)


def test_it_may_be_left_out(ambridge, tmp_path):
    made = publish(
        ambridge, "school-report-card", PERIOD, "county", "internal", tmp_path / "out", Manner(keeps_private=False)
    )
    assert made.private is None
    assert not (tmp_path / "out" / "private").exists()


def with_as_at(source: Path, day: str) -> Path:
    about = json.loads((source / "dataset.json").read_text(encoding="utf-8"))
    (source / "dataset.json").write_text(json.dumps(about | {"as_at": day}), encoding="utf-8")
    return source


@pytest.mark.parametrize(
    ("keeps_private", "became"), [(True, "That of this edition has taken its place."), (False, "Delete it.")]
)
def test_one_that_was_kept_too_long_is_told_of(ambridge, tmp_path, keeps_private, became):
    out = tmp_path / "out"
    publish(ambridge, "school-report-card", PERIOD, "county", "internal", out, Manner(CardSettings(keep_months=1)))
    later, manner = with_as_at(ambridge, "2016-10-16"), Manner(keeps_private=keeps_private)
    made = publish(later, "school-report-card", PERIOD, "county", "internal", out, manner)
    assert f"{out / 'private'} was to be kept until 2016-10-15, which is past. {became}" in made.says


def test_one_is_kept_to_the_end_of_its_last_day(ambridge, tmp_path):
    out = tmp_path / "out"
    publish(ambridge, "school-report-card", PERIOD, "county", "internal", out, Manner(CardSettings(keep_months=1)))
    made = publish(with_as_at(ambridge, "2016-10-15"), "school-report-card", PERIOD, "county", "internal", out)
    assert not any("was to be kept" in sentence for sentence in made.says)


def test_one_that_takes_the_place_of_another_leaves_none_of_its_files(ambridge, tmp_path):
    out = tmp_path / "out"
    publish(ambridge, "school-report-card", PERIOD, "county", "internal", out)
    (out / "private" / "note.txt").write_text("by hand", encoding="utf-8")
    (ambridge / "district.csv").unlink()
    (ambridge / "request.csv").unlink()
    publish(ambridge, "school-report-card", PERIOD, "county", "internal", out)
    assert not (out / "private" / "tables" / "request.parquet").exists()
    assert (out / "private" / "note.txt").exists()


def test_a_refusal_leaves_none(ambridge, tmp_path):
    with pytest.raises(ValueError, match="Atlantis"):
        publish(ambridge, "school-report-card", PERIOD, "Atlantis", "internal", tmp_path / "out")
    assert not (tmp_path / "out").exists()
