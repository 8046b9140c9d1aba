"""Figures of a drawn county, counted over its rows in plain Python, every cell of every place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from typing import Final, NamedTuple

from earlyhelp.measures.declare import COUNT_ONLY
from earlyhelp.measures.figures import Figure, Status, share
from earlyhelp.periods import Period, month_of
from tests.disclosure.invented_events import CATEGORIES, PHASES, SOURCES, STAGES, County, Row

Condition = Callable[[Row, Period], bool]
Place = tuple[str, str]
COUNTY_CODE: Final = "E10000099"
BANDS: Final = ("under_6", "6_to_8", "9_to_11", "12_and_over")
VALUES: Final = {
    "source_code": (*SOURCES, "2A"),
    "phase": PHASES,
    "key_stage": STAGES,
    "outcome": ("held", "cancelled_by_team", "cancelled_by_school", "pending"),
    "band": BANDS,
    "focus_category": (*CATEGORIES, "parental_wellbeing"),
    "sen_provision": ("N", "K", "E", "S", "not_known"),
}
# A child has several focuses, so a share by category is one of all children.
NARROWS_COUNT_ALONE: Final = COUNT_ONLY | {"focus_category"}


def happened(row: Row, period: Period) -> bool:
    return row.day in period


def has_ended(row: Row, period: Period) -> bool:
    return row.ended is not None and row.ended in period


def is_open(row: Row, period: Period) -> bool:
    return row.day <= period.last and (row.ended is None or row.ended > period.last)


def is_active(row: Row, period: Period) -> bool:
    return row.day <= period.last and (row.ended is None or row.ended >= period.first)


def is_old(row: Row, period: Period) -> bool:
    return (period.last - row.day).days >= 365


def has(name: str, *values: str) -> Condition:
    return lambda row, period: bool(set(values) & set(row.columns.get(name, ())))


def both(first: Condition, second: Condition) -> Condition:
    return lambda row, period: first(row, period) and second(row, period)


def anything(row: Row, period: Period) -> bool:
    return True


class Table(NamedTuple):
    """How one measure is counted.

    base, counts    which rows are the whole, and which of these are counted
    is_share        whether the whole is printed as an out-of
    """

    measure: str
    what: str
    base: Condition
    counts: Condition = anything
    by: tuple[tuple[str, ...], ...] = ()
    is_share: bool = False
    has_schools: bool = False


TABLES: Final = (
    Table("requests", "requests", happened, by=(("source_code",), ("month",), ("phase",)), has_schools=True),
    Table("requests_from_schools", "requests", happened, has("source_code", "2A"), is_share=True, has_schools=True),
    Table("children_in_school_requests", "named children", happened, by=(("key_stage",),), has_schools=True),
    Table("assessments_started_by_schools", "assessments", happened, by=(("key_stage",), ("phase",)), has_schools=True),
    Table("assessments_led_by_schools", "assessments", happened, has("led_by", "school"), (), True, True),
    Table("link_meetings", "meetings", happened, by=(("outcome",),), has_schools=True),
    Table("link_meetings_held", "meetings", both(happened, has("outcome", *VALUES["outcome"][:3])),
          has("outcome", "held"), (), True, True),
    Table("open_children", "children", is_open, by=(("key_stage",), ("phase",)), has_schools=True),
    Table("open_children_by_sen", "children", is_open, by=(("sen_provision",),), is_share=True),
    Table("children_closed", "children", has_ended, has_schools=True),
    Table("closure_duration", "children", has_ended, by=(("band",), ("band", "key_stage")), is_share=True),
    Table("children_with_focus", "children", is_active, has("focus_category", *CATEGORIES), (("focus_category",),),
          is_share=True),
    Table("open_involvements", "involvements", is_open),
    Table("open_over_12_months", "involvements", is_open, is_old, is_share=True),
    Table("closures", "involvements", has_ended),
    Table("closures_signed_off", "involvements", has_ended, has("signed_off", "yes"), is_share=True),
    Table("closures_school_consulted", "involvements", both(has_ended, has("school_consulted", "yes", "no")),
          has("school_consulted", "yes"), is_share=True),
    Table("reviews_in_time", "reviews", happened, has("in_time", "yes"), is_share=True),
)  # fmt: skip


def figures_of(county: County, period: Period, release: int, tables: Sequence[Table] = TABLES) -> list[Figure]:
    """Return the figures of a period as the records were before a release, in the order of figures.csv."""
    known = {
        what: [row for row in rows if row.known_from <= release <= row.known_to and is_active(row, period)]
        for what, rows in county.rows.items()
    }
    places = [("county", COUNTY_CODE), *(("district", code) for code in county.districts)]
    schools = [("school", urn) for urn in sorted(county.schools)]
    found: list[Figure] = []
    for table in tables:
        counts, wholes = _counted(table, known[table.what], period)
        for place in (*places, *(schools if table.has_schools else ())):
            found += _figures(table, place, period, counts, wholes)
    return sorted(found, key=lambda each: (each.measure, each.place_level, each.place_code, each.breakdown))


Counted = Counter[tuple[Place, tuple[tuple[str, str], ...]]]


def _counted(table: Table, rows: list[Row], period: Period) -> tuple[Counted, Counted]:
    counts, wholes = Counted(), Counted()
    bases = dict.fromkeys(_base(by) for by in ((), *table.by))
    for row in rows:
        if table.base(row, period):
            for place in _places(row, table):
                wholes.update((place, parts) for by in bases for parts in _parts(row, by, period))
                if table.counts(row, period):
                    counts.update((place, parts) for by in ((), *table.by) for parts in _parts(row, by, period))
    return counts, wholes


def _places(row: Row, table: Table) -> Iterator[Place]:
    yield "county", COUNTY_CODE
    if row.district:
        yield "district", row.district
    if row.school and table.has_schools:
        yield "school", row.school


def _base(by: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in by if name not in NARROWS_COUNT_ALONE)


def _parts(row: Row, by: tuple[str, ...], period: Period) -> Iterator[tuple[tuple[str, str], ...]]:
    for values in product(*(_values(row, name) for name in by)):
        yield tuple(zip(by, values, strict=True))


def _values(row: Row, name: str) -> tuple[str, ...]:
    if name == "month":
        return (month_of(row.day),)
    if name == "band":
        assert row.ended is not None
        months = (row.ended - row.day).days // 30
        return (BANDS[(months >= 6) + (months >= 9) + (months >= 12)],)
    return row.columns.get(name, ())


def _figures(table: Table, place: Place, period: Period, counts: Counted, wholes: Counted) -> Iterator[Figure]:
    for by in ((), *(by for by in table.by if len(by) == 1 or place[0] != "school")):
        names = [period.months_touched if name == "month" else VALUES[name] for name in by]
        for values in product(*names):
            parts = tuple(zip(by, values, strict=True))
            base = tuple(part for part in parts if part[0] not in NARROWS_COUNT_ALONE)
            count = counts[place, parts]
            out_of = wholes[place, base] if table.is_share else None
            breakdown = ";".join(f"{name}={value}" for name, value in parts) or "all"
            yield _figure(table.measure, period, place, breakdown, count, out_of)


def _figure(measure: str, period: Period, place: Place, breakdown: str, count: int, out_of: int | None) -> Figure:
    if out_of == 0:
        return Figure(measure, period, *place, breakdown, None, None, None, "", Status.NOT_APPLICABLE)
    value = count if out_of is None else share(count, out_of)
    return Figure(measure, period, *place, breakdown, count, out_of, value, "", Status.VALUE if count else Status.ZERO)
