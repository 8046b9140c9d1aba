"""An invented county: every cell of every measure for Borsetshire and its two districts."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from earlyhelp.disclosure.cells import Release, ReleasedCell
from earlyhelp.disclosure.gate import release
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.declare import Calculation, Measure
from earlyhelp.measures.domains import CODE_LISTS, OUTCOMES
from earlyhelp.measures.figures import Figure, Status, share
from earlyhelp.periods import Period
from earlyhelp.places import Place
from earlyhelp.publications.subject import Subject, SuppliedTable
from earlyhelp.vocabulary.code_lists import read_code_list

PERIOD = Period(date(2016, 1, 1), date(2016, 7, 31))
AS_AT = date(2016, 9, 15)
COUNTY = Place("county", "E10000099", "Borsetshire")
DISTRICTS = (Place("district", "E07000901", "Ambridge"), Place("district", "E07000902", "Felpersham"))
SUBJECT = Subject(
    place=COUNTY, county=COUNTY, period=PERIOD, period_label=PERIOD.label, districts=DISTRICTS,
    tables=(SuppliedTable("request", "Capita One", 1300, 1280, 12, 8, 3),
            SuppliedTable("staffing", "SAP", 14, 14, 0, 0, 0)),
    absent_tables=("link",), wordings={("young_person", "listened"): "I was listened to"},
)  # fmt: skip
ADDS_UP = "exclusion_outcomes"
ITEMS = ("better", "listened", "satisfied")


def breakdowns(measure: Measure) -> Iterator[str]:
    if measure.calculation is Calculation.SURVIVAL:
        yield from ("window=6", "window=12", "statistic=median_months")
    elif measure.calculation is Calculation.STILL_OPEN or measure.windows:
        yield from (f"window={window}" for window in measure.windows)
    if measure.total:
        yield "all"
    for by in measure.by:
        for values in product(*(codes(measure, name) for name in by)):
            yield ";".join(f"{name}={value}" for name, value in sorted(zip(by, values, strict=True)))


def codes(measure: Measure, name: str) -> tuple[str, ...]:
    if name == "month":
        return PERIOD.months_touched
    if name == "item":
        return ITEMS
    listed = read_code_list(OUTCOMES[measure.name] if name == "outcome" else CODE_LISTS[name]).codes
    return tuple(code for code in listed if code not in measure.leaves_out)


def invent(measure: Measure, place: Place, breakdown: str, chance: random.Random, most: int) -> Figure:
    head = (measure.name, PERIOD, place.level, place.code, breakdown)
    if measure.calculation is Calculation.SURVIVAL:
        value = Decimal("6.110883") if "median" in breakdown else Decimal("0.482000")
        return Figure(*head, None, 212, value, measure.unit, Status.VALUE)
    if measure.calculation is Calculation.STILL_OPEN:
        months = int(breakdown.removeprefix("window="))
        return Figure(*head, None, 212, Decimal(30 - months) / 30, measure.unit, Status.VALUE)
    count = chance.randint(0, most)
    if measure.out_of is None and measure.calculation is Calculation.ROWS:
        return Figure(*head, count, None, count, measure.unit, Status.VALUE if count else Status.ZERO)
    out_of = count + chance.randint(0, most)
    if not out_of:
        return Figure(*head, None, None, None, measure.unit, measure.when_empty)
    return Figure(*head, count, out_of, share(count, out_of), measure.unit, Status.VALUE if count else Status.ZERO)


def with_parts_that_add_up(figures: list[Figure]) -> list[Figure]:
    """Return the figures, the total of the exclusive outcomes of each place being the sum of them."""
    outcomes = [figure for figure in figures if figure.measure == ADDS_UP and figure.breakdown != "all"]
    totals = Counter[str]()
    for figure in outcomes:
        totals[figure.place_code] += int(figure.count or 0)

    def corrected(figure: Figure) -> Figure:
        if figure.measure != ADDS_UP or figure.breakdown != "all" or not figure.status.has_number:
            return figure
        total = totals[figure.place_code]
        return figure._replace(count=total, value=total, status=Status.VALUE if total else Status.ZERO)

    return [corrected(figure) for figure in figures]


Invented = Callable[..., Release]


@pytest.fixture
def invented() -> Invented:
    """Return a release of invented figures.

    seed        another county for another seed
    most        the largest count
    absent      measures that were not collected; status  says what they are instead
    """

    def make(
        seed: int = 1, most: int = 400, absent: frozenset[str] = frozenset(), status: Status = Status.NOT_COLLECTED
    ) -> Release:
        chance = random.Random(seed)
        figures = [
            Figure(measure.name, PERIOD, place.level, place.code, breakdown, None, None, None, measure.unit, status,
                   "The table request was not supplied.")
            if measure.name in absent
            else invent(measure, place, breakdown, chance, most)
            for measure in CATALOGUE.values()
            for place in (COUNTY, *DISTRICTS)
            if place.level in measure.levels
            for breakdown in breakdowns(measure)
        ]  # fmt: skip
        return release(with_parts_that_add_up(figures), audience="internal", as_at=AS_AT)

    return make


@pytest.fixture
def hide() -> Callable[[Release, Callable[[ReleasedCell], bool]], Release]:
    """Return what hides the cells of a release that a test names."""

    def hidden(released: Release, is_hidden: Callable[[ReleasedCell], bool]) -> Release:
        nothing = {"count": None, "out_of": None, "value": None, "status": Status.SUPPRESSED}
        figures = [
            cell.figure._replace(**nothing) if cell.status.has_number and is_hidden(cell) else cell.figure
            for cell in released.cells
        ]
        return replace(release(figures, audience="internal", as_at=AS_AT), notice="")

    return hidden


@pytest.fixture
def subject() -> Subject:
    return SUBJECT
