from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.report.charts.cascade import CascadeChart
from earlyhelp.report.charts.chart import ChartBar
from earlyhelp.report.charts.draw import draw
from earlyhelp.report.charts.kinds import has_a_mark, said_of_hidden_parts
from earlyhelp.report.charts.layout import LAYOUTS, WIDE
from tests.report.test_charts import bars_of, width_of, words_of


@pytest.fixture
def requests(cells):
    parts = (("Work began", 60), ("Advice & information", 30), ("Refused", 10))
    return CascadeChart(
        "What became of <requests>",
        ChartBar("All requests", cells.count(100)),
        tuple(ChartBar(label, cells.count(count)) for label, count in parts),
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_part_begins_where_the_one_before_it_ended_and_the_last_ends_with_the_total(requests, layout):
    total, *parts = bars_of(draw(requests, "x", layout))
    begins = [float(part.attrib["x"]) for part in parts]
    ends = [float(part.attrib["x"]) + width_of(part) for part in parts]
    assert begins == pytest.approx([float(total.attrib["x"]), *ends[:-1]], abs=0.2)
    assert ends[-1] == pytest.approx(float(total.attrib["x"]) + width_of(total), abs=0.2)
    assert width_of(parts[0]) == pytest.approx(width_of(total) * 0.6, abs=0.2)
    assert {"100", "60", "30", "10"} <= set(words_of(draw(requests, "x", layout)))


def test_parts_that_do_not_add_up_are_refused(cells):
    with pytest.raises(ValueError, match="do not add up"):
        CascadeChart("x", ChartBar("All", cells.count(5)), (ChartBar("Some", cells.count(4)),))


@pytest.mark.parametrize("status", [status for status in Status if not status.has_number])
def test_a_whole_with_a_part_unknown_is_not_drawn_and_where_it_is_hidden_that_is_said(cells, status):
    parts = (
        ChartBar("Work began", cells.count(60)),
        ChartBar("Refused", cells.without_number(status)),
        ChartBar("Advice", cells.count(30)),
    )
    chart = CascadeChart("x", ChartBar("All", cells.count(100)), parts)
    assert not has_a_mark(chart)
    assert bool(said_of_hidden_parts(chart)) == (status is Status.SUPPRESSED)
    assert "100" in chart.description
    assert "40" not in chart.description


def test_a_part_of_none_says_nought_and_has_no_bar(cells):
    parts = (ChartBar("Work began", cells.count(60)), ChartBar("Refused", cells.count(0)))
    svg = draw(CascadeChart("x", ChartBar("All", cells.count(60)), parts), "x", WIDE)
    assert "0" in words_of(svg)
    assert len(bars_of(svg)) == 2


def test_the_description_says_the_total_and_every_part(requests):
    assert requests.description == (
        "All requests: 100. Of these: Work began: 60; Advice & information: 30; Refused: 10."
    )


def test_labels_are_escaped_and_the_same_chart_gives_the_same_bytes(requests):
    first, second = draw(requests, "x", WIDE), draw(requests, "x", WIDE)
    assert first == second
    assert "Advice & information" in words_of(first)
    assert "<requests>" not in first
