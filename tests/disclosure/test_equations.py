"""What is declared to add up does add up, in every random county, at every place and in every period."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import given, settings

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.table_types import create_table_sql
from earlyhelp.disclosure.equations import Equations
from earlyhelp.disclosure.kinds import Kind, counted
from earlyhelp.disclosure.publication import KnownSchool
from earlyhelp.disclosure.quantities import Quantities, Quantity, mixed_rows
from earlyhelp.disclosure.relations import Relation, relations
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import Period
from earlyhelp.vocabulary.code_lists import read_code_list
from tests.measures.random_counties import random_counties
from tests.measures.random_county import COUNTY_CODE, RandomCounty
from tests.measures.test_against_naive import fill

PERIOD = Period(date(2016, 1, 1), date(2016, 7, 31))
PAIR = ("attendance_below_90", "bullying")


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as opened:
        for table in TABLES.values():
            opened.execute(create_table_sql(table))
        yield opened


def known_schools(connection: duckdb.DuckDBPyConnection) -> dict[str, KnownSchool]:
    rows = connection.execute("SELECT urn, coalesce(district_code, ''), phase FROM school").fetchall()
    phases = {entry.code: entry.more["reporting_phase"] for entry in read_code_list("phase").entries}
    return {urn: KnownSchool(district, phases[phase]) for urn, district, phase in rows}


def scope_of(county: RandomCounty) -> Scope:
    return Scope(Period(county.first, county.last), county.as_at, COUNTY_CODE, county.present)


def equations_of(
    figures: list[Figure], periods: list[Period], schools: dict[str, KnownSchool]
) -> tuple[Quantities, Equations, int]:
    quantities = Quantities(schools, mixed_rows(figures))
    quantities.add(figures)
    equations = Equations(quantities, schools, periods, ())
    found = [equation for equation in [*equations.all(), *equations.of_rests()] if equation]
    for equation in found:
        assert sum(quantities.values[number] * sign for number, sign in equation) == 0
    return quantities, equations, len(found)


@settings(max_examples=25)
@given(county=random_counties())
def test_every_declared_relation_holds_in_a_random_county(
    connection: duckdb.DuckDBPyConnection, county: RandomCounty
) -> None:
    fill(connection, county)
    figures = calculate(connection, scope_of(county))

    quantities, equations, count = equations_of(figures, [Period(county.first, county.last)], known_schools(connection))

    assert equations.untrue == []
    assert count > 100
    assert min(quantities.values) >= 0


@settings(max_examples=10)
@given(county=random_counties())
def test_pieces_of_time_add_up(connection: duckdb.DuckDBPyConnection, county: RandomCounty) -> None:
    fill(connection, county)
    whole = Period(county.first, county.last)
    if whole.days < 2:
        return
    middle = whole.first + timedelta(days=whole.days // 2)
    halves = [Period(whole.first, middle - timedelta(days=1)), Period(middle, whole.last)]
    figures = [
        figure
        for period in (whole, *halves)
        for figure in calculate(connection, replace(scope_of(county), period=period))
    ]

    _, equations, _ = equations_of(figures, [whole, *halves], known_schools(connection))

    assert equations.untrue == []


def test_the_relations_of_a_publication_are_those_that_a_reader_would_find() -> None:
    kinds = [
        kind
        for measure, breakdown in [
            ("requests", "all"), ("requests_from_schools", "all"), ("requests", "source_code=6"),
            ("requests", "phase=primary"), ("requests", "phase=not_known"),
            ("re_requests", "window=6"), ("re_requests", "window=12"), ("requests_on_open_case", "all"),
            ("children_with_focus", "all"), ("children_with_focus", "focus_code=bullying"),
            ("children_with_focus", "focus_code=attendance_below_90"), ("children_with_both", "all"),
            ("open_children", "all"), ("children_closed", "all"),
        ]
        for kind in (counted(measure, breakdown).count, counted(measure, breakdown).out_of)
        if kind is not None
    ]  # fmt: skip
    found = set(relations(kinds, PAIR))

    requests = _count("requests")
    schools = _count("requests_from_schools")
    both, bullying = _count("children_with_both"), _count("children_with_focus", "focus_code=bullying")
    assert Relation(((requests, 1), (schools, -1), (_count("requests", "source_code=6"), -1))) in found
    assert (
        Relation(((schools, 1), (_count("requests", "phase=primary"), -1), (_count("requests", "phase=not_known"), -1)))
        in found
    )
    assert (
        Relation(((_count("re_requests", "window=12"), 1), (_count("re_requests", "window=6"), -1)), slack=-1) in found
    )
    assert Relation(((bullying, 1), (both, -1)), slack=-1) in found
    everyone = counted("children_with_focus", "all").out_of
    assert everyone is not None
    assert Relation(((everyone, 1), (_count("children_closed"), -1), (_count("open_children"), -1))) in found


def test_a_district_is_its_schools_and_a_rest() -> None:
    schools = {
        "100": KnownSchool("D1", "primary"),
        "200": KnownSchool("D1", "secondary"),
        "300": KnownSchool("D2", "primary"),
    }
    figures = [
        requests_of("county", "C", 12), requests_of("district", "D1", 8), requests_of("district", "D2", 3),
        requests_of("school", "100", 4), requests_of("school", "200", 2), requests_of("school", "300", 3),
    ]  # fmt: skip

    quantities, equations, _ = equations_of([*figures, *map(from_schools, figures)], [PERIOD], schools)

    kind = _count("requests_from_schools")
    assert quantities.values[quantities.number[Quantity(kind, ("rest of district", "D1"), PERIOD)]] == 8 - 4 - 2
    assert quantities.values[quantities.number[Quantity(kind, ("district", ""), PERIOD)]] == 12 - 8 - 3
    assert equations.untrue == []


def _count(measure: str, breakdown: str = "all") -> Kind:
    kind = counted(measure, breakdown).count
    assert kind is not None
    return kind


def requests_of(level: str, code: str, count: int) -> Figure:
    return Figure("requests", PERIOD, level, code, "all", count, None, count, "requests", Status.VALUE)


def from_schools(figure: Figure) -> Figure:
    return figure._replace(measure="requests_from_schools", out_of=figure.count)
