"""One line of the benchmarks, and the page and the table they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured, ours and the peer's as text, and the number that the goal is about.

    number          the ratio, the time or the memory, in the unit; None: it could not be run
    goal            None: no goal, printed for the reader
    processor       the same ratio in processor time; the goal is met when both meet it, so that chance on a busy
                    machine is no success
    at_least        the goal is a floor, not a ceiling
    unit            "x", "s", "ms", "GiB" or "MB"
    """

    what: str
    ours: str
    peer: str
    number: float | None
    goal: float | None = None
    processor: float | None = None
    unit: str = "x"
    at_least: bool = False
    remark: str = ""

    @property
    def verdict(self) -> str:
        if self.number is None:
            return "NOT RUN"
        if self.goal is None:
            return ""
        numbers = [self.number] if self.processor is None else [self.number, self.processor]
        is_met = min(numbers) >= self.goal if self.at_least else max(numbers) <= self.goal
        return "met" if is_met else "NOT MET"

    @property
    def number_text(self) -> str:
        text = "" if self.number is None else f"{self.number:.2f} {self.unit}"
        return text if self.processor is None else f"{text} ({self.processor:.2f})"

    @property
    def goal_text(self) -> str:
        return "" if self.goal is None else f"{'at least' if self.at_least else 'at most'} {self.goal:g} {self.unit}"

    @property
    def columns(self) -> tuple[str, ...]:
        return (self.what, self.ours, self.peer, self.number_text, self.goal_text, self.verdict, self.remark)


BY_HAND: Final = "## Protection, run by hand"
ENGLAND: Final = "## England: the run of twenty million involvements"
HEADINGS: Final = ("what", "ours", "peer", "ratio (processor)", "goal", "verdict", "remark")


def table_of(results: Sequence[Result]) -> list[str]:
    return [
        f"| {' | '.join(HEADINGS)} |",
        f"|{'---|' * len(HEADINGS)}",
        *(f"| {' | '.join(result.columns)} |" for result in results),
    ]


def kept_of(page_text: str) -> str:
    """Return the sections of an earlier page whose runs take too long to repeat, the first as BY_HAND or ENGLAND."""
    begins = [page_text.index(heading) for heading in (BY_HAND, ENGLAND) if heading in page_text]
    return page_text[min(begins) :].strip() if begins else ""


def england_section(results: Sequence[Result], conditions: Sequence[str]) -> str:
    return "\n".join([ENGLAND, "", *(f"- {condition}" for condition in conditions), "", *table_of(results)])


def page(results: Sequence[Result], conditions: Sequence[str], notes: str, kept: str) -> str:
    """Return docs/benchmarks.md."""
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`. Ratios are of one run, both sides by turns, medians; a second run on another machine",
        "gives other seconds and should give like ratios.",
        "",
        *(f"- {condition}" for condition in conditions),
        "",
        *table_of(results),
        "",
        notes.strip(),
        "",
        *([kept, ""] if kept else []),
    ]
    return "\n".join(lines)
