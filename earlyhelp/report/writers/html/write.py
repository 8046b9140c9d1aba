"""A publication as one HTML file: no script, no request to anywhere."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.report.cell_notes import day_in_words, note_in_words
from earlyhelp.report.charts.chart import Chart
from earlyhelp.report.charts.draw import draw
from earlyhelp.report.charts.layout import LAYOUTS, Layout
from earlyhelp.report.document import Exhibit, Publication
from earlyhelp.report.statuses import status_label


def write_html(publication: Publication) -> str:
    """Return the publication as HTML. The same publication gives the same text."""
    template = _environment().get_template("card.html.jinja")
    return template.render(
        publication=publication, layouts=LAYOUTS, style=_style(), drawn=_drawn, status_label=_status_label,
        chart_number=_chart_number, day=day_in_words, in_words=note_in_words,
    )  # fmt: skip


def _drawn(chart: Chart, name: str, layout: Layout) -> Markup:
    # Our own writer escapes every label, so its markup may pass as it is.
    return Markup(draw(chart, name, layout))


def _status_label(cell: ReleasedCell) -> str:
    return status_label(cell).capitalize()


def _chart_number(exhibit: Exhibit, chart: Chart) -> int:
    return exhibit.charts.index(chart)


@cache
def _style() -> Markup:
    return Markup(files("earlyhelp.report.writers.html").joinpath("card.css").read_text(encoding="utf-8").strip())


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("earlyhelp.report.writers.html", "."), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
