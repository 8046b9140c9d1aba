"""What another tool is given of a card's charts holds all of them; one that drew less would be noticed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bench.against_altair import every_kind, missing_words
from bench.against_other_processes import run_process
from bench.cards import CHART_MILLISECONDS
from bench.charts_as_rows import as_rows
from bench.county_card import charts_of, county_card
from bench.results import Result
from earlyhelp.report.charts.kinds import Chart
from earlyhelp.synthetic.county import synthesise


@pytest.fixture(scope="module")
def charts(tmp_path_factory: pytest.TempPathFactory) -> list[Chart]:
    folder = tmp_path_factory.mktemp("bench") / "county"
    synthesise(folder, requests=1500, seed=7)
    return charts_of(county_card(folder))


def kinds(charts: list[Chart]) -> set[str]:
    return {type(chart).__name__ for chart in charts}


def test_a_sample_holds_every_kind_of_chart_and_never_one_twice(charts: list[Chart]) -> None:
    sample = every_kind(charts, len(kinds(charts)))
    assert kinds(sample) == kinds(charts)
    assert len({chart.title for chart in sample}) == len(sample)
    assert len(every_kind(charts, 1000)) == len(charts)


def test_every_chart_can_be_handed_over_with_a_row_for_each_mark(charts: list[Chart]) -> None:
    for chart in charts:
        rows = as_rows(chart)["rows"]
        assert json.loads(json.dumps(rows)) == rows
        assert rows
        assert all({"value", "told"} <= row.keys() for row in rows)


def test_every_kind_a_card_draws_is_drawn_by_the_other_tool(charts: list[Chart]) -> None:
    peer = (Path(__file__).parents[2] / "bench" / "in_altair.py").read_text(encoding="utf-8")
    assert [kind for kind in kinds(charts) if f'"{kind}":' not in peer] == []


def test_a_number_that_the_other_tool_leaves_out_is_reported() -> None:
    chart = {"title": "Requests", "rows": [{"told": "1,121"}, {"told": "7"}, {"told": "7"}, {"told": ""}]}
    whole = "<svg><text x='1'>1,121</text><text>7</text><text>7</text></svg>"
    assert missing_words([chart], [whole]) == []
    assert missing_words([chart], ["<svg><text>1,121</text><text>7</text></svg>"]) == ["Requests: 7"]
    assert missing_words([chart], ["<svg/>"]) == ["Requests: 1,121", "Requests: 7"]


def test_a_command_is_measured_apart_from_who_started_it() -> None:
    quiet = run_process(sys.executable, "-m", "bench.launched", sys.executable, "-c", "raise SystemExit(3)")
    large = run_process(sys.executable, "-m", "bench.launched", sys.executable, "-c", "x = b'x' * 80_000_000")
    assert (quiet["exit"], large["exit"]) == (3, 0)
    assert large["peak_mib"] - quiet["peak_mib"] > 60  # type: ignore[operator]


def test_a_goal_in_milliseconds_is_printed_as_one() -> None:
    result = Result("drawing a chart", "", "", 0.15, CHART_MILLISECONDS, unit="ms")
    assert (result.number_text, result.goal_text, result.verdict) == ("0.15 ms", "at most 0.2 ms", "met")
