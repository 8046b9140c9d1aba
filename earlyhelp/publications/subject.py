"""What a publication is about besides its figures: the place, its districts, and the files the records came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from earlyhelp.periods import Period
from earlyhelp.places import Place

NO_WORDINGS: Mapping[tuple[str, str], str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SuppliedTable:
    """One table of the dataset as it was supplied: rows read, used and refused, and values blanked.

    refused_with_parent     rows refused because a row they belong to was
    system      where it comes from, in the council's own words; empty where not said
    note        what dataset.json says of it besides, such as rows that an extract refused
    """

    table: str
    system: str
    read: int
    used: int
    refused: int
    refused_with_parent: int
    blanked: int
    note: str = ""


@dataclass(frozen=True)
class Subject:
    """The place and period of a publication.

    districts       the county's districts in the order in which they are listed
    tables          the tables supplied, in the dataset's order
    absent_tables   the tables not supplied
    queries         questions of the check to the people at the source that have no answer yet
    wordings        questions of the closing forms by instrument and item
    """

    place: Place
    county: Place
    period: Period
    period_label: str
    districts: tuple[Place, ...] = ()
    tables: tuple[SuppliedTable, ...] = ()
    absent_tables: tuple[str, ...] = ()
    queries: int = 0
    wordings: Mapping[tuple[str, str], str] = field(default_factory=lambda: NO_WORDINGS)
