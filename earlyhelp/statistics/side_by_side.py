"""Whether shares that stand side by side, such as those of districts, differ by more than chance would explain.

The largest and the smallest of many always lie apart: of six that are alike the two ends differ "clearly" one time in
three. So each is set against all the others together, and the least likely of them is judged as one of as many.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, lgamma
from typing import Final

from earlyhelp.statistics.changes import SMALLEST_BASE, count_change
from earlyhelp.statistics.intervals import check_share
from earlyhelp.statistics.verdicts import TOO_FEW, Finding, Verdict

# Two tables as likely as one another must count as such, though floating point tells them apart.
_A_HAIR: Final = 1 + 1e-9


def fisher(count: int, out_of: int, other_count: int, other_out_of: int) -> float:
    """Return how often two shares that are alike would lie as far apart, exactly, whatever their size.

    count, out_of   whole numbers, 0 <= count <= out_of, out_of > 0; likewise the other
    Returns         Fisher's two-sided chance, 0 to 1
    Raises          ValueError: not whole, or a count lies outside its base
    Source          Fisher 1935; docs/rules/side_by_side.md
    """
    check_share(count, out_of)
    check_share(other_count, other_out_of)
    counted, everyone = count + other_count, out_of + other_out_of
    fewest, most = max(0, counted - other_out_of), min(counted, out_of)
    whole = _log_ways(everyone, counted)
    chances = [
        exp(_log_ways(out_of, each) + _log_ways(other_out_of, counted - each) - whole)
        for each in range(fewest, most + 1)
    ]
    seen = chances[count - fewest] * _A_HAIR
    return min(1.0, sum(chance for chance in chances if chance <= seen))


def spread_of(shares: Sequence[tuple[int, int]]) -> Finding:
    """Return what several shares side by side show: UP where they differ, with the chance that all are alike.

    shares      count and out-of of each; those of fewer than 20 are left out
    Returns     TOO_FEW where fewer than two are left; the chance is the smallest of each against all others together,
                times how many there are
    Raises      ValueError: not whole, or a count lies outside its base
    Source      docs/rules/side_by_side.md
    """
    known = [(count, out_of) for count, out_of in shares if out_of >= SMALLEST_BASE]
    if len(known) < 2:
        return TOO_FEW
    counted, everyone = (sum(numbers) for numbers in zip(*known, strict=True))
    least = min(fisher(count, out_of, counted - count, everyone - out_of) for count, out_of in known)
    # Of two, each against the other is one comparison and not two.
    comparisons = len(known) if len(known) > 2 else 1
    return Finding(Verdict.UP, min(1.0, least * comparisons))


def most_frequent(counts: Sequence[tuple[int, int]]) -> Finding:
    """Return what the first of several counts of events shows against all others together, judged as one of as many.

    For the busiest month of several: whichever it is, it is the one picked out.

    counts      events and days of each, the one that is picked out first
    Raises      ValueError: fewer than two, or as `count_change`
    Source      docs/rules/side_by_side.md
    """
    if len(counts) < 2:
        raise ValueError("The most frequent is found among two or more.")
    (count, days), *others = counts
    elsewhere, other_days = (sum(numbers) for numbers in zip(*others, strict=True))
    finding = count_change(count, days, elsewhere, other_days)
    return Finding(finding.side, min(1.0, finding.chance * len(counts)))


def _log_ways(out_of: int, count: int) -> float:
    return lgamma(out_of + 1) - lgamma(count + 1) - lgamma(out_of - count + 1)
