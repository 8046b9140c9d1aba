"""One layout on its way into a mapping: what its columns hold, and the lines that are made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from earlyhelp.extracts.mapping.declare import ColumnRule
from earlyhelp.extracts.proposals.assignment import Assignment, Given
from earlyhelp.extracts.proposals.column_profile import ColumnProfile
from earlyhelp.extracts.proposals.layouts import Layout
from earlyhelp.extracts.proposals.turned import Turned

_CERTAIN: Final = 0.93
_LIKELY: Final = 0.66


class Certainty(StrEnum):
    """How sure a line is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Line:
    """How one column of the dataset is filled, how sure that is, and why."""

    rule: ColumnRule
    certainty: Certainty
    why: str


@dataclass(slots=True)
class TableDraft:
    """A table made from a layout.

    lines       by column of the dataset
    lacking     required columns that nothing fills, with what they mean
    adds        whether its rows only add to rows that another layout gives, and so may lack them
    telling     columns of the sheet that are empty where a row says nothing of the table
    """

    name: str
    lines: dict[str, Line] = field(default_factory=dict[str, Line])
    lacking: dict[str, str] = field(default_factory=dict[str, str])
    adds: bool = False
    telling: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """A layout with what its columns hold.

    record      the column that identifies a row of the main table to others, where its own id is made otherwise
    joined      further subjects of the same rows, each with what the columns left over hold of it
    host        for such a subject the draft whose rows give it
    """

    source: str
    layout: Layout
    turned: Turned
    held: Assignment
    tables: list[TableDraft] = field(default_factory=list[TableDraft])
    record: str = ""
    joined: list[Draft] = field(default_factory=list["Draft"])
    host: Draft | None = None

    @property
    def main(self) -> str:
        """The table the layout is about."""
        return self.held.bundle.main

    def given(self, concept: str) -> Given | None:
        """Return the column a concept is read from."""
        return self.held.given.get(concept)

    def names(self, *concepts: str) -> tuple[str, ...]:
        """Return the columns that some concepts are read from, those that are there."""
        found = (self.held.profile_of(concept) for concept in concepts)
        return tuple(profile.name for profile in found if profile)

    def table(self, name: str) -> TableDraft | None:
        """Return a table made from the layout; None where it is not."""
        return next((table for table in self.tables if table.name == name), None)


def certainty_of(given: Given) -> Certainty:
    """Say how sure it is that a column holds a concept."""
    if given.fit.score >= _CERTAIN and given.fit.heading >= _CERTAIN:
        return Certainty.CERTAIN
    return Certainty.LIKELY if given.fit.score >= _LIKELY else Certainty.UNSURE


def why(given: Given, *more: str) -> str:
    """Say in a few words why a column holds a concept."""
    heading = given.fit.heading
    said = (
        "the heading says it"
        if heading >= 0.9
        else "the heading is like it"
        if heading >= 0.5
        else "only its values say it"
    )
    return ", ".join(filter(None, (said, *more)))


def per_cent(share: float) -> str:
    """Return a share as a remark says it; not all is never 100%."""
    return "all" if share >= 1 else f"{min(99, round(100 * share))}%"


def names_of(profiles: Iterable[ColumnProfile]) -> tuple[str, ...]:
    """Return the names of columns."""
    return tuple(profile.name for profile in profiles)
