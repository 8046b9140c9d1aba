"""The five steps once more in plain Python, over random small snapshots of two editions."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from earlyhelp.dataset.source import open_dataset
from earlyhelp.disclosure.restated_steps import Steps
from earlyhelp.editions.earlier.earlier_edition import read_earlier_edition
from earlyhelp.editions.earlier.restate import compare
from earlyhelp.editions.edition import publish
from earlyhelp.editions.figures_of_edition import figures_of_edition
from earlyhelp.editions.places_asked import places_asked, read_places
from earlyhelp.editions.private.pseudonyms import key_for
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.periods import Period

COUNTY, DISTRICTS = "E10000099", ("E07000901", "E07000902")
SCHOOLS = ("900001", "900002")
PHASES = ("primary", "secondary", "special")
MEASURE = "requests_from_schools"
FIRST = date(2016, 1, 1)


class Request(NamedTuple):
    """What two snapshots may say differently of one request."""

    received_on: date
    source_code: str
    district_code: str
    school_urn: str


class Snapshot(NamedTuple):
    """A dataset on one day.

    phases  of each school
    """

    as_at: date
    period: Period
    requests: Mapping[str, Request]
    phases: Mapping[str, str]


REQUESTS = st.builds(
    Request,
    st.integers(0, 200).map(lambda days: FIRST + timedelta(days)),
    st.sampled_from(("2A", "6")),
    st.sampled_from(DISTRICTS),
    st.sampled_from((*SCHOOLS, "")),
)
PERIODS = st.tuples(st.integers(1, 4), st.integers(4, 7)).map(
    lambda months: Period(date(2016, months[0], 1), date(2016, months[1] + 1, 1) - timedelta(1))
)
SNAPSHOTS = st.builds(
    Snapshot,
    st.sampled_from((date(2016, 9, 15),)),
    PERIODS,
    st.dictionaries(st.integers(0, 14).map("R{}".format), REQUESTS, min_size=1, max_size=15),
    st.fixed_dictionaries({urn: st.sampled_from(PHASES) for urn in SCHOOLS}),
)
DEFINITIONS: Mapping[str, tuple[str, Callable[[str, str], bool]]] = {
    "every school": ("source_code = '2A'", lambda source, _: source == "2A"),
    "primary schools": (
        "source_code = '2A' AND phase = 'primary'", lambda source, phase: source == "2A" and phase == "primary",
    ),
}  # fmt: skip


def counted(snapshot: Snapshot, definition: str, place: str) -> tuple[int, int]:
    """Count and out-of of the measure, by hand."""
    is_counted = DEFINITIONS[definition][1]
    here = [
        request
        for request in snapshot.requests.values()
        if request.received_on in snapshot.period and place in (COUNTY, request.district_code)
    ]
    return sum(is_counted(each.source_code, snapshot.phases.get(each.school_urn, "")) for each in here), len(here)


def steps_by_hand(then: Snapshot, now: Snapshot, was: str, became: str, place: str) -> list[Steps]:
    """The steps of count and out-of: six datasets, each a step on from the one before."""
    known = {name: request for name, request in now.requests.items() if name in then.requests}
    corrected = then._replace(requests=known)
    late = corrected._replace(requests=now.requests)
    scoped = late._replace(phases=now.phases, as_at=now.as_at)
    reached = [
        counted(then, was, place), counted(corrected, was, place), counted(late, was, place),
        counted(late, became, place), counted(scoped, became, place), counted(now, became, place),
    ]  # fmt: skip
    of_each = [[numbers[which] for numbers in reached] for which in (0, 1)]
    return [Steps(each[0], *(each[step] - each[step - 1] for step in range(1, 6))) for each in of_each]


def write(snapshot: Snapshot, source: Path) -> Path:
    source.mkdir()
    texts = {
        "district": [("district_code", "name"), (DISTRICTS[0], "Ambridge"), (DISTRICTS[1], "Felpersham")],
        "family": [("family_id", "district_code"), ("F1", DISTRICTS[0])],
        "school": [
            ("urn", "name", "phase", "district_code"),
            *((urn, f"School {urn}", phase, DISTRICTS[0]) for urn, phase in snapshot.phases.items()),
        ],
        "request": [
            ("request_id", "family_id", "received_on", "kind", "source_code", "district_code", "school_urn"),
            *(
                (name, "F1", each.received_on, "support", each.source_code, each.district_code, each.school_urn)
                for name, each in snapshot.requests.items()
            ),
        ],
    }
    for name, rows in texts.items():
        with (source / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    about = {"county_code": COUNTY, "county_name": "Borsetshire", "as_at": snapshot.as_at.isoformat(), "sources": {}}
    (source / "dataset.json").write_text(json.dumps(about), encoding="utf-8")
    return source


def steps_of_the_program(then: Snapshot, now: Snapshot, was: str, became: str, folder: Path):
    """The steps of each figure that moved, and the figures of both editions."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(CATALOGUE, MEASURE, replace(CATALOGUE[MEASURE], counts=DEFINITIONS[was][0]))
        source = write(then, folder / "source_then")
        publish(source, "school-report-card", then.period, "county", "internal", folder / "then")
    with pytest.MonkeyPatch.context() as patch, open_dataset(write(now, folder / "source_now")) as dataset:
        patch.setitem(CATALOGUE, MEASURE, replace(CATALOGUE[MEASURE], counts=DEFINITIONS[became][0]))
        asked = places_asked(read_places(dataset), "county", now.period)
        figures = figures_of_edition(dataset, now.period, asked, "internal")
        earlier = read_earlier_edition(folder / "then", COUNTY, audience="internal")
        found = compare(earlier, figures, dataset, key_for(None, COUNTY))
    assert found is not None
    assert found.split is not None
    return found.split


def disagreements(then: Snapshot, now: Snapshot, was: str, became: str, met: set[str]) -> list[str]:
    """Where the program and the calculation by hand differ; the steps met that moved anything are noted."""
    with TemporaryDirectory() as folder:
        split = steps_of_the_program(then, now, was, became, Path(folder))
    found = [f"{cell}: {why}" for cell, why in split.why_not.items()]
    for cell, moved in split.moved.items():
        if cell.measure == MEASURE and cell.breakdown == "all" and cell.place_level != "school":
            by_hand = steps_by_hand(then, now, was, became, cell.place_code)
            met.update(name for steps in by_hand for name, amount in steps._asdict().items() if amount)
            if [moved.counted, moved.out_of] != by_hand:
                found.append(f"{cell}: {moved}, by hand {by_hand}")
    moving = {cell.place_code for cell in split.moved if cell.measure == MEASURE and cell.place_level != "school"}
    for place in (COUNTY, *DISTRICTS):
        if (place in moving) != (counted(then, was, place) != counted(now, became, place)):
            found.append(f"{place} moved, or did not")
    return found


def test_the_steps_agree_with_the_second_calculation_and_add_up() -> None:
    met: set[str] = set()

    @settings(max_examples=15, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
              suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
    @given(SNAPSHOTS, SNAPSHOTS, st.sampled_from(sorted(DEFINITIONS)), st.sampled_from(sorted(DEFINITIONS)))
    def compare_with_hand(then: Snapshot, now: Snapshot, was: str, became: str) -> None:
        assert disagreements(then, now, was, became, met) == []

    compare_with_hand()
    assert met == set(Steps._fields), "the snapshots do not reach every step"
