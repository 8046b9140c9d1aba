"""What people promised to do about a page, and what they have said of it since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Said(StrEnum):
    """How far a promise has come, in the words of whoever sees to it."""

    NOT_STARTED = "not started"
    UNDER_WAY = "under way"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def settles(self) -> bool:
        """Whether nothing more is to come."""
        return self in (Said.DONE, Said.DROPPED)


@dataclass(frozen=True, slots=True)
class SaidOn:
    """What was said of a promise on one day, with a note in the words of whoever said it; empty without one."""

    on: date
    said: Said
    note: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The figure by which a promise is judged.

    place       code or name of a county or district, empty for the county
    direction   "higher" or "lower": the way in which the figure is to move
    target      what it is to reach, a share from 0 to 1 or a count; None where it is to move alone
    """

    measure: str
    breakdown: str
    place: str
    direction: str
    target: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """One promise.

    id      by which every later card finds it, unique in its file
    what    what will be done, in the words of those who promise it
    owner   who sees to it: a role or a team, never a person
    due_on  by when, None where no day was set
    said    what was said of it since, the oldest first
    """

    id: str
    what: str
    owner: str
    promised_on: date
    due_on: date | None = None
    evidence: Evidence | None = None
    said: tuple[SaidOn, ...] = ()

    @property
    def last_said(self) -> SaidOn | None:
        return self.said[-1] if self.said else None

    @property
    def is_settled(self) -> bool:
        """Whether its owner has said that nothing more is to come."""
        return self.last_said is not None and self.last_said.said.settles
