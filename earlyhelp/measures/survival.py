"""Time to closure: Kaplan-Meier with delayed entry, in whole numbers until the last step.

Source: Kaplan and Meier 1958; docs/rules/time_to_closure.md
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

import duckdb

from earlyhelp.measures.catalogue import ROWS
from earlyhelp.measures.cells import CellMaker
from earlyhelp.measures.compile import fill, indent
from earlyhelp.measures.declare import Measure
from earlyhelp.measures.figures import Figure, Status, share
from earlyhelp.measures.places_counted import PlaceCode
from earlyhelp.measures.scope import Scope

DAYS_A_MONTH: Final = Decimal("30.4375")


@dataclass
class Tally:
    """How many spells of one place come under observation, leave it, and end in it, by days since their start."""

    entering: dict[int, int]
    leaving: dict[int, int]
    ended: dict[int, int]

    @property
    def spells(self) -> int:
        return sum(self.entering.values())

    @property
    def last_day_at_risk(self) -> int:
        """The last day of its life on which any spell was at risk of ending; -1 where none ever was."""
        return max((day for day, at_risk in self.at_risk() if at_risk), default=-1)

    def at_risk(self) -> Iterator[tuple[int, int]]:
        """Yield (day, spells at risk) for every day on which one enters or leaves, in order.

        A spell is at risk after the day of its entry up to the day it leaves; one that is seen from its own
        first day is at risk on that day too.
        """
        seen = 0
        for day in sorted({*self.entering, *self.leaving}):
            yield day, self.entering.get(0, 0) if day == 0 else seen
            seen += self.entering.get(day, 0) - self.leaving.get(day, 0)

    def steps(self) -> Iterator[tuple[int, int, int]]:
        """Yield (day, spells at risk, spells that end) for every day on which one ends, in order."""
        for day, at_risk in self.at_risk():
            if self.ended.get(day):
                yield day, at_risk, self.ended[day]


def days_of_window(months: int) -> int:
    """Return the day by which so many months of a spell are over: 183 for six, 365 for twelve."""
    return -(-months * 365 // 12)


def tally_sql(scope: Scope) -> str:
    """Return SQL with one row for each district and day: spells entering, leaving and ending."""
    spells = indent(fill(ROWS["spells"].sql, scope))
    return f"""WITH spells AS (
{spells}
), events AS (
  SELECT district_code, entry_days AS day, 1 AS entering, 0 AS leaving, 0 AS ended FROM spells
  UNION ALL
  SELECT district_code, exit_days, 0, 1,
         CASE WHEN has_ended AND (entry_days < exit_days OR exit_days = 0) THEN 1 ELSE 0 END
  FROM spells
)
SELECT district_code, day, sum(entering) AS entering, sum(leaving) AS leaving, sum(ended) AS ended
FROM events
GROUP BY district_code, day"""


def ended_by(tally: Tally, day: int) -> Decimal:
    """Return the share of spells that end by a day since their start, six decimals."""
    staying, everyone = 1, 1
    for event_day, at_risk, ended in tally.steps():
        if event_day > day:
            break
        staying, everyone = staying * (at_risk - ended), everyone * at_risk
    return share(everyone - staying, everyone)


def median_days(tally: Tally) -> int | None:
    """Return the first day by which at least half of the spells have ended; None where that is never seen."""
    staying, everyone = 1, 1
    for event_day, at_risk, ended in tally.steps():
        staying, everyone = staying * (at_risk - ended), everyone * at_risk
        if 2 * staying <= everyone:
            return event_day
    return None


def read_tallies(connection: duckdb.DuckDBPyConnection, scope: Scope) -> dict[PlaceCode, Tally]:
    """Return the tally of the county and of each district that has a spell."""
    tallies: dict[PlaceCode, Tally] = defaultdict(lambda: Tally(defaultdict(int), defaultdict(int), defaultdict(int)))
    for district, day, entering, leaving, ended in connection.execute(tally_sql(scope)).fetchall():
        for place in (("county", scope.county_code), ("district", district)):
            tally = tallies[place]
            tally.entering[day] += int(entering)
            tally.leaving[day] += int(leaving)
            tally.ended[day] += int(ended)
    return tallies


def still_open_after(tally: Tally, days: Sequence[int]) -> list[Decimal]:
    """Return the share of spells still open after each of some days since their start, six decimals.

    days    in ascending order
    """
    left: list[Decimal] = []
    staying, everyone = 1, 1
    for event_day, at_risk, ended in tally.steps():
        while len(left) < len(days) and days[len(left)] < event_day:
            left.append(share(staying, everyone))
        staying, everyone = staying * (at_risk - ended), everyone * at_risk
    return left + [share(staying, everyone)] * (len(days) - len(left))


class Survival:
    """The figures of time to closure of one calculation; the spells are tallied once, when the first is wanted."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, scope: Scope) -> None:
        self._connection = connection
        self._scope = scope

    @cached_property
    def _tallies(self) -> dict[PlaceCode, Tally]:
        return read_tallies(self._connection, self._scope)

    def ended(self, measure: Measure, places: Iterable[PlaceCode], note: str) -> Iterator[Figure]:
        """Yield the share ended by each window and the median months, for each place."""
        make = CellMaker(measure, self._scope, note)
        for place in places:
            tally = self._tallies.get(place)
            spells = tally.spells if tally else 0
            days = median_days(tally) if tally else None
            if days is None:
                yield make.without_number(place, "statistic=median_months", Status.NOT_APPLICABLE)
            else:
                months = share(Decimal(days), DAYS_A_MONTH)
                yield make.estimated(place, "statistic=median_months", spells, months, unit="months")
            for window in sorted(measure.windows, key=str):
                breakdown = f"window={window}"
                if tally is None or not spells:
                    yield make.without_number(place, breakdown, Status.NOT_APPLICABLE)
                else:
                    yield make.estimated(place, breakdown, spells, ended_by(tally, days_of_window(window)))

    def still_open(self, measure: Measure, places: Iterable[PlaceCode], note: str) -> Iterator[Figure]:
        """Yield the share still open after each window, for each place; none where nobody was at risk so late."""
        make = CellMaker(measure, self._scope, note)
        days = [days_of_window(window) for window in measure.windows]
        for place in places:
            tally = self._tallies.get(place) or Tally({}, {}, {})
            shares = dict(zip(measure.windows, still_open_after(tally, days), strict=True))
            last_day = tally.last_day_at_risk
            for window in sorted(measure.windows, key=str):
                breakdown = f"window={window}"
                if days_of_window(window) > last_day:
                    yield make.without_number(place, breakdown, Status.NOT_APPLICABLE)
                else:
                    yield make.estimated(place, breakdown, tally.spells, shares[window])


def survival_breakdowns(measure: Measure) -> list[str]:
    """Return the breakdowns that this measure writes."""
    return [*(f"window={window}" for window in measure.windows), "statistic=median_months"]
