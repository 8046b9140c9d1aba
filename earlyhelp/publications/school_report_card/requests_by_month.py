"""Requests through the period, and how soon they are answered."""

from __future__ import annotations

from calendar import monthrange

from earlyhelp.periods import Period
from earlyhelp.publications.changes import changed
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import ColumnsByMonth, SharesOf
from earlyhelp.publications.judgements import LARGEST, SMALLEST, rank, shown
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures, by_size, largest
from earlyhelp.report.sentences import Name, Sentence, plain, say
from earlyhelp.statistics.side_by_side import most_frequent
from earlyhelp.statistics.verdicts import Verdict


def heading(figures: ReleasedFigures) -> Sentence | None:
    busiest = largest(whole_months(figures))
    if busiest is None or not stands_out(busiest, whole_months(figures)):
        return None
    first = rank(LARGEST, Name(busiest.label), whole_months(figures))
    return say("{month} was the busiest month for requests", month=first)


def stands_out(busiest: Labelled, months: tuple[Labelled, ...]) -> bool:
    """Return whether more requests came in a month than in the others, taken together, by more than chance.

    Where the number of a month is hidden nobody can say.
    """
    if len(shown(months)) < len(months):
        return False
    others = [item for item in months if item is not busiest]
    days = {item.code: monthrange(*map(int, item.code.split("-")))[1] for item in months}
    if not others:
        return False
    counts = [(int(item.size), days[item.code]) for item in (busiest, *others)]
    return most_frequent(counts).verdict() is Verdict.UP


def how_many(figures: ReleasedFigures) -> Sentence | None:
    return say("{all:count_or_no} {all:request|requests} for support came in", all=figures.cell("requests"))


def busiest_and_quietest(figures: ReleasedFigures) -> Sentence | None:
    months = by_size(whole_months(figures))
    if len(months) < 3 or months[-1].size == months[-2].size or not stands_out(months[0], tuple(months)):
        return None
    return say(
        "Most requests came in {most} ({most_cell:count}) and fewest in {least} ({least_cell:count}).",
        most=rank(LARGEST, Name(months[0].label), months), most_cell=months[0].cell,
        least=rank(SMALLEST, Name(months[-1].label), months), least_cell=months[-1].cell,
    )  # fmt: skip


def answered(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "The asker was told the decision within five working days in {answered:share_of} "
        "{answered:of:request|requests}.",
        answered=figures.cell("requests_answered_in_5_days"),
    )


def part_months(figures: ReleasedFigures) -> Sentence | None:
    if len(whole_months(figures)) == len(figures.across("requests", "month")):
        return None
    return plain("A month that the period covers in part counts the days inside the period alone.")


def whole_months(figures: ReleasedFigures) -> tuple[Labelled, ...]:
    """Return the months that lie wholly in the period; a part of a month cannot be compared with them."""
    items = figures.across("requests", "month")
    period = figures.subject.period
    return tuple(item for item in items if item.code != "all" and is_whole(item.code, period))


def is_whole(month: str, period: Period) -> bool:
    starts_inside = month in period.months_started
    day_after = period.last.toordinal() + 1
    ends_inside = month < f"{period.last:%Y-%m}" or period.last.fromordinal(day_after).day == 1
    return starts_inside and ends_inside


PAGE = PageDeclaration(
    key="requests-by-month",
    topic="Requests month by month",
    measures=("requests", "requests_answered_in_5_days"),
    exhibits=(
        ColumnsByMonth("requests", "Requests for support by month", "Requests"),
        SharesOf("How soon the asker hears", "Answer",
                 (("Told the decision within five working days", "requests_answered_in_5_days", ()),), is_drawn=False),
    ),
    headings=(heading, how_many),
    tells=(where_none("requests", "No requests for support came in during the period."), busiest_and_quietest,
           changed("there were {then:count} {then:request|requests}", "requests"), answered,
           changed("that was so for {then:percent}", "requests_answered_in_5_days")),
    notes=(part_months,),
    tables=("request",),
)  # fmt: skip
