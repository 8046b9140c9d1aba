"""Rounding instead of hiding: multiples of five that add up as the true counts do."""

from __future__ import annotations

import pytest

from earlyhelp.disclosure.gate import release_rounded
from earlyhelp.disclosure.publication import ToRelease
from earlyhelp.measures.figures import Status
from tests.disclosure.drawn_figures import AS_AT, COUNTY, NORTH, SOUTH, WEST, by_key_stage, shared

ROWS = {COUNTY: (31, 33, 62), NORTH: (11, 3, 21), SOUTH: (8, 18, 23), WEST: (12, 12, 18)}


def test_every_count_is_a_neighbouring_multiple_of_five_and_all_sums_hold() -> None:
    figures = by_key_stage(ROWS)

    (released,) = release_rounded(ToRelease((figures,), AS_AT), audience="public")

    counts = {(cell.place_code, cell.breakdown): int(cell.count or 0) for cell in released.cells}
    assert all(count % 5 == 0 for count in counts.values())
    assert all(abs(counts[f.place_code, f.breakdown] - int(f.count or 0)) < 5 for f in figures)
    for place in ROWS:
        parts = sum(count for (code, breakdown), count in counts.items() if code == place[1] and breakdown != "all")
        assert counts[place[1], "all"] == parts
    for breakdown in {cell.breakdown for cell in released.cells}:
        assert counts[COUNTY[1], breakdown] == sum(counts[place[1], breakdown] for place in (NORTH, SOUTH, WEST))
    assert {cell.note for cell in released.cells} == {"Rounded to the nearest 5 or the next, so that all sums hold."}


def test_a_share_is_that_of_its_rounded_counts_or_hidden() -> None:
    figures = [shared("reviews_in_time", COUNTY, "all", 57, 62), shared("audit_agreement", COUNTY, "all", 1, 1)]

    (released,) = release_rounded(ToRelease((figures,), AS_AT), audience="public")

    agreement = released.cells[1]
    assert released.cells[0].value == released.cells[0].figure.value
    assert (released.cells[0].count or 0) % 5 == 0
    assert agreement.status is Status.SUPPRESSED or (agreement.count, agreement.out_of) in {(0, 5), (5, 5)}


def test_nothing_is_rounded_for_staff() -> None:
    with pytest.raises(ValueError, match="shown everything"):
        release_rounded(ToRelease((by_key_stage(ROWS),), AS_AT), audience="internal")
