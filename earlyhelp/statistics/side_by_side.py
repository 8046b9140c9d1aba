"""Whether shares that stand side by side, such as those of districts, differ by more than chance would explain.

The largest and the smallest of many always lie apart: of six that are alike the two ends differ "clearly" one time in
three. So each is set against all the others together, and the least likely of them is judged as one of as many. Three
low beside five high may each be near the rest, so all are looked at together, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import erfc, exp, gamma, lgamma, sqrt
from typing import Final

from earlyhelp.statistics.changes import SMALLEST_BASE, count_change
from earlyhelp.statistics.intervals import check_share
from earlyhelp.statistics.verdicts import TOO_FEW, Finding, Verdict

# Where fewer are expected the chi-square law is too rough.
LEAST_EXPECTED: Final = 5
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
    Returns     TOO_FEW where fewer than two are left; else twice the smaller of two chances: of each against all others
                together, the smallest times how many there are, and of all together
    Raises      ValueError: not whole, or a count lies outside its base
    Source      docs/rules/side_by_side.md
    """
    known = [(count, out_of) for count, out_of in shares if out_of >= SMALLEST_BASE]
    if len(known) < 2:
        return TOO_FEW
    counted, everyone = (sum(numbers) for numbers in zip(*known, strict=True))
    least = min(fisher(count, out_of, counted - count, everyone - out_of) for count, out_of in known)
    if len(known) == 2:
        return Finding(Verdict.UP, least)  # each against the other is one comparison and not two
    # One that stands out, or a few low beside a few high: two ways of looking, so each counts twice.
    return Finding(Verdict.UP, min(1.0, 2 * least * len(known), 2 * homogeneity(known)))


def homogeneity(shares: Sequence[tuple[int, int]]) -> float:
    """Return how often shares that are all alike would lie as far apart together, by Pearson's chi-square.

    shares      count and out-of of each, two or more, none out of nothing
    Returns     0 to 1; 1 where fewer than five would be expected somewhere, as the law of it does not hold there
    Source      Pearson 1900; docs/rules/side_by_side.md
    """
    counted, everyone = (sum(numbers) for numbers in zip(*shares, strict=True))
    share = counted / everyone
    if min(out_of for _, out_of in shares) * min(share, 1 - share) < LEAST_EXPECTED:
        return 1.0
    distance = sum((count - out_of * share) ** 2 / (out_of * share * (1 - share)) for count, out_of in shares)
    return _beyond(distance, len(shares) - 1)


def _beyond(distance: float, degrees: int) -> float:
    """Return the chance of a chi-square of so many degrees above a distance, by its finite sum."""
    half = distance / 2
    if degrees % 2 == 0:
        return exp(-half) * sum(half**each / gamma(each + 1) for each in range(degrees // 2))
    steps = (half ** (each - 0.5) / gamma(each + 0.5) for each in range(1, (degrees + 1) // 2))
    return erfc(sqrt(half)) + exp(-half) * sum(steps)


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
