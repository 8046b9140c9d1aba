"""The contents page of an edition of many cards: one HTML file with a link to each, in the looks of the cards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from earlyhelp.report.brand import PLAIN, Brand
from earlyhelp.report.cell_notes import day_in_words


@dataclass(frozen=True, slots=True)
class CardLink:
    """One card: the place it is about, its file beside the contents page, and what tells it from one of its name."""

    place_name: str
    file: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Cards of one kind under one heading, in the order in which they are listed."""

    title: str
    links: tuple[CardLink, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the contents page says.

    title       of the publication
    as_at       the last day the data speak for
    notice      the sentence that heads every page, empty where the audience's policy protects
    caution     the sentence that the figures are not complete, empty where they are
    figures_file    name of the file with all figures, beside the page
    """

    title: str
    county_name: str
    period_label: str
    as_at: date
    notice: str
    caution: str
    figures_file: str
    groups: tuple[LinkGroup, ...]


def write_contents(contents: Contents, brand: Brand = PLAIN) -> str:
    """Return the contents page as HTML: no script, no request to anywhere. The same contents give the same text."""
    template = _environment().get_template("contents.html.jinja")
    return template.render(contents=contents, brand=brand, style=_style(), day=day_in_words)


@cache
def _style() -> Markup:
    return Markup(files("earlyhelp.report.writers.html").joinpath("card.css").read_text(encoding="utf-8").strip())


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("earlyhelp.report.writers.html", "."), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
