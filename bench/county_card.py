"""The county's card as a document, made as `earlyhelp publish` makes it, and the charts on it."""

from __future__ import annotations

from pathlib import Path

from bench.data import PERIOD
from earlyhelp.dataset.source import open_dataset
from earlyhelp.disclosure.policies import INTERNAL
from earlyhelp.editions.figures_of_edition import figures_of_edition
from earlyhelp.editions.places_asked import places_asked, read_places
from earlyhelp.editions.subject import Subjects
from earlyhelp.publications.released_figures import ReleasedCells
from earlyhelp.publications.school_report_card import card
from earlyhelp.publications.settings import DEFAULT
from earlyhelp.report.charts.kinds import Chart
from earlyhelp.report.document import Publication


def county_card(folder: Path) -> Publication:
    """Return the card of the county of a dataset, with the year earlier beside it where it may be compared."""
    with open_dataset(folder) as dataset:
        register = read_places(dataset)
        figures = figures_of_edition(dataset, PERIOD, places_asked(register, "county", PERIOD), INTERNAL.audience)
        earlier = PERIOD.same_period_last_year if figures.a_year_earlier else None
        subject = Subjects(dataset, register, PERIOD, PERIOD.label, earlier).of_county
        return card.build(ReleasedCells(figures.now, figures.a_year_earlier), subject, DEFAULT)


def charts_of(document: Publication) -> list[Chart]:
    """Return the charts with anything to draw, in the order of the pages."""
    return [chart for page in document.pages for exhibit in page.exhibits for chart in exhibit.drawn]
