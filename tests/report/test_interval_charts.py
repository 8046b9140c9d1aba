from __future__ import annotations

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.report.charts.draw import draw
from earlyhelp.report.charts.intervals import IntervalChart, IntervalRow
from earlyhelp.report.charts.layout import LAYOUTS, WIDE
from tests.report.test_charts import SVG, of_class, words_of


@pytest.fixture
def districts(cells):
    return (
        IntervalRow("Felpersham", cells.share(30, 60)),
        IntervalRow("Ambridge & Penny Hassett", cells.share(7, 12)),
        IntervalRow("Hollerton", cells.without_number(Status.SUPPRESSED)),
        IntervalRow("Borsetshire", cells.share(90, 100), is_total=True),
    )


def dots_of(svg: str) -> list[float]:
    return [float(mark.attrib["cx"]) for mark in of_class(svg, "mark") if mark.tag == f"{SVG}circle"]


def ranges_of(svg: str) -> list[tuple[float, float]]:
    paths = [mark.attrib["d"] for mark in of_class(svg, "mark") if mark.tag == f"{SVG}path"]
    return [(float(path.split()[0][1:]), float(path.split("H")[1].split("M")[0])) for path in paths]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_share_of_too_few_and_a_hidden_one_are_gaps_with_their_words(districts, layout):
    svg = draw(IntervalChart("x", districts), "x", layout)
    assert [gap.text for gap in of_class(svg, "gap")] == ["7 of 12: too few", "[c]"]
    assert len(dots_of(svg)) == len(ranges_of(svg)) == 2
    assert {"50%", "90%"} <= set(words_of(svg))


def test_each_dot_lies_within_its_range(districts):
    svg = draw(IntervalChart("x", districts), "x", WIDE)
    assert all(low < dot < high for dot, (low, high) in zip(dots_of(svg), ranges_of(svg), strict=True))


def test_dots_and_the_line_of_comparison_stand_on_one_scale(cells):
    rows = tuple(IntervalRow(f"{count}", cells.share(count, 1000)) for count in (0, 400, 800))
    svg = draw(IntervalChart("x", rows, cells.share(400, 1000), "Borsetshire"), "x", WIDE)
    nothing, middle, most = dots_of(svg)
    line = float(of_class(svg, "target")[0].attrib["d"].split()[0].removeprefix("M"))
    assert middle - nothing == pytest.approx((most - nothing) / 2, abs=0.2)
    assert line == pytest.approx(middle, abs=0.2)
    assert "Borsetshire 40%" in words_of(svg)


@pytest.mark.parametrize(("count", "last"), [(10, "20%"), (300, "50%"), (600, "75%"), (900, "100%")])
def test_the_scale_is_the_smallest_that_holds_every_range(cells, count, last):
    svg = draw(IntervalChart("x", (IntervalRow("Felpersham", cells.share(count, 1000)),)), "x", WIDE)
    assert words_of(svg)[: words_of(svg).index(last) + 1][-1] == last
    assert max(high for _, high in ranges_of(svg)) < WIDE.width


def test_the_scale_holds_the_line_of_comparison(cells):
    chart = IntervalChart("x", (IntervalRow("Felpersham", cells.share(10, 1000)),), cells.share(60, 100), "County")
    assert "75%" in words_of(draw(chart, "x", WIDE))


def test_a_comparison_with_too_few_has_no_line(cells):
    chart = IntervalChart("x", (IntervalRow("Felpersham", cells.share(10, 100)),), cells.share(3, 12), "County")
    assert not of_class(draw(chart, "x", WIDE), "target")


def test_the_description_says_counts_range_and_comparison(districts, cells):
    assert IntervalChart("x", districts, cells.share(127, 172), "County").description == (
        "Felpersham: 50% (30 of 60), range 38% to 62%; Ambridge & Penny Hassett: 7 of 12; Hollerton: hidden; "
        "Borsetshire: 90% (90 of 100), range 83% to 94%. County: 74% (127 of 172)."
    )


def test_labels_are_escaped_and_the_same_chart_gives_the_same_bytes(districts):
    first, second = (draw(IntervalChart("<x>", districts), "x", WIDE) for _ in range(2))
    assert first == second
    assert "Ambridge & Penny" in " ".join(words_of(first))
    assert "<x>" not in first


def test_figures_that_have_not_passed_the_gate_are_refused(cells):
    with pytest.raises(TypeError, match="released cells only"):
        IntervalRow("Felpersham", cells.figure(3))
    with pytest.raises(TypeError, match="released cells only"):
        IntervalChart("x", (), cells.figure(3))
