"""Releases whose periods overlap, attacked together. The long form of it is campaigns/overlapping_terms.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.disclosure.invented_events import County, draw_county
from tests.disclosure.invented_figures import COUNTY_CODE, TABLES, figures_of
from tests.disclosure.released_in_turn import TERMS, attack_all, release_in_turn

# A term, half a year that begins with it, and the term after it, which began within that half year.
THREE = TERMS[1:4]
# One of children at schools, one of meetings there, one of shares.
FEW = tuple(
    table
    for table in TABLES
    if table.measure in ("children_in_school_requests", "link_meetings", "closures", "closures_signed_off")
)


@pytest.fixture(scope="module")
def county() -> County:
    return draw_county(1, schools=12, districts=2)


def exposed(county: County, folder: Path, *, is_forgetful: bool) -> int:
    """Return how many hidden numbers of somebody can be worked out; that there is nobody a later zero may tell."""
    releases = list(release_in_turn(county, THREE, folder, is_forgetful=is_forgetful, tables=FEW))
    found = attack_all(county, [released.folder for released in releases]).exposures
    return sum(exposure.upper != 0 for exposure in found)


def test_a_release_beside_those_before_it_undoes_none_of_them(county: County, tmp_path: Path) -> None:
    assert exposed(county, tmp_path, is_forgetful=False) == 0


def test_releases_that_know_nothing_of_each_other_undo_each_other(county: County, tmp_path: Path) -> None:
    assert exposed(county, tmp_path, is_forgetful=True) > 0


def test_records_corrected_between_releases_give_other_numbers(county: County) -> None:
    assert figures_of(county, TERMS[0], 1) != figures_of(county, TERMS[0], len(TERMS))


def test_a_drawn_county_adds_up(county: County) -> None:
    figures = figures_of(county, TERMS[0], 1)
    requests = {(each.place_level, each.place_code): each.count for each in figures
                if each.measure == "requests" and each.breakdown == "all"}  # fmt: skip
    sources = [each.count for each in figures if each.place_code == COUNTY_CODE and "source_code" in each.parts]
    assert sum(count or 0 for count in sources) == requests["county", COUNTY_CODE]
    assert sum(count or 0 for (level, _), count in requests.items() if level == "school") == next(
        each.count for each in figures if each.breakdown == "source_code=2A"
    )
