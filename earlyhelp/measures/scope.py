"""What is to be calculated: the period, the day the data speak for, the places and the tables there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from earlyhelp.periods import Period

LEVELS = ("county", "district", "school")
NO_DATES: Mapping[str, date] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Scope:
    """One calculation.

    period          first and last day
    as_at           the last day the data speak for
    county_code     code of the county's own cells
    present         names of the tables that were supplied; a measure that needs another is not collected
    complete_from   table name -> first day from which its history is complete, where known
    levels          places wanted, of county, district and school
    measures        names wanted; None: the whole catalogue
    whole_schools   URNs of the schools whose zeros are wanted too; of others only cells with something to count
    """

    period: Period
    as_at: date
    county_code: str
    present: frozenset[str]
    complete_from: Mapping[str, date] = field(default_factory=lambda: NO_DATES)
    levels: tuple[str, ...] = LEVELS
    measures: tuple[str, ...] | None = None
    whole_schools: tuple[str, ...] = ()
