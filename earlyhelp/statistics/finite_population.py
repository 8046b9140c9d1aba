"""Shares of a group that was asked in part: the less of it is left unasked, the less can chance have done.

For surveys, where half of 57 schools may have answered. It takes those who did not answer to be like those who did.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, sqrt
from typing import Any

from earlyhelp.statistics.intervals import check_share, check_whole, deviations


@dataclass(frozen=True, slots=True)
class Wave:
    """The answers of one time of asking: `count` of `out_of` who answered, of a population.

    Raises  ValueError: not whole, the count lies outside its base, fewer than two answered, or more than there are
    """

    count: int
    out_of: int
    population: int

    def __post_init__(self) -> None:
        check_population(self.count, self.out_of, self.population)
        if self.out_of < 2:
            raise ValueError("One answer has no spread: a wave needs two at least.")

    @property
    def share(self) -> float:
        return self.count / self.out_of

    @property
    def unasked(self) -> float:
        """The finite population correction: the share of the population that gave no answer."""
        return 1 - self.out_of / self.population

    @property
    def variance(self) -> float:
        """How much the share varies from sample to sample, without replacement."""
        return self.share * (1 - self.share) / (self.out_of - 1) * self.unasked


def hypergeometric(count: int, out_of: int, population: int, level: float = 0.95) -> tuple[float, float]:
    """Return the exact interval of a share of a whole population, of which a part was asked.

    count, out_of   of those who answered, whole numbers
    population      how many there are in all, whole, at least out_of
    Returns         the smallest and largest share of the population from which so many and so few are not too rare:
                    each in more than half of 1 - level of all samples
    Raises          ValueError: not whole, the count lies outside its base or the base outside the population, or level
                    is no coverage
    Source          docs/rules/finite_population.md
    """
    from scipy import stats  # pyright: ignore[reportMissingTypeStubs]

    check_population(count, out_of, population)
    deviations(level)
    rare = (1 - level) / 2
    law: Any = stats.hypergeom
    possible = range(count, population - (out_of - count) + 1)
    so_many = law.sf(count - 1, population, possible, out_of)
    so_few = law.cdf(count, population, possible, out_of)
    kept = [each for each, many, few in zip(possible, so_many, so_few, strict=True) if min(many, few) > rare]
    return kept[0] / population, kept[-1] / population


def corrected_chance(now: Wave, before: Wave, in_both: int = 0, alike: float = 0.0) -> float:
    """Return how often two waves that are alike would differ as far, the finite populations taken into account.

    in_both     how many answered both times, where that is known or assumed
    alike       how alike the two answers of one who answered twice are: their correlation, -1 to 1
    Returns     a two-sided chance by the normal curve, 0 to 1; beside the exact one it is the secondary figure
    Raises      ValueError: more in both than answered either time, or no correlation
    Source      docs/rules/finite_population.md
    """
    spread = sqrt(max(0.0, _variance_of_difference(now, before, in_both, alike)))
    difference = abs(now.share - before.share)
    if spread == 0:
        return 1.0 if difference == 0 else 0.0
    return erfc(difference / spread / sqrt(2))


def corrected_interval(
    now: Wave, before: Wave, level: float = 0.95, in_both: int = 0, alike: float = 0.0
) -> tuple[float, float]:
    """Return the interval of the difference of two waves, now minus before, by the normal curve.

    Arguments and errors as for `corrected_chance`
    """
    reach = deviations(level) * sqrt(max(0.0, _variance_of_difference(now, before, in_both, alike)))
    difference = now.share - before.share
    return difference - reach, difference + reach


def _variance_of_difference(now: Wave, before: Wave, in_both: int, alike: float) -> float:
    check_whole(in_both)
    if not 0 <= in_both <= min(now.out_of, before.out_of) or not -1 <= alike <= 1:
        raise ValueError("Those in both waves are no more than in either, and a correlation lies from -1 to 1.")
    each = sqrt(now.share * (1 - now.share) * before.share * (1 - before.share))
    # Samples drawn afresh from one population share a few by chance; that is what the second term takes off.
    overlap = in_both / (now.out_of * before.out_of) - 1 / min(now.population, before.population)
    covariance = overlap * alike * each
    return now.variance + before.variance - 2 * covariance


def check_population(count: int, out_of: int, population: int) -> None:
    """Raise ValueError where the count lies outside its base, or the base outside the population."""
    check_share(count, out_of)
    check_whole(population)
    if out_of > population:
        raise ValueError(f"{out_of} cannot have answered where there are {population}.")
