"""What became of a promise that an earlier card made: its figure then and now, what its owner says, how it stands.

Source: docs/rules/promises.md
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.catalogue import CATALOGUE, ROWS
from earlyhelp.measures.declare import OverTime
from earlyhelp.places import Place
from earlyhelp.publications.told_together import Comparison, ToldTogether, compare
from earlyhelp.report.actions import Action, Evidence, Said
from earlyhelp.report.numbers import exact_share, has_percentage
from earlyhelp.statistics.verdicts import Verdict

ONE_DAY: Final = "what is open on one day is no sample, and much of it may be the same work"
SHARED_DAYS: Final = "their periods share days"
OTHER_DEFINITION: Final = "it is counted in another way now"


class Standing(StrEnum):
    """How a promise stands."""

    NOTHING_SAID = "nothing said"
    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    KEPT = "kept"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        return self not in (Standing.KEPT, Standing.DROPPED)


_STANDINGS: Final = {
    Said.NOT_STARTED: Standing.NOT_STARTED, Said.UNDER_WAY: Standing.UNDER_WAY, Said.DONE: Standing.KEPT,
    Said.DROPPED: Standing.DROPPED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """The figure by which a promise is judged.

    then        as it was released with the first card that had the promise; None where there was none
    now         as it is released in this edition; None where this edition has no such figure
    verdict     whether it moved; None where one of the two has no number, or the two are not comparable
    why_not_comparable  why two numbers may not be set side by side, in words; empty where they may
    has_reached     whether the target is reached; None without a target, or where too few are counted to tell
    """

    evidence: Evidence
    place: Place
    then: ReleasedCell | None
    now: ReleasedCell | None
    verdict: Verdict | None = None
    why_not_comparable: str = ""
    has_reached: bool | None = None

    @property
    def has_moved_as_promised(self) -> bool:
        return self.verdict is (Verdict.UP if self.evidence.direction == "higher" else Verdict.DOWN)

    @property
    def is_kept(self) -> bool:
        """Whether the figure keeps the promise by itself: its target, or without one the move more than chance."""
        return bool(self.has_reached) if self.evidence.target is not None else self.has_moved_as_promised


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise of an earlier card.

    page        key of the page it stands on
    first_due_on    the day it was due when it was promised, where that was another one
    is_overdue  whether it is open after the day it was due
    """

    page: str
    action: Action
    standing: Standing
    is_overdue: bool
    first_due_on: date | None = None
    judged: Judged | None = None


@dataclass(frozen=True, slots=True)
class ToJudge:
    """The figure of a promise and the one it started from, before anything is said of them.

    is_counted_alike    whether the measure has the definition that it had then
    """

    evidence: Evidence
    place: Place
    then: ReleasedCell | None
    now: ReleasedCell | None
    is_counted_alike: bool

    @property
    def comparison(self) -> Comparison | None:
        """The two set side by side; None where one has no number, or they may not be."""
        if not _has_number(self.then) or not _has_number(self.now) or self.why_not_comparable:
            return None
        assert self.then is not None
        assert self.now is not None
        return compare(self.now, self.then)

    @property
    def why_not_comparable(self) -> str:
        if self.then is None or self.now is None or not (_has_number(self.then) and _has_number(self.now)):
            return ""
        return _why_not_comparable(self.then, self.now, is_counted_alike=self.is_counted_alike)


def judge_promises(to_judge: Iterable[ToJudge]) -> list[Judged]:
    """Judge the figures of all promises of an edition together, in their order: many verdicts mislead no more than one.

    Source  docs/rules/promises.md
    """
    listed = list(to_judge)
    comparisons = [each.comparison for each in listed]
    together = ToldTogether(each for each in comparisons if each is not None)
    return [
        Judged(
            each.evidence, each.place, each.then, each.now, together.verdict(both) if both else None,
            each.why_not_comparable, None if each.now is None else _has_reached(each.evidence, each.now),
        )
        for each, both in zip(listed, comparisons, strict=True)
    ]  # fmt: skip


def promised(
    page: str, action: Action, of_figure: Judged | None, as_at: date, first_due_on: date | None = None
) -> Promised:
    """Say how a promise stands when the records end. What its owner has settled stands, whatever the figure does."""
    last = action.last_said
    standing = Standing.NOTHING_SAID if last is None else _STANDINGS[last.said]
    if standing.is_open and of_figure is not None and of_figure.is_kept:
        standing = Standing.KEPT
    is_overdue = standing.is_open and action.due_on is not None and action.due_on < as_at
    moved = first_due_on if first_due_on != action.due_on else None
    return Promised(page, action, standing, is_overdue, moved, of_figure)


def _has_number(cell: ReleasedCell | None) -> bool:
    return cell is not None and cell.status.has_number


def _why_not_comparable(then: ReleasedCell, now: ReleasedCell, *, is_counted_alike: bool) -> str:
    if not is_counted_alike:
        return OTHER_DEFINITION
    if then.period.first <= now.period.last and now.period.first <= then.period.last:
        return SHARED_DAYS
    return ONE_DAY if is_of_one_day(now.measure) else ""


def is_of_one_day(measure_name: str) -> bool:
    """Return whether a measure counts what is there at the end of a period, which is no sample of events."""
    measure = CATALOGUE[measure_name]
    rows = ROWS[measure.rows]
    conditions = {part for sql in (measure.counts, measure.out_of or "") for part in sql.split(" AND ")}
    found = [when for condition, when in rows.conditions_over_time.items() if condition in conditions]
    return OverTime.LAST_DAY in (found or [rows.over_time])


def _has_reached(evidence: Evidence, now: ReleasedCell) -> bool | None:
    target = evidence.target
    if target is None or not now.status.has_number:
        return None
    if now.out_of is not None and not has_percentage(now):
        return None
    number = exact_share(now) if now.out_of is not None else now.value
    if number is None:
        return None
    return number >= target if evidence.direction == "higher" else number <= target
