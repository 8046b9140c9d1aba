"""What people promised to do about a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Action:
    """One promise.

    what    what will be done, in the words of those who promise it
    owner   who sees to it: a role or a team, never a person
    due_on  by when, None where no day was set
    """

    what: str
    owner: str
    due_on: date | None = None
