"""What a text may say of a figure beside that of a year earlier. The words are true whatever the figures are."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.derived import DerivedCell, DerivedKind
from earlyhelp.report.commentary.faults import WithheldError
from earlyhelp.report.commentary.figures_asked import FiguresAsked
from earlyhelp.report.commentary.found import check_share, now_and_then
from earlyhelp.report.commentary.pieces import Binding
from earlyhelp.report.numbers import Form, exact_share, has_percentage, print_cell, print_number
from earlyhelp.report.sentences import Judgement, Name, Part, Words
from earlyhelp.statistics.verdicts import Verdict

_NOUNS: Final = {
    Verdict.UP: "a clear rise",
    Verdict.DOWN: "a clear fall",
    Verdict.NO_CLEAR_CHANGE: "no clear change",
}
_VERBS: Final = {Verdict.UP: "rose", Verdict.DOWN: "fell", Verdict.NO_CLEAR_CHANGE: "did not clearly change"}
_EARLIER: Final = "a year earlier"


def verdict(binding: Binding, figures: FiguresAsked) -> Part:
    """Say "a clear rise", "a clear fall" or "no clear change"."""
    found, cells = _judged(binding, figures)
    return _judgement(found, Words(_NOUNS[found]), cells)


def rose_or_fell(binding: Binding, figures: FiguresAsked) -> Part:
    """Say "rose", "fell" or "did not clearly change"."""
    found, cells = _judged(binding, figures)
    return _judgement(found, Words(_VERBS[found]), cells)


def percentage_points(binding: Binding, figures: FiguresAsked) -> Part:
    """Say how far a share lies from that of a year earlier: "3 percentage points"."""
    now, then = now_and_then(binding, figures)
    _check_shares(binding, now, then)
    return Judgement(DerivedCell(DerivedKind.COMPARISON, "apart", (now, then)), Name(_points(now, then)))


def change(binding: Binding, figures: FiguresAsked) -> Part:
    """Say how far a figure lies from that of a year earlier; that it went up or down only where that is clear."""
    found, (now, then) = _judged(binding, figures)
    if now.out_of is None:
        return _judgement(found, Name(_counts_apart(found, now, then)), (now, then))
    _check_shares(binding, now, then)
    return _judgement(found, Name(_shares_apart(found, now, then)), (now, then))


def _judged(binding: Binding, figures: FiguresAsked) -> tuple[Verdict, tuple[ReleasedCell, ReleasedCell]]:
    cells = now_and_then(binding, figures)
    found = figures.judge(*cells)
    if found not in _NOUNS:
        why = "too few were counted" if found is Verdict.TOO_FEW else "the two years cannot be compared"
        raise WithheldError(f"{binding.measure} carries no verdict on a change: {why}")
    return found, cells


def _judgement(found: Verdict, words: Words | Name, cells: tuple[ReleasedCell, ReleasedCell]) -> Judgement:
    return Judgement(DerivedCell(DerivedKind.VERDICT, found.value, cells), words)


def _check_shares(binding: Binding, now: ReleasedCell, then: ReleasedCell) -> None:
    check_share(now, binding)
    if not (has_percentage(now) and has_percentage(then)):
        raise WithheldError(f"{binding.measure} is counted out of too few for percentage points")


def _shares_apart(found: Verdict, now: ReleasedCell, then: ReleasedCell) -> str:
    points = _points(now, then)
    if found in (Verdict.UP, Verdict.DOWN):
        return f"{found} {points} from {_EARLIER}"
    if points.startswith("0 "):
        return f"as {_EARLIER}, to the whole percentage point"
    side = "above" if exact_share(now) > exact_share(then) else "below"
    return f"{points} {side} {_EARLIER}, which is no clear change"


def _counts_apart(found: Verdict, now: ReleasedCell, then: ReleasedCell) -> str:
    before = print_cell(then, Form.COUNT_OR_NONE)
    if found in (Verdict.UP, Verdict.DOWN):
        return f"{found} from {before} {_EARLIER}"
    return f"{before} {_EARLIER}, which is no clear change"


def _points(now: ReleasedCell, then: ReleasedCell) -> str:
    """Return the difference in whole percentage points; with a decimal where whole ones would not add up.

    A reader takes one printed percentage from the other.
    """
    here, there = exact_share(now) * 100, exact_share(then) * 100
    apart = _rounded(abs(here - there), "1")
    if apart != abs(_rounded(here, "1") - _rounded(there, "1")):
        apart = _rounded(abs(here - there), "0.1")
    return f"{print_number(apart)} percentage {'point' if apart == 1 else 'points'}"


def _rounded(number: Decimal, to: str) -> Decimal:
    return number.quantize(Decimal(to), ROUND_HALF_UP)
