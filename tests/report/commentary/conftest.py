"""Invented figures of Borsetshire as a text may ask for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

import pytest

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.gate import release
from earlyhelp.measures.figures import Figure, Number, Status, share
from earlyhelp.periods import Period
from earlyhelp.report.commentary.bound_sentence import BoundSentence, bind_sentence
from earlyhelp.report.commentary.faults import Fault
from earlyhelp.report.commentary.figures_asked import NamedCell
from earlyhelp.report.commentary.marked_text import read_marked_text
from earlyhelp.report.commentary.pieces import Written
from earlyhelp.report.commentary.words_file import faults_of_sentence
from earlyhelp.statistics.verdicts import Verdict

NOW = Period(date(2016, 1, 1), date(2016, 7, 31))
THEN = Period(date(2015, 1, 1), date(2015, 7, 31))
OWN_NAMES = ("Five Ways Primary School",)


def released(
    measure: str, count: Number | None, out_of: Number | None = None, *, breakdown: str = "all", period: Period = NOW,
    status: Status | None = None,
) -> ReleasedCell:  # fmt: skip
    """Pass an invented figure through the gate, as every cell is."""
    status = status or (Status.VALUE if count else Status.ZERO)
    value = None
    if status.has_number and count is not None:
        value = share(count, out_of) if out_of else Decimal(count)
    figure = Figure(measure, period, "county", "E10000099", breakdown, count, out_of, value, "", status)
    return release([figure], audience="internal", as_at=date(2016, 9, 15)).cells[0]


@dataclass
class InventedFigures:
    """Answers from a handful of cells. verdict     what every change is judged to be"""

    now: dict[tuple[str, str], ReleasedCell] = field(default_factory=dict[tuple[str, str], ReleasedCell])
    then: dict[tuple[str, str], ReleasedCell] = field(default_factory=dict[tuple[str, str], ReleasedCell])
    verdict: Verdict = Verdict.NO_CLEAR_CHANGE

    def cell(self, measure: str, parts: Mapping[str, str], place: str) -> ReleasedCell | None:
        return self.now.get((measure, _breakdown(parts)))

    def across(self, measure: str, by: str, parts: Mapping[str, str], place: str) -> tuple[NamedCell, ...]:
        found = [(cell.parts[by], cell) for (name, _), cell in self.now.items() if name == measure and by in cell.parts]
        return tuple(NamedCell(code, f"source {code}", cell) for code, cell in found)

    def a_year_earlier(self, cell: ReleasedCell) -> ReleasedCell | None:
        return self.then.get((cell.measure, cell.breakdown))

    def judge(self, now: ReleasedCell, then: ReleasedCell) -> Verdict:
        return self.verdict

    def target(self, measure: str) -> Decimal | None:
        return Decimal("0.4")

    def add(self, cell: ReleasedCell) -> None:
        (self.now if cell.period == NOW else self.then)[cell.measure, cell.breakdown] = cell


def _breakdown(parts: Mapping[str, str]) -> str:
    return ";".join(f"{name}={parts[name]}" for name in sorted(parts)) or "all"


@pytest.fixture
def figures() -> InventedFigures:
    """1,069 of 2,741 requests from schools, 36% a year earlier; three sources."""
    found = InventedFigures()
    for cell in (
        released("requests", 2741), released("requests", 2600, period=THEN),
        released("requests_from_schools", 1069, 2741), released("requests_from_schools", 936, 2600, period=THEN),
        released("requests", 1069, breakdown="source_code=2A"), released("requests", 900, breakdown="source_code=6"),
        released("requests", 772, breakdown="source_code=4"),
    ):  # fmt: skip
        found.add(cell)
    return found


def read_one(text: str) -> Written:
    """Return the one sentence of a text."""
    (page,) = read_marked_text(f"## requests-by-source\n\n{text}\n").pages
    ((written,),) = page.paragraphs
    return written


@pytest.fixture
def faults() -> Callable[[str], list[Fault]]:
    """Return what is wrong with one sentence whatever the figures are."""
    return lambda text: list(faults_of_sentence(read_one(text), OWN_NAMES))


@pytest.fixture
def bind(figures: InventedFigures) -> Callable[[str], BoundSentence]:
    """Return what becomes of one sentence over the invented figures."""
    return lambda text: bind_sentence(read_one(text), figures, OWN_NAMES)
