"""A proposal may be sent to a colleague or a supplier: nothing in it comes from a row about a person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from earlyhelp.extracts.proposals.propose import propose
from tests.extracts.proposals.drawn_sheets import FORENAMES, SURNAMES, Drawn, birth, digits, of, sheet
from tests.extracts.proposals.fresh_layouts import FRESH
from tests.extracts.proposals.hard_layouts import HARD
from tests.extracts.proposals.last_layouts import LAST
from tests.extracts.proposals.later_layouts import LATER
from tests.extracts.proposals.mixed_layouts import MIXED
from tests.extracts.proposals.office_layouts import OFFICE
from tests.extracts.proposals.unseen_layouts import ALL


@pytest.mark.parametrize("make", [*ALL, *LATER, *HARD, *LAST, *MIXED, *OFFICE, *FRESH], ids=lambda make: make.__name__)
def test_no_name_of_a_person_stands_in_a_proposal(make: Callable[[], list[Drawn]]) -> None:
    proposal = propose([each.sheet for each in make()], "E10000028")
    said = "\n".join([proposal.text, *proposal.questions, *proposal.unused])
    # A grace is also a forename; whole names are looked for.
    names = [f"{forename} {surname}" for forename in FORENAMES for surname in SURNAMES]
    assert not [name for name in names if name in said]
    assert not [surname for surname in SURNAMES if f'"{surname}"' in said]


def test_a_coded_column_that_holds_free_text_gives_no_lines() -> None:
    notes = tuple(f"Spoke to Ada about matter {n} and she was upset" for n in range(200))
    drawn = sheet("Requests.csv", "", [
        ("Request ref", "", digits(1, 9000)), ("Family ID", "", digits(1, 300)), ("Date received", "", birth),
        ("Referral source", "", of("School", "Police")), ("Outcome", "", lambda random, row: notes[row]),
    ], rows=100)  # fmt: skip
    proposal = propose([drawn.sheet])
    assert "Ada" not in proposal.text


def test_days_of_birth_are_no_evidence_that_is_shown() -> None:
    drawn = sheet("People.csv", "", [
        ("Child ID", "", digits(1, 9000)), ("DOB", "", of("25/03/2006", "27/04/2007")), ("Gender", "", of("M", "F")),
    ])  # fmt: skip
    assert "25/03/2006" not in propose([drawn.sheet]).text
