"""Staffing by month against the target."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from earlyhelp.publications.declare import PageDeclaration
from earlyhelp.publications.exhibits import SharesAgainstTarget
from earlyhelp.publications.labels import month_name, short_month
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures, by_share
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form, exact_share
from earlyhelp.report.sentences import BoundVariance, Name, Sentence, say
from earlyhelp.report.tables import FigureCell, Row, Table

# The teams plan for three quarters of the establishment at work. Source: data sheet on quality, January to May 2016.
TARGET: Final = Decimal("0.75")
TARGET_LABEL: Final = "Target 75%"


@dataclass(frozen=True)
class StaffingByDistrict:
    """A table of the share at work in each district and month."""

    title: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        months = tuple(item.code for item in reported(figures))
        by_month = {
            month: {item.label: item.cell for item in figures.by_district("staffing_level", month=month)}
            for month in months
        }
        names = list(by_month[months[0]]) if months else []
        rows = tuple(
            Row(name, tuple(FigureCell(by_month[month][name], Form.PERCENT) for month in months)) for name in names
        )
        return Exhibit(Table(self.title, "District", tuple(map(short_month, months)), rows))


def reported(figures: ReleasedFigures) -> tuple[Labelled, ...]:
    """Return the months of the period, without the single line that speaks for a table not supplied."""
    return tuple(item for item in figures.across("staffing_level", "month") if item.code != "all")


def latest(figures: ReleasedFigures) -> Labelled | None:
    known = [item for item in reported(figures) if item.cell.status.has_number]
    return known[-1] if known else None


def heading(figures: ReleasedFigures) -> Sentence | None:
    month = latest(figures)
    return month and say("{share:percent_of} staff were at work in {month}", share=month.cell, month=Name(month.label))


def last_month(figures: ReleasedFigures) -> Sentence | None:
    month = latest(figures)
    if month is None:
        return None
    return say(
        "In {month} the teams had {at_work:count} full-time equivalents at work of an establishment of "
        "{at_work:out_of}, {points} the target.",
        month=Name(month.label), at_work=month.cell, points=BoundVariance(month.cell, TARGET),
    )  # fmt: skip


def months_below(figures: ReleasedFigures) -> Sentence | None:
    known = [item for item in reported(figures) if item.cell.status.has_number]
    below = [month_name(item.code) for item in known if exact_share(item.cell) < TARGET]
    if not known:
        return None
    if not below:
        return say("Staffing reached the target in every month reported.")
    if len(below) == len(known):
        return say("Staffing was below the target in every month reported.")
    return say("Staffing was below the target in {months}.", months=Name(", ".join(below)))


def across_districts(figures: ReleasedFigures) -> Sentence | None:
    month = latest(figures)
    ranked = by_share(figures.by_district("staffing_level", month=month.code)) if month else ()
    if len(ranked) < 2:
        return None
    return say(
        "Districts ran from {low:percent} in {low_name} to {high:percent} in {high_name}.",
        low=ranked[-1].cell, low_name=Name(ranked[-1].label), high=ranked[0].cell, high_name=Name(ranked[0].label),
    )  # fmt: skip


PAGE = PageDeclaration(
    key="staffing",
    topic="Staffing against the target",
    measures=("staffing_level",),
    exhibits=(
        SharesAgainstTarget("staffing_level", "Staff at work as a share of the establishment",
                            ("At work (FTE)", "Establishment (FTE)"), TARGET, TARGET_LABEL),
        StaffingByDistrict("Share of the establishment at work, by district"),
    ),
    headings=(heading,),
    tells=(last_month, months_below, across_districts),
    notes=("Staff away through sickness or maternity leave do not count as at work. A month in which any district has "
           "not reported is not yet available for the county.",),
    tables=("staffing",),
)  # fmt: skip
