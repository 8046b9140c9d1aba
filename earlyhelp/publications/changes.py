"""Sentences that set a figure beside that of a year earlier, or the county's, and say whether chance explains it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Number
from earlyhelp.publications.declare import Telling
from earlyhelp.publications.judgements import LARGEST, SMALLEST, comparison, rank, verdict
from earlyhelp.publications.released_figures import ReleasedFigures, by_share, is_spread, sharing_the_place_of
from earlyhelp.report.sentences import Name, Sentence, Words, say
from earlyhelp.report.statuses import WHOLE_UNITS
from earlyhelp.statistics.changes import Verdict, compare_counts, compare_shares

ENDINGS: Final = {
    Verdict.UP: ("; ", "the rise is more than chance would explain"),
    Verdict.DOWN: ("; ", "the fall is more than chance would explain"),
    Verdict.NO_CLEAR_CHANGE: (", so ", "there is no clear change"),
}


def changed(words: str, measure: str, **parts: str) -> Telling:
    """Return the telling that sets a figure beside that of a year earlier; nothing where too few are counted.

    words   what the earlier figure says, with {then:…} for it, such as "it was {then:share}"
    parts   the breakdown of the cell
    """

    def tell(figures: ReleasedFigures) -> Sentence | None:
        now = figures.cell(measure, **parts)
        then = figures.a_year_earlier(now)
        found = Verdict.TOO_FEW if then is None else judge(now, then)
        if then is None or found not in ENDINGS:
            return None
        joined, ending = ENDINGS[found]
        return say(f"A year earlier {words}{joined}{{verdict}}.", then=then, verdict=verdict(found, ending, now, then))

    return tell


def beside_a_year_earlier(words: str, measure: str, **parts: str) -> Telling:
    """Return the telling that gives a figure of a year earlier without a verdict.

    Work open on one day is no sample of events: much of it may be the same work on both days.

    words   what the earlier figure says, with {then:…} for it
    """

    def tell(figures: ReleasedFigures) -> Sentence | None:
        then = figures.a_year_earlier(figures.cell(measure, **parts))
        return None if then is None else say(f"A year earlier {words}.", then=then)

    return tell


def in_the_county(words: str, measure: str, **parts: str) -> Telling:
    """Return the telling that sets a district's figure beside the county's; nothing on the county's own card.

    words   what the county's figure says, with {county:…} for it, such as "{county:percent} went ahead"
    """

    def tell(figures: ReleasedFigures) -> Sentence | None:
        county = figures.subject.county
        if figures.subject.place == county or not figures.has_at(county, measure):
            return None
        cell = figures.cell_at(county, measure, **parts)
        return say(f"In {{name}} as a whole {words}.", name=Name(county.name), county=cell)

    return tell


def across_places(words: str, apart: str, measure: str, **parts: str) -> Telling:
    """Return the telling on how far a share differs among the county's districts, where chance would not explain it.

    words   what runs from {low:…} in {low_name} to {high:…} in {high_name}
    apart   the sentence where the two ends differ by no more than chance
    """

    def tell(figures: ReleasedFigures) -> Sentence | None:
        ranked = by_share(figures.by_district(measure, **parts))
        if not is_spread(ranked):
            return None
        first, last = ranked[0], ranked[-1]
        if first.cell.unit not in WHOLE_UNITS and judge(first.cell, last.cell) is not Verdict.UP:
            return say("{apart}", apart=comparison(Verdict.NO_CLEAR_CHANGE, Words(apart), ranked))
        lowest, highest = sharing_the_place_of(last, ranked), sharing_the_place_of(first, ranked)
        return say(words, low=last.cell, low_name=rank(SMALLEST, lowest, ranked), high=first.cell,
                   high_name=rank(LARGEST, highest, ranked))  # fmt: skip

    return tell


def judge(now: ReleasedCell, then: ReleasedCell) -> Verdict:
    """Return whether a figure moved by more than chance.

    A share without a count of its own, such as one that is estimated, cannot be judged and counts as too few.
    """
    if now.out_of is not None and then.out_of is not None:
        counts = (now.count, now.out_of, then.count, then.out_of)
        return compare_shares(*(_whole(each) for each in counts)) if _all_whole(*counts) else Verdict.TOO_FEW
    if not _all_whole(now.count, then.count):
        return Verdict.TOO_FEW
    return compare_counts(_whole(now.count), now.period.days, _whole(then.count), then.period.days)


def _all_whole(*numbers: Number | None) -> bool:
    return all(number is not None and number == int(number) for number in numbers)


def _whole(number: Number | None) -> int:
    return int(Decimal(number or 0))
