"""Tables of counts as a county would publish them: places by one or two breakdowns, drawn from a seed.

The county, 8 districts and 400 schools; each breakdown with its total. Schools add up to districts, districts to the
county, categories to totals. The counts have the many small numbers of real ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from earlyhelp.disclosure.methods.problem import Problem

Ints = NDArray[np.int64]

DISTRICTS: Final = 8
SCHOOLS: Final = 400
SMALL: Final = 5
SEED: Final = 2016


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a table is drawn.

    name            as in the table of results
    categories      of each breakdown, its total left out
    mean            children counted in an inner cell of a school, on average
    has_schools     whether schools are published; else county and districts alone
    hides_zeros     whether a school's 0 is hidden with its small numbers
    """

    name: str
    categories: tuple[int, ...]
    mean: float
    has_schools: bool = True
    hides_zeros: bool = False


def problem_of(drawn: Drawn) -> Problem:
    """Return the table as a problem of protection."""
    counts, district = _counts(drawn)
    is_school = np.zeros(counts.shape, np.bool_)
    is_school[: len(district)] = drawn.has_schools
    values, in_band = counts.ravel(), is_school.ravel() & drawn.hides_zeros
    is_small = (values < SMALL) & ((values > 0) | in_band)
    starts, terms, signs = _equations(counts.shape, district)
    return Problem(
        values=values,
        least=np.where(in_band, 0, np.minimum(values, 1)),
        cost=np.ones_like(values),
        must_hide=is_small,
        may_hide=(values > 0) | in_band,
        needs=np.where(is_small, SMALL, 0),
        starts=starts,
        terms=terms,
        signs=signs,
    )


def _counts(drawn: Drawn) -> tuple[Ints, Ints]:
    """Return counts by place and category, lowest places first and totals last, and the row above each low place."""
    random = np.random.default_rng(SEED)
    district = np.sort(random.integers(0, DISTRICTS, SCHOOLS))
    shares = random.dirichlet(np.full(int(np.prod(drawn.categories)), 3.0)) * np.prod(drawn.categories)
    sizes = random.gamma(4, drawn.mean / 4, (SCHOOLS, 1))
    inner = random.poisson(sizes * shares).reshape(SCHOOLS, *drawn.categories)
    for axis in range(1, inner.ndim):
        inner = np.concatenate([inner, inner.sum(axis=axis, keepdims=True)], axis=axis)
    districts = np.stack([inner[district == each].sum(axis=0) for each in range(DISTRICTS)])
    low = [inner] if drawn.has_schools else []
    counts = np.concatenate([*low, districts, districts.sum(axis=0, keepdims=True)]).astype(np.int64)
    return counts, district if drawn.has_schools else np.zeros(0, np.int64)


def _equations(shape: tuple[int, ...], district: Ints) -> tuple[Ints, Ints, Ints]:
    place = np.arange(np.prod(shape)).reshape(shape)
    schools, county = place[: len(district)], place[-1].ravel()
    districts = place[len(district) : -1]
    sums = [(county, districts)]
    sums += [(districts[each].ravel(), schools[district == each]) for each in range(DISTRICTS) if len(district)]
    lines = [
        (whole[each], parts.reshape(len(parts), -1)[:, each]) for whole, parts in sums for each in range(len(whole))
    ]
    for axis in range(1, len(shape)):
        by_line = np.moveaxis(place, axis, -1).reshape(-1, shape[axis])
        lines += [(line[-1], line[:-1]) for line in by_line]
    terms = [np.append(whole, parts) for whole, parts in lines]
    signs = [np.append(-1, np.ones(len(parts), np.int64)) for _, parts in lines]
    starts = np.cumsum([0, *(len(line) for line in terms)])
    return starts, np.concatenate(terms), np.concatenate(signs)
