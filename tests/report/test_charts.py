from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree

import pytest

from earlyhelp.measures.figures import Status
from earlyhelp.report.charts.chart import BarChart, ChartBar, ColumnChart, StackedBarChart, StackedRow
from earlyhelp.report.charts.draw import draw
from earlyhelp.report.charts.kinds import has_a_mark, said_of_hidden_parts
from earlyhelp.report.charts.layout import LAYOUTS, NARROW, WIDE
from earlyhelp.report.charts.palette import GOVERNMENT
from earlyhelp.report.charts.svg import text_width, wrap
from earlyhelp.report.numbers import Form

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def six_statuses(cells):
    gaps = [ChartBar(status.value, cells.without_number(status)) for status in Status if not status.has_number]
    return (ChartBar("Police", cells.count(4)), ChartBar("Health", cells.count(0)), *gaps)


def words_of(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def of_class(svg: str, name: str) -> list[ElementTree.Element]:
    return [element for element in ElementTree.fromstring(svg).iter() if element.attrib.get("class") == name]


def bars_of(svg: str) -> list[ElementTree.Element]:
    return [element for element in of_class(svg, "mark") if element.tag == f"{SVG}rect"]


def width_of(bar: ElementTree.Element) -> float:
    return float(bar.attrib["width"])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_of_the_six_statuses_shows_and_only_a_value_has_a_bar(six_statuses, layout):
    for chart in (BarChart("Requests", six_statuses, Form.COUNT), ColumnChart("Requests", six_statuses, Form.COUNT)):
        svg = draw(chart, "requests", layout)
        said = " ".join(words_of(svg))
        assert len(bars_of(svg)) == 1
        assert all(word in said for word in ("[c]", "[x] not collected", "[x] not yet", "[z]"))
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
    longest, shortest = (width_of(bar) for bar in bars_of(svg))
    assert longest == pytest.approx(4 * shortest, abs=0.3)


def test_charts_side_by_side_share_the_scale_of_the_longest_bar(cells):
    long, short = cells.count(40), cells.count(10)
    alone = draw(BarChart("x", (ChartBar("KS2", short),), Form.COUNT), "x", WIDE)
    beside = draw(BarChart("x", (ChartBar("KS2", short),), Form.COUNT, longest=long), "x", WIDE)
    assert width_of(bars_of(beside)[0]) == pytest.approx(width_of(bars_of(alone)[0]) / 4, abs=0.3)


@pytest.mark.parametrize("kind", [BarChart, ColumnChart])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_year_before_is_marked_only_where_both_years_have_a_number(cells, kind, layout):
    hidden = cells.without_number(Status.SUPPRESSED)
    bars = (
        ChartBar("School", cells.count(40), cells.count(30)),
        ChartBar("Police", cells.count(10)),
        ChartBar("Health", cells.count(10), hidden),
        ChartBar("Housing", hidden, cells.count(10)),
    )
    chart = kind("x", bars, Form.COUNT)
    assert len(of_class(draw(chart, "x", layout), "earlier")) == 1
    assert "School: 40, a year earlier 30; Police: 10; Health: 10, a year earlier hidden;" in chart.description


def test_the_line_of_the_year_before_stands_where_its_bar_would_end(cells):
    svg = draw(BarChart("x", (ChartBar("School", cells.count(40), cells.count(10)),), Form.COUNT), "x", WIDE)
    bar, line = bars_of(svg)[0], of_class(svg, "earlier")[0]
    middle = float(line.attrib["x"]) + width_of(line) / 2
    assert middle - float(bar.attrib["x"]) == pytest.approx(width_of(bar) / 4, abs=0.3)
    assert float(line.attrib["height"]) > float(bar.attrib["height"])


def test_a_longer_year_before_sets_the_scale_and_the_number_stands_past_its_line(cells):
    svg = draw(BarChart("x", (ChartBar("School", cells.count(39), cells.count(40)),), Form.COUNT), "x", WIDE)
    line, number = of_class(svg, "earlier")[0], ElementTree.fromstring(svg).findall(f"{SVG}text")[1]
    assert number.text == "39"
    assert float(number.attrib["x"]) > float(line.attrib["x"]) + width_of(line)
    assert float(number.attrib["x"]) + text_width("39") <= WIDE.width


def test_the_number_of_a_column_stands_clear_of_the_year_before(cells):
    for now, before in ((40, 39), (40, 38), (40, 41), (1, 2), (40, 10)):
        columns = (ChartBar("Jan 2016", cells.count(now), cells.count(before)), ChartBar("Feb 2016", cells.count(40)))
        svg = draw(ColumnChart("x", columns, Form.COUNT), "x", WIDE)
        line = float(of_class(svg, "earlier")[0].attrib["y"])
        words = ElementTree.fromstring(svg).findall(f"{SVG}text")
        baseline = next(float(each.attrib["y"]) for each in words if each.text == str(now))
        assert not baseline - 11 < line < baseline + 2


def test_months_too_many_for_columns_run_down_the_page(cells):
    columns = tuple(ChartBar(f"Month {month}", cells.count(month)) for month in range(1, 25))
    bars = bars_of(draw(ColumnChart("x", columns, Form.COUNT), "x", WIDE))
    assert len({bar.attrib["x"] for bar in bars}) == 1
    assert width_of(bars[-1]) == pytest.approx(24 * width_of(bars[0]), rel=0.02)


def test_the_segments_of_a_stacked_bar_fill_it_in_proportion(cells):
    row = StackedRow("Tamworth", (cells.count(30), cells.count(10)))
    drawn = bars_of(draw(StackedBarChart("x", ("Held", "Pending"), (row,)), "x", WIDE))
    first, second = (width_of(bar) + 2 for bar in drawn[2:])
    assert first == pytest.approx(3 * second, abs=0.5)


def test_a_stacked_bar_of_too_few_is_a_gap_that_says_how_many(cells):
    row = StackedRow("EYFS", (cells.share(3, 11), cells.share(8, 11)))
    svg = draw(StackedBarChart("x", ("Under 6 months", "Over"), (row,)), "x", WIDE)
    assert "11 counted: too few to show as shares" in words_of(svg)
    assert len(bars_of(svg)) == 0


def test_a_stacked_bar_with_a_segment_unknown_is_a_gap(cells):
    hidden = cells.without_number(Status.SUPPRESSED)
    rows = (StackedRow("EYFS", (cells.count(30), hidden)), StackedRow("KS1", (hidden, hidden)))
    chart = StackedBarChart("x", ("Held", "Pending"), rows)
    assert [gap.text for gap in of_class(draw(chart, "x", WIDE), "gap")] == ["[c] in part", "[c]"]
    assert len(bars_of(draw(chart, "x", WIDE))) == 0
    assert said_of_hidden_parts(chart)
    assert not said_of_hidden_parts(StackedBarChart("x", ("Held", "Pending"), rows[1:]))


def test_a_segment_that_no_bar_has_is_not_named_above_them(cells):
    row = StackedRow("Tamworth", (cells.count(30), cells.count(0), cells.count(10)))
    svg = draw(StackedBarChart("x", ("Held", "Cancelled", "Pending"), (row,)), "x", WIDE)
    assert {"Held", "Pending"} <= set(words_of(svg))
    assert "Cancelled" not in words_of(svg)


def test_five_segments_are_refused(cells):
    with pytest.raises(ValueError, match="four segments"):
        StackedBarChart("x", ("a", "b", "c", "d", "e"), ())


def target_path(chart: ColumnChart) -> str:
    return of_class(draw(chart, "x", WIDE), "target")[0].attrib["d"]


def test_the_target_line_stands_at_its_share_of_the_tallest(cells):
    columns = (ChartBar("Jan 2016", cells.share(50, 100)), ChartBar("Feb 2016", cells.share(100, 100)))
    chart = ColumnChart("x", columns, Form.PERCENT, (Decimal("0.75"),) * 2, "Target")
    half, whole = (float(bar.attrib["y"]) for bar in bars_of(draw(chart, "x", WIDE)))
    start = target_path(chart).split("H")[0].removeprefix("M0 ")
    assert float(start) == pytest.approx((half + whole) / 2, abs=0.2)
    assert "V" not in target_path(chart)
    assert all("Target" in words_of(draw(chart, "x", layout)) for layout in LAYOUTS)


def test_a_target_that_changes_is_a_step_and_starts_with_the_month_it_came_into_force(cells):
    columns = tuple(ChartBar(f"{month} 2016", cells.share(50, 100)) for month in ("Jan", "Feb", "Mar"))
    chart = ColumnChart("x", columns, Form.PERCENT, (None, Decimal("0.7"), Decimal("0.8")), "Target 80%")
    path = target_path(chart)
    assert not path.startswith("M0 ")
    assert path.count("M") == path.count("V") == 1
    assert len(of_class(draw(chart, "x", NARROW), "target")) == 1


def test_targets_for_other_than_every_column_are_refused(cells):
    with pytest.raises(ValueError, match="1 columns and 2 targets"):
        ColumnChart("x", (ChartBar("Jan 2016", cells.count(1)),), Form.COUNT, (None, Decimal("0.7")))


def test_a_label_cannot_break_out_of_the_drawing(cells):
    svg = draw(BarChart('<script>"&', (ChartBar("<b>&", cells.count(1)),), Form.COUNT), "x", WIDE)
    assert "<script>" not in svg
    assert "<b>&" in words_of(svg)


def test_the_same_chart_gives_the_same_bytes(six_statuses):
    chart = BarChart("Requests", six_statuses, Form.COUNT)
    assert draw(chart, "x", WIDE) == draw(BarChart("Requests", six_statuses, Form.COUNT), "x", WIDE)


def test_a_figure_that_has_not_passed_the_gate_is_refused(cells):
    with pytest.raises(TypeError, match="released cells only"):
        ChartBar("Police", cells.figure(3))
    with pytest.raises(TypeError, match="released cells only"):
        ChartBar("Police", cells.count(3), cells.figure(3))
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
    assert all(contrast(*pair) >= 4.5 for pair in zip(GOVERNMENT.series, GOVERNMENT.on_series, strict=True))
    neighbours = zip(GOVERNMENT.series, GOVERNMENT.series[1:], strict=False)
    assert all(contrast(*pair) >= 2 for pair in neighbours)
    assert contrast(GOVERNMENT.target, "#FFFFFF") >= 4.5


def test_a_long_label_is_broken_into_lines_that_fit():
    lines = wrap("Not in education or work after 16", 120)
    assert len(lines) > 1
    assert all(text_width(line) <= 120 for line in lines)


def test_a_word_wider_than_its_room_is_broken_at_its_hyphens():
    lines = wrap("Newcastle-under-Lyme", 100)
    assert lines == ("Newcastle-", "under-Lyme")
    assert wrap("Newcastle-under-Lyme", 300) == ("Newcastle-under-Lyme",)


def test_a_stacked_chart_of_too_few_alone_is_left_out_as_its_table_says_more(cells):
    few = StackedRow("a", (cells.share(3, 9), cells.share(6, 9)))
    enough = StackedRow("b", (cells.share(13, 29), cells.share(16, 29)))
    assert not has_a_mark(StackedBarChart("x", ("yes", "no"), (few,)))
    assert has_a_mark(StackedBarChart("x", ("yes", "no"), (few, enough)))
