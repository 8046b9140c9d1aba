from __future__ import annotations

from decimal import Decimal

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.report.charts.draw import draw
from earlyhelp.report.charts.layout import LAYOUTS, NARROW, WIDE
from earlyhelp.report.charts.survival import SurvivalChart, SurvivalPoint
from earlyhelp.report.charts.svg import text_width
from tests.report.test_charts import SVG, of_class, words_of

SHARES = ("0.95", "0.9", "0.8", "0.7", "0.6", "0.5", "0.45", "0.4", "0.35", "0.3", "0.25", "0.2")


@pytest.fixture
def point(cells):
    def make(months: int, share: str, out_of: int = 400) -> SurvivalPoint:
        figure = cells.figure(None, out_of, value=Decimal(share), unit="share of involvements")
        return SurvivalPoint(months, cells.release(figure))

    return make


@pytest.fixture
def year(point):
    return tuple(point(place + 1, share) for place, share in enumerate(SHARES))


def steps_of(svg: str) -> list[tuple[float, float]]:
    """Return where the line stands after each of its steps."""
    line = next(mark for mark in of_class(svg, "axis") if mark.attrib.get("stroke-width") == "2.5")
    moves = [step.split("V") for step in line.attrib["d"].split("H")[1:]]
    return [(float(x), float(y)) for x, y in moves]


def dots_of(svg: str) -> list[tuple[float, float]]:
    dots = [mark for mark in of_class(svg, "mark") if mark.tag == f"{SVG}circle"]
    return [(float(dot.attrib["cx"]), float(dot.attrib["cy"])) for dot in dots]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_line_begins_at_all_and_comes_down_to_each_share_in_its_month(year, layout):
    svg = draw(SurvivalChart("x", year, (6,)), "x", layout)
    (first, _), (last, bottom) = steps_of(svg)[0], steps_of(svg)[-1]
    sixth = steps_of(svg)[5]
    assert of_class(svg, "mark")[0].attrib["d"].startswith("M40 0H")
    assert (sixth[0] - 40) == pytest.approx((last - 40) / 2, abs=0.2)
    assert (first - 40) == pytest.approx((last - 40) / 12, abs=0.2)
    assert bottom / sixth[1] == pytest.approx(0.8 / 0.5, abs=0.01)


def test_the_months_to_be_told_have_a_dot_on_the_line_and_words_beside_it(year):
    svg = draw(SurvivalChart("x", year, (6, 12)), "x", WIDE)
    assert {"50% still open at 6 months", "20% still open at 12 months"} <= set(words_of(svg))
    assert set(dots_of(svg)) <= set(steps_of(svg))
    assert {"50% at 6 months", "20% at 12 months"} <= set(
        words_of(draw(SurvivalChart("x", year, (6, 12)), "x", NARROW))
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_words_beside_a_flat_line_neither_touch_it_nor_each_other_nor_the_edge(point, layout):
    points = tuple(point(month, str(1 - Decimal(month) / 1000)) for month in range(1, 25))
    svg = draw(SurvivalChart("x", points, (6, 12, 24)), "x", layout)
    group = next(iter(of_class(svg, f"chart {layout.name}")[0].iter(f"{SVG}g")))
    told = [words for words in group.iter(f"{SVG}text") if words.attrib.get("font-weight") == "bold"]
    baselines = sorted(float(words.attrib["y"]) for words in told)
    assert baselines[1] - baselines[0] >= 14
    assert baselines[2] - baselines[1] >= 14
    assert baselines[-1] < min(y for _, y in steps_of(svg))
    assert all(float(words.attrib["x"]) + text_width(words.text or "") <= layout.width for words in told)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_line_ends_at_the_first_month_without_a_number_and_says_why(cells, year, layout):
    gap = SurvivalPoint(7, cells.without_number(Status.NOT_YET_AVAILABLE))
    svg = draw(SurvivalChart("x", (*year[:6], gap, *year[7:]), (6, 12)), "x", layout)
    assert len(steps_of(svg)) == 6
    assert len(dots_of(svg)) == 1
    assert [words.text for words in of_class(svg, "gap")] == ["[x] not yet available"]


def test_a_share_of_too_few_is_no_line(point):
    svg = draw(SurvivalChart("x", tuple(point(month, "0.9", 12) for month in range(1, 13)), (6,)), "x", WIDE)
    assert not of_class(svg, "mark")
    assert [words.text for words in of_class(svg, "gap")] == ["too few"]


def test_the_description_says_every_month_with_its_status(cells, point):
    points = (point(1, "0.95"), point(2, "0.9"), SurvivalPoint(3, cells.without_number(Status.SUPPRESSED)))
    assert (
        SurvivalChart("x", points, ()).description == "after 1 month: 95%; after 2 months: 90%; after 3 months: hidden."
    )


def test_the_title_is_escaped_and_the_same_chart_gives_the_same_bytes(year):
    first, second = (draw(SurvivalChart("<x>", year, (6,)), "x", WIDE) for _ in range(2))
    assert first == second
    assert "<x>" not in first
