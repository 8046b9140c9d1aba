"""What the columns of a layout nobody has mapped are taken for, and whether the mapping of it can be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from earlyhelp.extracts.mapping.read import read_mapping
from earlyhelp.extracts.proposals.drafts import Certainty
from earlyhelp.extracts.proposals.proposal import Proposal
from earlyhelp.extracts.proposals.propose import propose
from tests.extracts.proposals.drawn_sheets import Drawn, day, digits, sheet
from tests.extracts.proposals.fresh_layouts import FRESH
from tests.extracts.proposals.hard_layouts import HARD
from tests.extracts.proposals.last_layouts import LAST
from tests.extracts.proposals.later_layouts import LATER
from tests.extracts.proposals.mixed_layouts import MIXED
from tests.extracts.proposals.office_layouts import OFFICE
from tests.extracts.proposals.unseen_layouts import ALL

STAFFORDSHIRE = "E10000028"
LEAST = 0.8
EVERY = [*ALL, *LATER, *HARD, *LAST, *MIXED, *OFFICE, *FRESH]


def propose_for(drawn: list[Drawn]) -> Proposal:
    return propose([each.sheet for each in drawn], STAFFORDSHIRE)


def right_and_all(drawn: list[Drawn], proposal: Proposal) -> tuple[int, int]:
    """How many columns were taken for what they are, and how many there are."""
    taken = {(claim.file, claim.sheet, claim.column): set(claim.targets) for claim in proposal.claims}
    marks = [
        bool(found & right) if right else not found
        for each in drawn
        for column, right in each.right.items()
        for found in [taken.get((each.sheet.file, each.sheet.name, column), set[tuple[str, str]]())]
    ]
    return sum(marks), len(marks)


@pytest.mark.parametrize("make", EVERY, ids=lambda make: make.__name__)
def test_four_columns_of_five_of_each_layout_are_taken_for_what_they_are(make: Callable[[], list[Drawn]]) -> None:
    drawn = make()
    right, of_all = right_and_all(drawn, propose_for(drawn))
    assert right >= LEAST * of_all


def test_of_the_layouts_drawn_later_nine_columns_of_ten_are_right_together() -> None:
    counts = [right_and_all(drawn, propose_for(drawn)) for drawn in (make() for make in LATER)]
    assert sum(right for right, _ in counts) >= 0.9 * sum(of_all for _, of_all in counts)


@pytest.mark.parametrize("make", EVERY, ids=lambda make: make.__name__)
def test_what_is_proposed_can_be_used_as_it_is_written(make: Callable[[], list[Drawn]], tmp_path: Path) -> None:
    proposal = propose_for(make())
    path = tmp_path / "mapping.toml"
    path.write_text(proposal.text, encoding="utf-8")
    mapping = read_mapping(path)
    assert len(mapping.tables) == len(proposal.mapping.tables) - len(proposal.open_tables)


def test_an_id_of_a_child_stands_in_each_table_that_needs_it() -> None:
    proposal = propose_for(ALL[0]())
    claim = next(claim for claim in proposal.claims if claim.column == "Mosaic ID")
    assert set(claim.targets) >= {
        ("person", "person_id"), ("identity", "person_id"), ("request_child", "person_id"),
        ("family_member", "person_id"),
    }  # fmt: skip


def test_a_required_column_that_nothing_fills_puts_the_table_to_sleep_with_a_question() -> None:
    drawn = sheet("Reviews.csv", "", [
        ("Review ID", "review.review_id", digits(1, 900)),
        ("Episode ID", "review.involvement_id", digits(500, 540)),
        ("Progress", "review.progress", lambda random, row: random.choice(("Improving", "Worsening"))),
    ])  # fmt: skip
    proposal = propose_for([drawn])
    assert proposal.open_tables == ("review from review",)
    assert '# # due_on = "…"  # ? what fills the required column due_on?' in proposal.text


def test_a_day_that_only_a_lone_column_can_be_is_proposed_and_asked_about() -> None:
    drawn = sheet("Reviews.csv", "", [
        ("Review ID", "review.review_id", digits(1, 900)),
        ("Episode ID", "review.involvement_id", digits(500, 540)),
        ("Zzz", "review.due_on", day),
    ])  # fmt: skip
    proposal = propose_for([drawn])
    claim = next(claim for claim in proposal.claims if claim.column == "Zzz")
    assert claim.targets == (("review", "due_on"),)
    assert claim.certainty is Certainty.UNSURE


def test_ids_made_from_names_and_days_of_birth_get_a_key_file() -> None:
    drawn = sheet("Requests.csv", "", [
        ("Request ref", "", digits(1, 9000)),
        ("Date received", "", day),
        ("Referral source", "", lambda random, row: "School"),
        ("Child name", "", lambda random, row: random.choice(("Ada Archer", "Dev Gill", "Isla Dunn"))),
        ("DOB", "", day),
    ])  # fmt: skip
    proposal = propose_for([drawn])
    assert proposal.mapping.key_file == "ids.key"
    assert proposal.mapping.tables_of("request")


def test_no_sheet_is_taken_for_a_table_it_says_nothing_of() -> None:
    drawn = sheet("Canteen.csv", "", [
        ("Dish", "", lambda random, row: random.choice(("Soup", "Pie"))),
        ("Price", "", digits(1, 9)),
        ("Spice", "", lambda random, row: random.choice(("hot", "mild"))),
    ])  # fmt: skip
    proposal = propose_for([drawn])
    assert not proposal.mapping.tables
    assert proposal.unused == ("Canteen.csv: no table of the dataset was found in it",)
