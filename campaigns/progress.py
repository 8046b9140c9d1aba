"""How far a campaign has come, kept after each step so that an interruption costs one step."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "build" / "campaigns"
PAGE = Path(__file__).parents[1] / "docs" / "campaigns.md"
HEADING = (
    "# Campaigns\n\nLong runs of `make campaign`, each step drawn from its own seed. A run that is stopped goes on "
    "where it was.\n\n| campaign | seeds | looked at | faults |\n|---|---|---|---|\n"
)


@dataclass
class Progress:
    """The state of one campaign: the last seed done, how much was looked at, and what was wrong."""

    name: str
    first_seed: int
    done_to: int = 0
    looked_at: dict[str, int] = field(default_factory=dict[str, int])
    faults: list[str] = field(default_factory=list[str])

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.name}.json"

    def save(self) -> None:
        FOLDER.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")

    def write_result(self) -> None:
        """Put this campaign's line into docs/campaigns.md, in place of its earlier one."""
        before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEADING
        lines = [line for line in before.removeprefix(HEADING).splitlines() if not line.startswith(f"| {self.name} |")]
        looked_at = ", ".join(f"{number:,} {what}" for what, number in self.looked_at.items())
        faults = "; ".join(self.faults) or "none"
        lines.append(f"| {self.name} | {self.first_seed} to {self.done_to} | {looked_at} | {faults} |")
        PAGE.write_text(HEADING + "\n".join(sorted(lines)) + "\n", encoding="utf-8", newline="\n")


def resume(name: str, first_seed: int) -> Progress:
    """Return where the campaign stopped, or its beginning."""
    path = Progress(name, first_seed).path
    if path.exists():
        return Progress(**json.loads(path.read_text(encoding="utf-8")))
    return Progress(name, first_seed, done_to=first_seed - 1)
