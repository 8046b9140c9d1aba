"""The smallest change that figures of a given size could have shown: what "no clear change" leaves open."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from earlyhelp.statistics.finite_population import check_population
from earlyhelp.statistics.intervals import check_share, deviations
from earlyhelp.statistics.verdicts import ONE_IN_TWENTY


def smallest_change(
    out_of: int,
    out_of_before: int,
    share: float = 0.5,
    found: float = 0.5,
    allowed: float = ONE_IN_TWENTY,
    populations: tuple[int, int] | None = None,
) -> float:
    """Return the smallest difference of two shares that would be called a change.

    out_of, out_of_before   how many are counted now and then, whole, above 0
    share       about where the shares lie, above 0 and below 1; one half is the worst case
    found       how often such a change must be found: one half is "could have shown", 0.8 is "would reliably show"
    allowed     how often chance may mislead, after any correction for many
    populations how many there are now and then, where those counted are the part of them that answered
    Returns     a difference of shares, 0 to 1
    Raises      ValueError: not whole, a base is not above 0, or one of the others lies outside its range
    Source      docs/rules/changes.md
    """
    if not 0 < share < 1 or not 0.5 <= found < 1:
        raise ValueError("A share lies between 0 and 1, and what is looked for is found half the time or more often.")
    sizes = zip((out_of, out_of_before), populations or (None, None), strict=True)
    steps = deviations(1 - allowed) + NormalDist().inv_cdf(found)
    return min(1.0, steps * sqrt(sum(_variance(share, *size) for size in sizes)))


def _variance(share: float, out_of: int, population: int | None) -> float:
    if population is None:
        check_share(0, out_of)
        return share * (1 - share) / out_of
    check_population(0, out_of, population)
    return share * (1 - share) / max(1, out_of - 1) * (1 - out_of / population)
