from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.report.charts import palette
from earlyhelp.report.charts.chart import BarChart, ChartBar, ColumnChart, StackedBarChart, StackedRow, has_a_mark
from earlyhelp.report.charts.draw import draw
from earlyhelp.report.charts.layout import LAYOUTS, NARROW, WIDE
from earlyhelp.report.charts.svg import text_width, wrap
from earlyhelp.report.numbers import Form

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def six_statuses(cells):
    gaps = [ChartBar(status.value, cells.without_number(status)) for status in Status if not status.has_number]
    return (ChartBar("Police", cells.count(4)), ChartBar("Health", cells.count(0)), *gaps)


def words_of(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def bars_of(svg: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(svg).iter(f"{SVG}rect"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_of_the_six_statuses_shows_and_only_a_value_has_a_bar(six_statuses, layout):
    for chart in (BarChart("Requests", six_statuses, Form.COUNT), ColumnChart("Requests", six_statuses, Form.COUNT)):
        svg = draw(chart, "requests", layout)
        said = " ".join(words_of(svg))
        assert len(bars_of(svg)) == 1
        assert all(word in said for word in ("hidden", "not collected", "not yet", "not applicable"))
        assert {"4", "0"} <= set(words_of(svg))


def test_the_description_says_every_bar_with_its_status(six_statuses):
    description = BarChart("Requests", six_statuses, Form.COUNT).description
    assert description == (
        "Police: 4; Health: 0; suppressed: hidden; not_collected: not collected; "
        "not_yet_available: not yet available; not_applicable: not applicable."
    )


def test_a_drawing_names_itself_to_a_screen_reader(six_statuses):
    root = ElementTree.fromstring(draw(BarChart("Requests", six_statuses, Form.COUNT), "requests", WIDE))
    ids = root.attrib["aria-labelledby"].split()
    assert root.attrib["role"] == "img"
    assert [root[0].attrib["id"], root[1].attrib["id"]] == ids
    assert root[0].text == "Requests"


def test_a_percentage_is_described_with_its_counts(cells):
    assert BarChart("x", (ChartBar("Held", cells.share(30, 60)),), Form.PERCENT).description == "Held: 50% (30 of 60)."


def test_bars_are_as_long_as_their_counts(cells):
    bars = (ChartBar("School", cells.count(40)), ChartBar("Police", cells.count(10)))
    svg = draw(BarChart("x", bars, Form.COUNT), "x", WIDE)
    longest, shortest = (float(bar.attrib["width"]) for bar in bars_of(svg))
    assert longest == pytest.approx(4 * shortest, abs=0.3)


def test_charts_side_by_side_share_the_scale_of_the_longest_bar(cells):
    long, short = cells.count(40), cells.count(10)
    alone = draw(BarChart("x", (ChartBar("KS2", short),), Form.COUNT), "x", WIDE)
    beside = draw(BarChart("x", (ChartBar("KS2", short),), Form.COUNT, longest=long), "x", WIDE)
    assert float(bars_of(beside)[0].attrib["width"]) == pytest.approx(
        float(bars_of(alone)[0].attrib["width"]) / 4, abs=0.3
    )


def test_the_segments_of_a_stacked_bar_fill_it_in_proportion(cells):
    row = StackedRow("Tamworth", (cells.count(30), cells.count(10)))
    drawn = bars_of(draw(StackedBarChart("x", ("Held", "Pending"), (row,)), "x", WIDE))
    first, second = (float(bar.attrib["width"]) + 2 for bar in drawn[2:])
    assert first == pytest.approx(3 * second, abs=0.5)


def test_a_stacked_bar_of_too_few_is_a_gap_that_says_how_many(cells):
    row = StackedRow("EYFS", (cells.share(3, 11), cells.share(8, 11)))
    svg = draw(StackedBarChart("x", ("Under 6 months", "Over"), (row,)), "x", WIDE)
    assert "11 counted: too few to show as shares" in words_of(svg)
    assert len(bars_of(svg)) == 0


def test_a_stacked_bar_with_a_segment_unknown_is_a_gap(cells):
    row = StackedRow("EYFS", (cells.count(30), cells.without_number(Status.SUPPRESSED)))
    svg = draw(StackedBarChart("x", ("Held", "Pending"), (row,)), "x", WIDE)
    assert "hidden" in words_of(svg)
    assert len(bars_of(svg)) == 0


def test_a_segment_that_no_bar_has_is_not_named_above_them(cells):
    row = StackedRow("Tamworth", (cells.count(30), cells.count(0), cells.count(10)))
    svg = draw(StackedBarChart("x", ("Held", "Cancelled", "Pending"), (row,)), "x", WIDE)
    assert {"Held", "Pending"} <= set(words_of(svg))
    assert "Cancelled" not in words_of(svg)


def test_five_segments_are_refused(cells):
    with pytest.raises(ValueError, match="four segments"):
        StackedBarChart("x", ("a", "b", "c", "d", "e"), ())


def test_the_target_line_stands_at_its_share_of_the_tallest(cells):
    columns = (ChartBar("Jan 2016", cells.share(50, 100)), ChartBar("Feb 2016", cells.share(100, 100)))
    chart = ColumnChart("x", columns, Form.PERCENT, Decimal("0.75"), "Target")
    root = ElementTree.fromstring(draw(chart, "x", WIDE))
    line = next(element for element in root.iter(f"{SVG}line") if element.attrib.get("class") == "target")
    half, whole = (float(bar.attrib["y"]) for bar in bars_of(draw(chart, "x", WIDE)))
    assert float(line.attrib["y1"]) == pytest.approx((half + whole) / 2, abs=0.2)
    assert "Target" in words_of(draw(chart, "x", NARROW))


def test_a_label_cannot_break_out_of_the_drawing(cells):
    svg = draw(BarChart('<script>"&', (ChartBar("<b>&", cells.count(1)),), Form.COUNT), "x", WIDE)
    assert "<script>" not in svg
    assert "<b>&" in words_of(svg)


def test_a_figure_that_has_not_passed_the_gate_is_refused(cells):
    with pytest.raises(TypeError, match="released cells only"):
        ChartBar("Police", cells.figure(3))
    with pytest.raises(TypeError, match="released cells only"):
        StackedRow("Police", (cells.figure(3),))


def test_a_chart_of_gaps_alone_has_no_mark(cells):
    assert not has_a_mark(BarChart("x", (ChartBar("a", cells.without_number(Status.NOT_COLLECTED)),), Form.COUNT))
    assert has_a_mark(BarChart("x", (ChartBar("a", cells.count(0)),), Form.COUNT))


def luminance(colour: str) -> float:
    def linear(part: str) -> float:
        level = int(part, 16) / 255
        return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[place : place + 2]) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_words_on_a_colour_and_neighbouring_colours_can_be_told_apart_in_greyscale():
    assert all(contrast(*pair) >= 4.5 for pair in zip(palette.SERIES, palette.ON_SERIES, strict=True))
    neighbours = zip(palette.SERIES, palette.SERIES[1:], strict=False)
    assert all(contrast(*pair) >= 2 for pair in neighbours)


def test_a_long_label_is_broken_into_lines_that_fit():
    lines = wrap("Not in education or work after 16", 120)
    assert len(lines) > 1
    assert all(text_width(line) <= 120 for line in lines)
