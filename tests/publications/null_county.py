"""A county in which nothing changes from one year to the next but by chance, as the figures that a card compares.

Children come in families of one to four, who are counted together or not at all. Sizes and levels are about those of a
county of 400 schools.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.derived import DerivedKind
from earlyhelp.disclosure.gate import release
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.figures import Figure, Status, share
from earlyhelp.periods import Period
from earlyhelp.places import COUNTY, Place
from earlyhelp.publications.changes import AcrossPlaces, Changed
from earlyhelp.publications.released_figures import ReleasedCells, ReleasedFigures
from earlyhelp.publications.school_report_card.card import PARTS, comparing
from earlyhelp.publications.told_together import OF_CHILDREN, Comparing
from earlyhelp.report.sentences import Sentence
from earlyhelp.statistics.verdicts import Verdict
from tests.publications.conftest import AS_AT, SUBJECT

PLACES = tuple(Place("district", f"E0700090{n}", f"District {'ABCDEFGH'[n]}") for n in range(8))
YEAR = replace(SUBJECT, districts=PLACES, earlier_period=SUBJECT.period.same_period_last_year)
TELLINGS = comparing(PARTS, COUNTY)
CLEAR = (Verdict.UP, Verdict.DOWN)
SIZES, OF_SIZE = (1, 2, 3, 4), (0.5, 0.3, 0.15, 0.05)
LEVELS = {
    "requests_answered_in_5_days": 0.75, "requests_from_schools": 0.4, "open_children_by_care_status": 0.97,
    "link_meetings_held": 0.83, "closure_duration": 0.55, "open_over_12_months": 0.2,
    "closures_school_consulted": 0.65, "re_requests": 0.1, "referrals_known": 0.2,
}  # fmt: skip
BASES = {
    "requests_answered_in_5_days": 2800, "requests_from_schools": 2800, "open_children_by_care_status": 1900,
    "link_meetings_held": 700, "closure_duration": 1300, "open_over_12_months": 1200, "closures_school_consulted": 900,
    "re_requests": 2800, "referrals_known": 2100, "requests": 2800, "assessments_started_by_schools": 860,
    "closing_forms": 70,
}  # fmt: skip


class NullCounty:
    """What a card would compare, drawn from a seed.

    size        of the county, 1 for one of 400 schools
    raised      measures whose share of this year is truly higher, and by how much
    """

    def __init__(self, seed: int, size: float = 1.0, raised: dict[str, float] | None = None) -> None:
        self._chance = np.random.default_rng(seed)
        self._size = size
        self._raised = raised or {}

    def figures(self) -> ReleasedFigures:
        """Return both years as a page asks for them."""
        now = self._release(YEAR.period, self._raised)
        assert YEAR.earlier_period is not None
        return ReleasedFigures(ReleasedCells(now, self._release(YEAR.earlier_period, {})), YEAR, TELLINGS)

    def _release(self, period: Period, raised: dict[str, float]) -> Release:
        wanted = {(*key, period): figure for key, figure in self._figures(period, raised)}
        return release(list(wanted.values()), audience="internal", as_at=AS_AT)

    def _figures(self, period: Period, raised: dict[str, float]) -> Iterator[tuple[tuple[str, str, str], Figure]]:
        for telling in TELLINGS:
            assert isinstance(telling, Changed | AcrossPlaces)
            places = PLACES if isinstance(telling, AcrossPlaces) else (YEAR.place,)
            breakdown = ";".join(f"{name}={value}" for name, value in sorted(telling.parts)) or "all"
            for place in places:
                part = self._size / len(places)
                count, out_of = self._drawn(telling.measure, part, raised.get(telling.measure, 0.0))
                unit = CATALOGUE[telling.measure].unit
                value = count if out_of is None else share(count, out_of)
                status = Status.VALUE if count else Status.ZERO
                figure = Figure(telling.measure, period, place.level, place.code, breakdown, count, out_of, value, unit,
                                status)  # fmt: skip
                yield (telling.measure, place.code, breakdown), figure

    def _drawn(self, measure: str, part: float, raised: float) -> tuple[int, int | None]:
        base = BASES[measure] * part
        if measure not in LEVELS:
            return int(self._chance.poisson(base)), None
        level = LEVELS[measure] + raised
        if CATALOGUE[measure].unit != OF_CHILDREN:
            out_of = max(1, int(self._chance.poisson(base)))
            return int(self._chance.binomial(out_of, level)), out_of
        families = self._chance.choice(SIZES, size=max(1, int(self._chance.poisson(base / 1.75))), p=OF_SIZE)
        return int(families[self._chance.random(len(families)) < level].sum()), int(families.sum())


def is_called_changed(figures: ReleasedFigures) -> dict[str, bool]:
    """Return of each sentence of the card whether its words call it a change, or call districts different."""
    return {_name(telling): _is_clear(telling(figures)) for telling in TELLINGS}


def _name(telling: Comparing) -> str:
    assert isinstance(telling, Changed | AcrossPlaces)
    where = ["across districts"] if isinstance(telling, AcrossPlaces) else []
    return " ".join([telling.measure, *(value for _, value in telling.parts), *where])


def _is_clear(sentence: Sentence | None) -> bool:
    judgements = sentence.judgements if sentence else ()
    return any(each.kind is DerivedKind.RANK or each.value in CLEAR for each in judgements)
