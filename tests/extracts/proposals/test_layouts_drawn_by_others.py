"""Layouts by somebody who never saw the word lists: what is proposed for them is what strangers may expect."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from earlyhelp.extracts.files.find_files import find_files
from earlyhelp.extracts.files.read_file import read_file
from earlyhelp.extracts.mapping.read import parse_mapping
from earlyhelp.extracts.proposals.proposal import Proposal
from earlyhelp.extracts.proposals.propose import propose
from earlyhelp.extracts.values.tidy import same_name

FOLDER = Path(__file__).parent / "layouts_of_others"
LAYOUTS = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
LEAST_RIGHT = 0.8


def propose_for(name: str, folder: Path) -> Proposal:
    files = [each for each in find_files([FOLDER / name]) if each.path.suffix in (".csv", ".xlsx")]
    return propose([sheet for found in files for sheet in read_file(found, folder)])


def right_columns(name: str, proposal: Proposal) -> tuple[int, int]:
    """How many columns of a layout were taken for what they are, of how many."""
    answers: dict[str, list[str]] = json.loads((FOLDER / name / "answers.json").read_text(encoding="utf-8"))["columns"]
    taken = {same_name(claim.column): {".".join(target) for target in claim.targets} for claim in proposal.claims}
    right = [taken.get(same_name(column), set[str]()) for column in answers]
    judged = [
        bool(found & set(wanted)) if wanted else not found
        for found, wanted in zip(right, answers.values(), strict=True)
    ]
    return sum(judged), len(judged)


def test_four_of_five_columns_are_right_in_layouts_of_others(tmp_path: Path) -> None:
    counts = {name: right_columns(name, propose_for(name, tmp_path)) for name in LAYOUTS}
    right, columns = (sum(count[place] for count in counts.values()) for place in (0, 1))
    assert columns == 130
    assert right >= LEAST_RIGHT * columns, counts


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_is_proposed_for_others_is_a_mapping_that_can_be_read(name: str, tmp_path: Path) -> None:
    proposal = propose_for(name, tmp_path)
    path = tmp_path / "mapping.toml"
    path.write_text(proposal.text, encoding="utf-8")
    _, faults = parse_mapping(path)
    # A table that waits for an answer is written as comments; where it is the only one, nothing is left to read.
    assert faults == [] or len(proposal.open_tables) == len(proposal.mapping.tables)
