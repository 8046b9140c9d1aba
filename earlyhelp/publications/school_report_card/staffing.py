"""Staffing by month against the target."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from earlyhelp.measures.figures import Status
from earlyhelp.publications.declare import PageDeclaration
from earlyhelp.publications.exhibits import SharesAgainstTarget
from earlyhelp.publications.labels import list_months, short_month
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures, by_share, is_spread
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form, exact_share, print_percentage
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
        "In {month} the teams had {at_work:count} {at_work:full-time equivalent|full-time equivalents} at work of an "
        "establishment of {at_work:out_of} ({at_work:exact_percent}), {points} the target.",
        month=Name(month.label), at_work=month.cell, points=BoundVariance(month.cell, TARGET),
    )  # fmt: skip


def months_below(figures: ReleasedFigures) -> Sentence | None:
    known = [item for item in reported(figures) if item.cell.status.has_number]
    below = [item for item in known if exact_share(item.cell) < TARGET]
    just = [item for item in below if print_percentage(exact_share(item.cell)) == print_percentage(TARGET)]
    clearly = [item for item in below if item not in just]
    if not known:
        return None
    if not below:
        return say("Staffing reached the target in every month reported.")
    if len(clearly) == len(known):
        return say("Staffing was below the target in every month reported.")
    if not clearly:
        return say("Staffing was just below the target in {months}.", months=_months(just))
    if not just:
        return say("Staffing was below the target in {months}.", months=_months(clearly))
    return say("Staffing was below the target in {months}, and just below it in {just}.",
               months=_months(clearly), just=_months(just))  # fmt: skip


def _months(items: list[Labelled]) -> Name:
    return Name(list_months([item.code for item in items]))


def not_reported(figures: ReleasedFigures) -> Sentence | None:
    gaps = [item for item in reported(figures) if item.cell.status is Status.NOT_YET_AVAILABLE]
    if not gaps:
        return None
    if len(gaps) == len(reported(figures)):
        return say("No month of the period has been reported in full.")
    return say("Not yet reported in full: {months}.", months=_months(gaps))


def across_districts(figures: ReleasedFigures) -> Sentence | None:
    month = latest(figures)
    if month is None:
        return None
    ranked = by_share(figures.by_district("staffing_level", month=month.code))
    if not is_spread(ranked):
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
    tells=(last_month, months_below, across_districts, not_reported),
    notes=("Staff away through sickness or maternity leave do not count as at work. A month that any district has not "
           "reported has no figure for the county.",),
    tables=("staffing",),
)  # fmt: skip
