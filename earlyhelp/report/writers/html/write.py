"""A publication as one HTML file: no script, no request to anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Status
from earlyhelp.report.cell_notes import day_in_words, note_in_words
from earlyhelp.report.cell_texts import cell_name, days_of
from earlyhelp.report.charts.chart import BarChart, ColumnChart
from earlyhelp.report.charts.draw import draw
from earlyhelp.report.charts.intervals import IntervalChart
from earlyhelp.report.charts.kinds import Chart
from earlyhelp.report.charts.layout import LAYOUTS, Layout
from earlyhelp.report.charts.panels import PanelChart
from earlyhelp.report.document import Exhibit, Page, Publication
from earlyhelp.report.statuses import status_label, status_meaning
from earlyhelp.report.tables import FigureCell, NoFigure, VarianceCell


def write_html(publication: Publication) -> str:
    """Return the publication as HTML. The same publication gives the same text."""
    palette = publication.brand.palette
    wide, broad, narrow = (replace(layout, palette=palette) for layout in LAYOUTS)
    return (
        _environment()
        .get_template("card.html.jinja")
        .render(publication=publication, beside=(wide, narrow), across=(broad, narrow))
    )


def _drawn(chart: Chart, name: str, layout: Layout) -> Markup:
    # Our own writer escapes every label, so its markup may pass as it is.
    return Markup(draw(chart, name, layout))


def _why_no_chart(cell: ReleasedCell) -> str:
    if cell.status is Status.SUPPRESSED:
        return "Every number that the chart would show is hidden."
    return note_in_words(cell.note)


def _why_hidden(exhibit: Exhibit) -> str:
    """Return what the hidden cells of an exhibit mean, each sentence once; notes of their own stand with the page's."""
    return " ".join(dict.fromkeys(map(status_meaning, exhibit.cells)))


def _status_label(cell: ReleasedCell) -> str:
    return status_label(cell).capitalize()


def _data_cell(item: FigureCell | VarianceCell) -> Markup:
    """Return the attribute that names the cell; what another edition printed says of which it was."""
    if isinstance(item, FigureCell) and item.is_of_another_edition:
        return Markup(' data-derived="earlier" data-cells="{}"').format(cell_name(item.cell))
    return Markup(' data-cell="{}"').format(cell_name(item.cell))


def _cell_names(cells: Sequence[ReleasedCell]) -> str:
    return " ".join(map(cell_name, cells))


def _chart_number(exhibit: Exhibit, chart: Chart) -> int:
    return exhibit.charts.index(chart)


def _marks_in_words(chart: Chart) -> str:
    """Say what a line of a chart stands for that its labels do not name; nothing where there is none."""
    if isinstance(chart, PanelChart):
        bars = tuple(bar for panel in chart.panels for bar in panel.bars)
    elif isinstance(chart, ColumnChart):
        bars = chart.columns
    else:
        bars = chart.bars if isinstance(chart, BarChart) else ()
    if isinstance(chart, IntervalChart):
        return "The line through a dot shows how far chance alone may move it; where lines overlap, do not rank."
    return "The short line marks a year earlier." if any(bar.earlier for bar in bars) else ""


def _is_no_figure(item: object) -> bool:
    return isinstance(item, NoFigure)


def _how(page: Page, measure: str) -> str:
    """Return the anchor of a definition on a page; without a measure, of all of them."""
    return f"how-{page.key}-{measure.replace('_', '-')}" if measure else f"how-{page.key}"


@cache
def _style() -> Markup:
    return Markup(files("earlyhelp.report.writers.html").joinpath("card.css").read_text(encoding="utf-8").strip())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("earlyhelp.report.writers.html", "."), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    known: dict[str, object] = {
        "style": _style(), "drawn": _drawn, "status_label": _status_label, "chart_number": _chart_number,
        "day": day_in_words, "marks_in_words": _marks_in_words, "how": _how,
        "is_no_figure": _is_no_figure,
        "data_cell": _data_cell, "cell_names": _cell_names, "days_of": days_of, "why_no_chart": _why_no_chart,
        "why_hidden": _why_hidden,
    }  # fmt: skip
    environment.globals.update(known)  # pyright: ignore[reportUnknownMemberType]  # jinja2 gives no type for it
    return environment
