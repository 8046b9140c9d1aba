"""The comparisons that one card tells, judged together: fifteen of them may mislead no more often than one.

Only cells with a number are compared, so what is hidden changes no verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Number
from earlyhelp.measures.notes import is_cut_short
from earlyhelp.report.sentences import Sentence
from earlyhelp.statistics.changes import count_change, share_change
from earlyhelp.statistics.side_by_side import spread_of
from earlyhelp.statistics.verdicts import NOT_COMPARABLE, TOO_FEW, Finding, Verdict, judge_together

if TYPE_CHECKING:
    from earlyhelp.publications.released_figures import ReleasedFigures

# Brothers and sisters come and go together, so that two children say about as much as one.
CHILDREN_TOGETHER: Final = 2.0
OF_CHILDREN: Final = "share of children"
_YEAR: Final = re.compile(r"(?<=month=)\d{4}")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Cells set side by side, each with a number, and what they show by themselves."""

    cells: tuple[ReleasedCell, ...]
    finding: Finding


@runtime_checkable
class Comparing(Protocol):
    """A telling that judges: what it compares can be asked before anything is told."""

    def compared(self, figures: ReleasedFigures) -> Comparison | None:
        """Return the comparison, None where one of its cells has no number."""
        ...

    def __call__(self, figures: ReleasedFigures) -> Sentence | None: ...


class ToldTogether:
    """The comparisons of one card and their verdicts. Whatever is asked besides is judged as one more of them."""

    def __init__(self, comparisons: Iterable[Comparison] = ()) -> None:
        listed = {each.cells: each.finding for each in comparisons}
        self._findings = list(listed.values())
        self._verdicts = dict(zip(listed, judge_together(self._findings), strict=True))

    def verdict(self, comparison: Comparison) -> Verdict:
        """Return what may be said of a comparison."""
        if comparison.cells in self._verdicts:
            return self._verdicts[comparison.cells]
        return judge_together([*self._findings, comparison.finding])[-1]


def compare(now: ReleasedCell, then: ReleasedCell) -> Comparison:
    """Return what a figure and an earlier one of the same thing show.

    A share without a count of its own, such as one that is estimated, cannot be judged and counts as too few.
    """
    finding = _change(now, then) if is_comparable(now, then) else NOT_COMPARABLE
    return Comparison((now, then), finding)


def side_by_side(cells: Sequence[ReleasedCell]) -> Comparison:
    """Return what several shares of one measure show, such as those of districts, each set against all others."""
    shares = [share for cell in cells if (share := _whole_share(cell)) is not None]
    return Comparison(tuple(cells), spread_of(shares) if len(shares) == len(cells) else TOO_FEW)


def is_comparable(now: ReleasedCell, then: ReleasedCell) -> bool:
    """Return whether two figures count the same thing for one place, over windows of about the same length.

    Another measure, unit or breakdown is another definition; records that begin inside the look-back of one of them
    make its window shorter than it says.
    """
    is_one_thing = _what(now) == _what(then)
    shorter, longer = sorted((now.period.days, then.period.days))
    # Terms differ in length; a month beside a year is another window.
    return is_one_thing and 3 * shorter >= 2 * longer and not any(is_cut_short(cell.note) for cell in (now, then))


def _what(cell: ReleasedCell) -> tuple[str, ...]:
    return (cell.measure, cell.unit, cell.place_level, cell.place_code, _YEAR.sub("", cell.breakdown))


def _change(now: ReleasedCell, then: ReleasedCell) -> Finding:
    if now.out_of is not None and then.out_of is not None:
        here, there = _whole_share(now), _whole_share(then)
        if here is None or there is None:
            return TOO_FEW
        return share_change(*here, *there, together=CHILDREN_TOGETHER if now.unit == OF_CHILDREN else 1.0)
    if not _all_whole(now.count, then.count):
        return TOO_FEW
    return count_change(_whole(now.count), now.period.days, _whole(then.count), then.period.days)


def _whole_share(cell: ReleasedCell) -> tuple[int, int] | None:
    is_whole = bool(cell.out_of) and _all_whole(cell.count, cell.out_of)
    return (_whole(cell.count), _whole(cell.out_of)) if is_whole else None


def _all_whole(*numbers: Number | None) -> bool:
    return all(number is not None and number == int(number) for number in numbers)


def _whole(number: Number | None) -> int:
    return int(Decimal(number or 0))
