"""The attacker says in its own words what the catalogue says; the two must agree."""

from __future__ import annotations

import pytest

from earlyhelp.attacker.catalogue import AT_LAST_DAY, COUNTED, DURING, NOT_PEOPLE, OUTCOMES, SPLIT, VALUES, groups_of
from earlyhelp.attacker.focuses import CODES_OF_CATEGORY
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.domains import CODE_LISTS
from earlyhelp.vocabulary.code_lists import read_code_list


def test_every_measure_is_known() -> None:
    assert set(COUNTED) | NOT_PEOPLE == set(CATALOGUE)


@pytest.mark.parametrize("measure", COUNTED)
def test_a_share_is_known_as_a_share(measure: str) -> None:
    assert (COUNTED[measure].out_of is not None) == CATALOGUE[measure].is_share


@pytest.mark.parametrize("name", [name for name in VALUES if name in CODE_LISTS])
def test_every_value_of_a_breakdown_is_known(name: str) -> None:
    assert set(VALUES[name]) == set(read_code_list(CODE_LISTS[name]).codes)


@pytest.mark.parametrize(
    "what, code_list",
    [("meetings", "link_meeting_outcome"), ("answers", "answer_end"), ("children at risk", "exclusion_outcome")],
)
def test_every_outcome_is_known(what: str, code_list: str) -> None:
    assert set(OUTCOMES[what]) == set(read_code_list(code_list).codes) - {"rearranged"}


def test_every_focus_is_in_its_category() -> None:
    focuses = read_code_list("focus")
    assert {code: focuses.entry(code).more["category"] for code in focuses.codes} == {
        code: category for category, codes in CODES_OF_CATEGORY.items() for code in codes
    }


def test_every_group_that_is_split_or_timed_is_counted() -> None:
    counted = {group.what for counts in COUNTED.values() for group in (counts.count, counts.out_of) if group}
    assert set(SPLIT) | AT_LAST_DAY | DURING <= counted


def test_what_two_measures_count_alike_has_one_name() -> None:
    from_schools, requests = groups_of("requests_from_schools", {})
    assert from_schools == groups_of("requests", {"source_code": "2A"})[0]
    assert requests == groups_of("requests", {})[0]
    assert (
        groups_of("closure_duration", {"band": "under_6", "key_stage": "KS1"})[1]
        == groups_of("closure_duration", {"key_stage": "KS1"})[1]
    )
