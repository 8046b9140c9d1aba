"""Staffing by month against the target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from earlyhelp.measures.figures import Status
from earlyhelp.publications.changes import across_places
from earlyhelp.publications.declare import PageDeclaration
from earlyhelp.publications.exhibits import SharesAgainstTarget
from earlyhelp.publications.judgements import comparison
from earlyhelp.publications.labels import list_months, short_month
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form, exact_share, print_percentage
from earlyhelp.report.sentences import BoundVariance, Judgement, Name, Sentence, Words, plain, say
from earlyhelp.report.tables import FigureCell, Row, Table


@dataclass(frozen=True)
class StaffingByPlace:
    """A table of the share at work in each place and month."""

    title: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        months = tuple(item.code for item in reported(figures))
        by_month = {
            month: {item.code: item for item in figures.beside("staffing_level", month=month)} for month in months
        }
        own = figures.subject.place
        rows = tuple(
            Row(place.label, tuple(FigureCell(by_month[month][code].cell, Form.PERCENT) for month in months),
                is_total=code == own.code)
            for code, place in (by_month[months[0]] if months else {}).items()
        )  # fmt: skip
        stub = "District" if own == figures.subject.county else "Place"
        return Exhibit(Table(self.title, stub, tuple(map(short_month, months)), rows))


def reported(figures: ReleasedFigures) -> tuple[Labelled, ...]:
    """Return the months of the period, without the single line that speaks for a table not supplied."""
    return tuple(item for item in figures.across("staffing_level", "month") if item.code != "all")


def latest(figures: ReleasedFigures) -> Labelled | None:
    known = [item for item in reported(figures) if item.cell.status.has_number]
    return known[-1] if known else None


def heading(figures: ReleasedFigures) -> Sentence | None:
    month = latest(figures)
    return month and say("{share:percent_of} staff were at work in {month}", share=month.cell, month=Name(month.label))


def target_in(figures: ReleasedFigures, month: Labelled) -> Decimal | None:
    """Return the target in force on the first day of a month, None where the council has set none."""
    return figures.subject.target("staffing_level", date.fromisoformat(f"{month.code}-01"))


def last_month(figures: ReleasedFigures) -> Sentence | None:
    month = latest(figures)
    if month is None:
        return None
    target = target_in(figures, month)
    if target is None:
        return say("In {month} the equivalent of {at_work:count} full-time staff was at work, of {at_work:out_of} "
                   "posts ({at_work:exact_percent}).",
                   month=Name(month.label), at_work=month.cell)  # fmt: skip
    return say(
        "In {month} the equivalent of {at_work:count} full-time staff was at work, of {at_work:out_of} posts "
        "({at_work:exact_percent}): {points} the target.",
        month=Name(month.label), at_work=month.cell, points=BoundVariance(month.cell, target),
    )  # fmt: skip


def months_below(figures: ReleasedFigures) -> Sentence | None:
    numbers = [item for item in reported(figures) if item.cell.status.has_number]
    known = [(item, target) for item in numbers if (target := target_in(figures, item)) is not None]
    below = [(item, target) for item, target in known if exact_share(item.cell) < target]
    just = [item for item, target in below if print_percentage(exact_share(item.cell)) == print_percentage(target)]
    clearly = [item for item, _ in below if item not in just]
    if not known:
        return None
    if not below:
        reached = comparison("reached", Words("reached the target"), [item for item, _ in known])
        return say("Staffing {reached} in every month reported.", reached=reached)
    if len(clearly) == len(known):
        return say("Staffing {below} in every month reported.",
                   below=comparison("below", Words("was below the target"), clearly))  # fmt: skip
    if not clearly:
        return say("Staffing was just below the target in {months}.", months=_below(just))
    if not just:
        return say("Staffing was below the target in {months}.", months=_below(clearly))
    return say("Staffing was below the target in {months}, and just below it in {just}.",
               months=_below(clearly), just=_below(just))  # fmt: skip


def _below(items: list[Labelled]) -> Judgement:
    return comparison("below", _months(items), items)


def _months(items: list[Labelled]) -> Name:
    return Name(list_months([item.code for item in items]))


def no_month_begins(figures: ReleasedFigures) -> Sentence | None:
    if figures.subject.period.months_started or not figures.has("staffing_level"):
        return None
    return plain("No month begins in the period, and staffing is reported by the month.")


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
    words = "Districts ran from {low:percent} in {low_name} to {high:percent} in {high_name}."
    return across_places(words, "", "staffing_level", month=month.code)(figures)


def a_district_not_reported(figures: ReleasedFigures) -> Sentence | None:
    if figures.subject.place != figures.subject.county:
        return None
    return plain("A month that any district has not reported has no figure for the county.")


PAGE = PageDeclaration(
    key="staffing",
    topic="Staffing against the target",
    measures=("staffing_level",),
    exhibits=(
        SharesAgainstTarget("staffing_level", "Staff at work as a share of the establishment",
                            ("At work (FTE)", "Establishment (FTE)")),
        StaffingByPlace("Share of the establishment at work, month by month"),
    ),
    headings=(heading,),
    tells=(no_month_begins, last_month, months_below, across_districts, not_reported),
    notes=("Staff away through sickness or maternity leave do not count as at work.", a_district_not_reported),
    tables=("staffing",),
)  # fmt: skip
