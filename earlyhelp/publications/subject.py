"""What a publication is about besides its figures: the place, its districts, and the files the records came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from earlyhelp.periods import Period
from earlyhelp.places import Place
from earlyhelp.publications.restated import Restated
from earlyhelp.report.commentary.page_words import PageWords

if TYPE_CHECKING:
    from earlyhelp.publications.promised import Promised

NO_WORDINGS: Mapping[tuple[str, str], str] = MappingProxyType({})
Targets = Mapping[tuple[str, str], tuple[tuple[date, Decimal], ...]]
NO_NOTES: Mapping[str, str] = MappingProxyType({})
NO_DAYS: Mapping[str, date] = MappingProxyType({})
NO_TARGETS: Targets = MappingProxyType({})
NO_WORDS: Mapping[str, PageWords] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SuppliedTable:
    """One table of the dataset as it was supplied: rows read, used and refused, and values blanked.

    refused_with_parent     rows refused because a row they belong to was
    system      where it comes from, in the council's own words; empty where not said
    """

    table: str
    system: str
    read: int
    used: int
    refused: int
    refused_with_parent: int
    blanked: int


@dataclass(frozen=True)
class Subject:
    """The place and period of a publication.

    district        of a school: the district it lies in
    earlier_period  the same period a year earlier, None where nothing may be compared with it
    districts       the county's districts in the order in which they are listed
    tables          the tables supplied, in the dataset's order
    tells_rows      whether numbers of rows may be told: not where small numbers are hidden, as between two editions a
                    row more or less can be a family
    absent_tables   the tables not supplied
    source_notes    what dataset.json says of the source of each table, such as rows that an extract refused; or nothing
    complete_from   the first day from which a table is complete, for those that say so
    queries         questions of the check to the people at the source that have no answer yet
    wordings        questions of the closing forms by instrument and item
    targets         by measure and place code: the days from which targets hold and their values, in order
    restated        what changed since an earlier edition that shares days with this one
    promises        what became of the promises of earlier cards
    words           what people say on the pages, by key of the page
    """

    place: Place
    county: Place
    period: Period
    period_label: str
    district: Place | None = None
    earlier_period: Period | None = None
    districts: tuple[Place, ...] = ()
    tables: tuple[SuppliedTable, ...] = ()
    tells_rows: bool = True
    absent_tables: tuple[str, ...] = ()
    source_notes: Mapping[str, str] = field(default_factory=lambda: NO_NOTES)
    complete_from: Mapping[str, date] = field(default_factory=lambda: NO_DAYS)
    queries: int = 0
    wordings: Mapping[tuple[str, str], str] = field(default_factory=lambda: NO_WORDINGS)
    targets: Targets = field(default_factory=lambda: NO_TARGETS)
    restated: tuple[Restated, ...] = ()
    promises: tuple[Promised, ...] = ()
    words: Mapping[str, PageWords] = field(default_factory=lambda: NO_WORDS)

    def target(self, measure: str, on: date) -> Decimal | None:
        """Return the target of a measure in force on a day: the place's own, else the county's; None without any."""
        for place in (self.place, self.county):
            in_force = [value for from_on, value in self.targets.get((measure, place.code), ()) if from_on <= on]
            if in_force:
                return in_force[-1]
        return None
