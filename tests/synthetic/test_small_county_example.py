"""The example in the repository is what the command in its README writes."""

from __future__ import annotations

import re
from pathlib import Path

from earlyhelp.synthetic.building import build_county
from earlyhelp.synthetic.county import synthesise

EXAMPLE = Path(__file__).parents[2] / "examples" / "small_county"


def options() -> dict[str, int]:
    command = re.search(r"^earlyhelp synthesise .*$", (EXAMPLE / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert command
    return {name: int(value) for name, value in re.findall(r"--(requests|seed) (\d+)", command.group())}


def test_the_example_is_what_its_command_writes(tmp_path: Path) -> None:
    synthesise(tmp_path, requests=options()["requests"], seed=options()["seed"])
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in (EXAMPLE / "dataset").iterdir()}


def test_the_example_has_a_row_of_every_table() -> None:
    assert all(build_county(requests=options()["requests"], seed=options()["seed"]).rows.values())
