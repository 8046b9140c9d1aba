"""What is given to the gate: every figure that leaves together, and what left before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from earlyhelp.measures.figures import Figure

ANY_KEY_STAGE: Final = frozenset({"EYFS", "KS1", "KS2", "KS3", "KS4", "KS5", "not_known"})


@dataclass(frozen=True, slots=True)
class KnownSchool:
    """What anyone knows of a school.

    district    code of the district it lies in
    phase       its reporting phase, as in the breakdown of that name
    key_stages  those it may have pupils of, all where it is not known
    """

    district: str
    phase: str
    key_stages: frozenset[str] = ANY_KEY_STAGE


@dataclass(frozen=True)
class EarlierRelease:
    """What was published before and shares days with the new publication.

    name        how the register calls it
    printed     its cells as they were published, with their statuses; a hidden one is suppressed
    today       the same period calculated from today's records, before any release
    """

    name: str
    printed: Sequence[Figure]
    today: Sequence[Figure]


NO_SCHOOLS: Final[Mapping[str, KnownSchool]] = MappingProxyType({})


@dataclass(frozen=True)
class ToRelease:
    """All calculated figures of one publication.

    periods     the figures of each of its periods, as in figures.csv; those of the levels to be published alone. At a
                level that hides zeros every school must have all its cells, zeros too
    as_at       the last day the data speak for
    schools     URN -> what anyone knows of the school
    earlier     earlier releases that share days with one of the periods
    between     figures of the parts into which the days of all these periods cut each other; never released
    """

    periods: tuple[Sequence[Figure], ...]
    as_at: date
    schools: Mapping[str, KnownSchool] = field(default_factory=lambda: NO_SCHOOLS)
    earlier: tuple[EarlierRelease, ...] = ()
    between: tuple[Sequence[Figure], ...] = ()
