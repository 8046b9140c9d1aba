"""Seeded chance: one stream of numbers per concern, so that a new table never reshuffles another."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Chance:
    """Give each concern its own stream, made from the seed and the concern's name alone."""

    def __init__(self, seed: int) -> None:
        self.seed = seed

    def stream(self, concern: str) -> random.Random:
        return random.Random(f"{self.seed}/{concern}")


class Weighted(Generic[Value]):
    """Values drawn in proportion to their weights.

    Raises ValueError: no weight is above zero
    """

    def __init__(self, weights: Mapping[Value, float] | Sequence[tuple[Value, float]]) -> None:
        pairs = list(weights.items()) if isinstance(weights, Mapping) else list(weights)
        self._values = [value for value, _ in pairs]
        self._reach = list(accumulate(weight for _, weight in pairs))
        self._last = len(self._values) - 1
        if not self._reach or self._reach[-1] <= 0:
            raise ValueError("Nothing can be drawn: no weight is above zero.")
        self._whole = self._reach[-1]

    def draw(self, stream: random.Random) -> Value:
        return self._values[min(bisect(self._reach, stream.random() * self._whole), self._last)]
