"""In which steps a figure moved between two editions, in a sentence; of a share, also what it is out of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from earlyhelp.disclosure.derived import DerivedCell, DerivedKind
from earlyhelp.disclosure.restated_steps import ReleasedSteps, Steps
from earlyhelp.measures.figures import Number
from earlyhelp.publications.promised import is_of_one_day
from earlyhelp.report.numbers import print_number
from earlyhelp.report.sentences import Judgement, Name, Part, Sentence, Words

MONTHS: Final = "months"
# What is said after the amount of a step, of one and of several, and after "none by".
_CAUSES: Final = {
    "corrected": ("was corrected", "were corrected", "corrections"),
    "late": ("came late", "came late", "late records"),
    "definition": ("is there because we count differently", "are there because we count differently",
                   "counting differently"),
    "scope": ("comes from other places or filters", "come from other places or filters", "other places or filters"),
}  # fmt: skip
_OTHER_DAYS: Final = ("is of other days", "are of other days", "other days")
_NEW_MONTHS: Final = ("is of the new months", "are of the new months", "new months")
_LATER_DAY: Final = ("comes with the later day", "come with the later day", "the later day")
# Where amounts go both ways, each says which.
_SIDES: Final = {
    "corrected": "by corrections", "late": "by late records", "definition": "by counting differently",
    "scope": "by other places or filters",
}  # fmt: skip


def steps_in_words(steps: ReleasedSteps) -> Sentence:
    """Return how the figure moved, each number bound to the figure of both editions."""
    said = _Said(steps)
    parts = said.of(steps.counted, is_count=steps.has_count)
    whole = steps.out_of
    if whole is not None and any(whole.amounts) and whole.amounts != steps.counted.amounts:
        parts += [Words(" What it is out of: "), *said.of(whole, is_count=True, is_first=False)]
    return Sentence(tuple(parts))


class _Said:
    """Says the steps of one figure."""

    def __init__(self, steps: ReleasedSteps) -> None:
        self._steps = steps
        self._causes = {**_CAUSES, "period": _of_the_period(steps)}

    def of(self, steps: Steps, *, is_count: bool, is_first: bool = True) -> list[Part]:
        amounts = dict(zip(Steps._fields[1:], steps.amounts, strict=True))
        moved = {name: amount for name, amount in amounts.items() if amount}
        if not moved:
            return [Words("It is as it was.")]
        still = [self._causes[name][2] for name, amount in amounts.items() if not amount and self._may_say(name)]
        difference = steps.difference
        if difference and all((amount > 0) == (difference > 0) for amount in moved.values()):
            return self._one_way(moved, difference, still, is_count=is_count, is_first=is_first)
        return self._both_ways(moved, difference, still, is_count=is_count)

    def _one_way(
        self, moved: dict[str, Number], difference: Number, still: list[str], *, is_count: bool, is_first: bool
    ) -> list[Part]:
        whole = self._bound("difference", difference, is_count=is_count)
        if len(moved) == 1:
            (name,) = moved
            is_one = is_count and abs(difference) == 1
            opening = f"{'T' if is_first else 't'}he " if is_one else f"{'A' if is_first else 'a'}ll of the "
            cause = self._causes[name][not is_one]
            return [Words(opening), whole, Words(f" {_side(difference, is_count=is_count)} {cause}.")]
        opening = "Of the " if is_first else "of the "
        listed = [
            [
                self._bound(name, amount, is_count=is_count),
                Words(f" {self._causes[name][not is_count or abs(amount) != 1]}"),
            ]
            for name, amount in moved.items()
        ]
        side = Words(f" {_side(difference, is_count=is_count)}, ")
        return [Words(opening), whole, side, *_joined(listed), *_none(still)]

    def _both_ways(
        self, moved: dict[str, Number], difference: Number, still: list[str], *, is_count: bool
    ) -> list[Part]:
        opening: list[Part] = [Words("The same all told: ")]
        if difference:
            whole = self._bound("difference", difference, is_count=is_count)
            opening = [whole, Words(f" {_side(difference, is_count=is_count)} all told: ")]
        listed = [
            [self._bound(name, amount, is_count=is_count),
             Words(f" {_side(amount, is_count=is_count)} {self._by(name)}")]
            for name, amount in moved.items()
        ]  # fmt: skip
        return [*opening, *_joined(listed), *_none(still)]

    def _by(self, name: str) -> str:
        return _SIDES.get(name, f"by {self._causes['period'][2]}")

    def _may_say(self, name: str) -> bool:
        """Whether a step that moved nothing is worth a word: the period is not where it is the same."""
        return name != "period" or self._steps.then.period != self._steps.now.period

    def _bound(self, name: str, amount: Number, *, is_count: bool) -> Judgement:
        cells = (self._steps.now, self._steps.then)
        printed = _printed(abs(amount), self._steps.now.unit, is_count=is_count)
        return Judgement(DerivedCell(DerivedKind.STEP, name, cells), Name(printed))


def _printed(amount: Number, unit: str, *, is_count: bool) -> str:
    if is_count:
        return print_number(amount)
    if unit == MONTHS:
        return f"{_to_one_decimal(Decimal(amount))} months"
    return f"{_to_one_decimal(Decimal(amount) * 100)} percentage points"


def _to_one_decimal(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _side(amount: Number, *, is_count: bool) -> str:
    if is_count:
        return "more" if amount > 0 else "fewer"
    return "up" if amount > 0 else "down"


def _joined(listed: Sequence[Sequence[Part]]) -> list[Part]:
    parts: list[Part] = []
    for place, item in enumerate(listed):
        before = "" if not place else " and " if place == len(listed) - 1 else ", "
        parts += [*([Words(before)] if before else []), *item]
    return parts


def _none(still: Sequence[str]) -> list[Part]:
    if not still:
        return [Words(".")]
    return [Words(f"; none by {' or '.join(filter(None, (', '.join(still[:-1]), still[-1])))}.")]


def _of_the_period(steps: ReleasedSteps) -> tuple[str, str, str]:
    then, now = steps.then.period, steps.now.period
    if then.last < now.last and is_of_one_day(steps.now.measure):
        return _LATER_DAY
    return _NEW_MONTHS if then.first == now.first and then.last < now.last else _OTHER_DAYS
