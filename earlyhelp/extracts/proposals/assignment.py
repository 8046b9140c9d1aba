"""What the columns of a sheet were given to."""

from __future__ import annotations

from dataclasses import dataclass, field

from earlyhelp.extracts.proposals.bundles import Bundle, Concept
from earlyhelp.extracts.proposals.column_profile import ColumnProfile
from earlyhelp.extracts.proposals.fit import Fit


@dataclass(frozen=True, slots=True)
class Given:
    """A fact with the column it is read from, how well it fits, and further columns that say the same."""

    concept: Concept
    profile: ColumnProfile
    fit: Fit
    others: tuple[ColumnProfile, ...] = ()


@dataclass(slots=True)
class Assignment:
    """What the columns of a sheet hold if it is about the main table of the bundle.

    given       by name of concept
    full_name   a column that holds forename and surname at once
    score       how much speaks for the whole
    """

    bundle: Bundle
    given: dict[str, Given] = field(default_factory=dict[str, Given])
    full_name: ColumnProfile | None = None
    score: float = 0.0

    def profile_of(self, concept: str) -> ColumnProfile | None:
        """Return the column a concept is read from, None where none is."""
        given = self.given.get(concept)
        return given.profile if given else None
