"""Small publications drawn as tables: requests of a county, its districts and schools."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from earlyhelp.disclosure.publication import KnownSchool
from earlyhelp.measures.figures import Figure, Status, share
from earlyhelp.periods import Period

PERIOD = Period(date(2016, 1, 1), date(2016, 7, 31))
AS_AT = date(2016, 9, 15)
COUNTY = ("county", "E10000099")
NORTH, SOUTH, WEST = ("district", "E07000901"), ("district", "E07000902"), ("district", "E07000903")
STAGES = ("EYFS", "KS1", "KS2", "KS3", "KS4", "KS5", "not_known")


def counted(measure: str, place: tuple[str, str], breakdown: str, count: int, period: Period = PERIOD) -> Figure:
    """A plain count."""
    status = Status.VALUE if count else Status.ZERO
    return Figure(measure, period, *place, breakdown, count, None, count, "children", status)


def shared(measure: str, place: tuple[str, str], breakdown: str, count: int, out_of: int) -> Figure:
    """A share of something."""
    value, status = share(count, out_of), Status.VALUE if count else Status.ZERO
    return Figure(measure, PERIOD, *place, breakdown, count, out_of, value, "share", status)


def by_key_stage(rows: Mapping[tuple[str, str], tuple[int, ...]], period: Period = PERIOD) -> list[Figure]:
    """Children named in school requests by key stage: a line of counts for each place, and its total.

    rows    place -> counts of EYFS, KS1 and so on; missing ones at the end are 0
    """
    measure = "children_in_school_requests"
    figures: list[Figure] = []
    for place, counts in rows.items():
        whole = (*counts, *(0,) * (len(STAGES) - len(counts)))
        figures.append(counted(measure, place, "all", sum(whole), period))
        figures += [
            counted(measure, place, f"key_stage={stage}", count, period)
            for stage, count in zip(STAGES, whole, strict=True)
        ]
    return figures


def schools_of(district: tuple[str, str], *urns: str) -> dict[str, KnownSchool]:
    return {urn: KnownSchool(district[1], "primary") for urn in urns}
