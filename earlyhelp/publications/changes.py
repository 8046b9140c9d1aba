"""Sentences that set a figure beside that of a year earlier, or the county's, and say whether chance explains it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.publications.declare import Telling
from earlyhelp.publications.judgements import LARGEST, SMALLEST, any_hidden, comparison, rank, verdict
from earlyhelp.publications.released_figures import (
    Labelled,
    ReleasedFigures,
    by_share,
    is_spread,
    sharing_the_place_of,
)
from earlyhelp.publications.told_together import Comparison, compare, side_by_side
from earlyhelp.report.sentences import Name, Sentence, Words, say
from earlyhelp.report.statuses import WHOLE_UNITS
from earlyhelp.statistics.verdicts import Verdict

ENDINGS: Final = {
    Verdict.UP: ("; ", "the rise is more than chance would explain"),
    Verdict.DOWN: ("; ", "the fall is more than chance would explain"),
    Verdict.NO_CLEAR_CHANGE: (", so ", "there is no clear change"),
    Verdict.NOT_COMPARABLE: (", but ", "the two cannot be compared, as they are not counted alike"),
}
Parts = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Changed:
    """The telling that sets a figure beside that of a year earlier; nothing where too few are counted."""

    words: str
    measure: str
    parts: Parts = ()

    def compared(self, figures: ReleasedFigures) -> Comparison | None:
        now = figures.cell(self.measure, **dict(self.parts))
        then = figures.a_year_earlier(now)
        return None if then is None else compare(now, then)

    def __call__(self, figures: ReleasedFigures) -> Sentence | None:
        both = self.compared(figures)
        found = Verdict.TOO_FEW if both is None else figures.judge(both)
        if both is None or found not in ENDINGS:
            return None
        now, then = both.cells
        joined, ending = ENDINGS[found]
        said = verdict(found, ending, now, then)
        return say(f"A year earlier {self.words}{joined}{{verdict}}.", then=then, verdict=said)


def judge(now: ReleasedCell, then: ReleasedCell) -> Verdict:
    """Return whether a figure moved by more than chance, told alone. A card judges all it tells together."""
    return compare(now, then).finding.verdict()


def changed(words: str, measure: str, **parts: str) -> Changed:
    """Return the telling that sets a figure beside that of a year earlier.

    words   what the earlier figure says, with {then:…} for it, such as "it was {then:share}"
    parts   the breakdown of the cell
    """
    return Changed(words, measure, tuple(parts.items()))


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


@dataclass(frozen=True)
class AcrossPlaces:
    """The telling on how far a share differs among the county's districts, where chance would not explain it.

    Each district is set against all others together: the largest and the smallest of many lie apart by chance alone.
    """

    words: str
    apart: str
    measure: str
    parts: Parts = ()

    def compared(self, figures: ReleasedFigures) -> Comparison | None:
        ranked = self._ranked(figures)
        # What is counted whole, such as posts, is no sample of anything, so there is nothing to judge.
        if not is_spread(ranked) or ranked[0].cell.unit in WHOLE_UNITS:
            return None
        return side_by_side(cells_of(ranked))

    def __call__(self, figures: ReleasedFigures) -> Sentence | None:
        ranked = self._ranked(figures)
        if not is_spread(ranked):
            return None
        found = self.compared(figures)
        if found is not None and figures.judge(found) is not Verdict.UP:
            return say("{apart}", apart=comparison(Verdict.NO_CLEAR_CHANGE, Words(self.apart), ranked))
        if any_hidden(figures.by_district(self.measure, **dict(self.parts))):
            return None  # a hidden one could lie beyond either end
        first, last = ranked[0], ranked[-1]
        lowest, highest = sharing_the_place_of(last, ranked), sharing_the_place_of(first, ranked)
        return say(self.words, low=last.cell, low_name=rank(SMALLEST, lowest, ranked), high=first.cell,
                   high_name=rank(LARGEST, highest, ranked))  # fmt: skip

    def _ranked(self, figures: ReleasedFigures) -> tuple[Labelled, ...]:
        return by_share(figures.by_district(self.measure, **dict(self.parts)))


def across_places(words: str, apart: str, measure: str, **parts: str) -> AcrossPlaces:
    """Return the telling on how far a share differs among the county's districts.

    words   what runs from {low:…} in {low_name} to {high:…} in {high_name}
    apart   the sentence where no district differs from the others by more than chance
    """
    return AcrossPlaces(words, apart, measure, tuple(parts.items()))


def cells_of(items: tuple[Labelled, ...]) -> tuple[ReleasedCell, ...]:
    """Return the cells of items in their order."""
    return tuple(item.cell for item in items)
