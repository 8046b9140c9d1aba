"""What of the same period a year earlier may stand beside an edition's figures."""

from __future__ import annotations

import csv
import json
from datetime import date

import pytest

from earlyhelp.editions.edition import publish
from earlyhelp.periods import Period, read_period

SPRING = read_period("2016-01-01", "2016-03-31")


def publish_with(source, out, complete_from):
    about = json.loads((source / "dataset.json").read_text(encoding="utf-8"))
    about["sources"] = {table: {"complete_from": day} for table, day in complete_from.items()}
    (source / "dataset.json").write_text(json.dumps(about), encoding="utf-8")
    made = publish(source, "school-report-card", SPRING, "county", "internal", out)
    path = out / "figures_a_year_earlier.csv"
    assert (path in made.files) == path.exists()
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines())) if path.exists() else []


def test_a_measure_is_compared_where_its_tables_are_complete_from_the_day_before(ambridge, tmp_path):
    rows = publish_with(ambridge, tmp_path / "out", {"request": "2015-01-01"})
    assert {row["measure"] for row in rows} >= {"requests", "requests_from_schools"}
    assert {(row["period_start"], row["period_end"]) for row in rows} == {("2015-01-01", "2015-03-31")}
    # The card sets its own place alone beside a year earlier.
    assert {row["place_level"] for row in rows} == {"county"}


@pytest.mark.parametrize("complete_from", [{"request": "2015-01-02"}, {"request": None}, {}])
def test_nothing_is_compared_where_no_table_says_so(ambridge, tmp_path, complete_from):
    assert publish_with(ambridge, tmp_path / "out", complete_from) == []


def test_years_without_known_bank_holidays_are_not_compared(ambridge, tmp_path):
    with (ambridge / "request.csv").open("a", encoding="utf-8") as file:
        file.write("R5,F1,1999-02-01,support,2A,E07000901,\n")
    about = json.loads((ambridge / "dataset.json").read_text(encoding="utf-8"))
    about["sources"] = {"request": {"complete_from": "1990-01-01"}}
    (ambridge / "dataset.json").write_text(json.dumps(about), encoding="utf-8")
    period = read_period("2000-01-01", "2000-03-31")
    made = publish(ambridge, "school-report-card", period, "county", "internal", tmp_path / "out")
    assert "figures_a_year_earlier.csv" not in {path.name for path in made.files}
    assert made.failed == ()


@pytest.mark.parametrize(
    ("first", "last"), [(date(2016, 8, 1), date(2016, 10, 31)), (date(2014, 9, 1), date(2016, 8, 31))]
)
def test_a_period_that_is_not_over_or_longer_than_a_year_is_compared_with_nothing(ambridge, tmp_path, first, last):
    about = json.loads((ambridge / "dataset.json").read_text(encoding="utf-8"))
    about["sources"] = {"request": {"complete_from": "2000-01-01"}}
    (ambridge / "dataset.json").write_text(json.dumps(about), encoding="utf-8")
    publish(ambridge, "school-report-card", Period(first, last), "county", "internal", tmp_path / "out")
    assert not (tmp_path / "out" / "figures_a_year_earlier.csv").exists()
