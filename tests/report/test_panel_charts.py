from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.report.charts.chart import ChartBar
from earlyhelp.report.charts.draw import draw
from earlyhelp.report.charts.layout import LAYOUTS, NARROW, WIDE
from earlyhelp.report.charts.panels import Panel, PanelChart
from earlyhelp.report.numbers import Form
from tests.report.test_charts import bars_of, of_class, width_of, words_of


@pytest.fixture
def panel(cells):
    def make(title: str, *counts: int) -> Panel:
        labels = ("Parenting", "Behaviour & school", "Housing")
        return Panel(
            title, tuple(ChartBar(label, cells.count(count)) for label, count in zip(labels, counts, strict=False))
        )

    return make


def starts_of(svg: str) -> list[float]:
    return sorted({float(axis.attrib["x1"]) for axis in of_class(svg, "axis")})


@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_panels_are_on_one_scale(panel, layout):
    chart = PanelChart("x", (panel("EYFS", 10, 20, 5), panel("KS1", 40, 80, 20)), Form.COUNT)
    bars = bars_of(draw(chart, "x", layout))
    widths = [width_of(bar) for bar in bars]
    assert all(float(bar.attrib["x"]) + width_of(bar) < layout.width for bar in bars)
    assert sorted(width / max(widths) for width in widths) == pytest.approx(
        sorted(count / 80 for count in (10, 20, 5, 40, 80, 20)), abs=0.01
    )


@pytest.mark.parametrize(("count", "abreast"), [(1, 1), (3, 3), (5, 5), (6, 3), (7, 3)])
def test_at_most_five_panels_stand_abreast_and_more_stand_in_threes(panel, count, abreast):
    chart = PanelChart("x", tuple(panel(f"KS{place}", 10, 20, 5) for place in range(count)), Form.COUNT)
    svg = draw(chart, "x", WIDE)
    assert len(starts_of(svg)) == abreast
    assert words_of(svg).count("Parenting") == -(-count // abreast)
    assert len(starts_of(draw(chart, "x", NARROW))) == 1


def test_panels_whose_titles_need_more_room_stand_in_threes(panel):
    chart = PanelChart("x", tuple(panel("Staffordshire", 10, 20, 5) for _ in range(5)), Form.COUNT)
    assert len(starts_of(draw(chart, "x", WIDE))) == 3


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_gap_in_a_panel_is_its_word_and_no_mark(cells, panel, layout):
    gap = Panel("KS1", (ChartBar("Parenting", cells.without_number(Status.NOT_YET_AVAILABLE)),))
    chart = PanelChart("x", (Panel("EYFS", (ChartBar("Parenting", cells.count(3)),)), gap), Form.COUNT)
    svg = draw(chart, "x", layout)
    assert len(bars_of(svg)) == 1
    assert " ".join(words.text or "" for words in of_class(svg, "gap")) == "[x] not yet available"


def test_the_year_before_is_marked_only_where_there_is_one(cells):
    bars = (ChartBar("Parenting", cells.count(3), cells.count(9)), ChartBar("Housing", cells.count(3)))
    svg = draw(PanelChart("x", (Panel("EYFS", bars),), Form.COUNT), "x", WIDE)
    assert len(of_class(svg, "earlier")) == 1


def test_shares_of_fewer_than_twenty_are_printed_as_counts(cells):
    bars = (ChartBar("Parenting", cells.share(3, 12)), ChartBar("Housing", cells.share(30, 60)))
    assert {"3 of 12", "50%"} <= set(words_of(draw(PanelChart("x", (Panel("EYFS", bars),), Form.PERCENT), "x", WIDE)))


def test_panels_with_different_bars_are_refused(cells, panel):
    with pytest.raises(ValueError, match="do not have the same bars"):
        PanelChart("x", (panel("EYFS", 1), panel("KS1", 1, 2)), Form.COUNT)


def test_the_description_says_every_bar_of_every_panel_with_its_counts(cells):
    bars = (ChartBar("Parenting", cells.share(30, 60)), ChartBar("Housing", cells.without_number(Status.SUPPRESSED)))
    chart = PanelChart("x", (Panel("EYFS", bars), Panel("KS1", bars)), Form.PERCENT)
    assert chart.description == (
        "EYFS: Parenting: 50% (30 of 60); Housing: hidden. KS1: Parenting: 50% (30 of 60); Housing: hidden."
    )


def test_labels_are_escaped_and_the_same_chart_gives_the_same_bytes(panel):
    chart = PanelChart("<x>", (panel("<EYFS>", 1, 2, 3),), Form.COUNT)
    first, second = draw(chart, "x", WIDE), draw(chart, "x", WIDE)
    assert first == second
    assert {"<EYFS>", "Behaviour & school"} <= set(words_of(first))
    assert "<x>" not in first
