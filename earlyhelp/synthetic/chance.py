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


class Even:
    """Numbers from 0 to 1 that fill it evenly, so that a small county shows the shares of a large one.

    step    how far each lies from the last, an irrational number; two concerns met in one row need two steps
    Source  the additive recurrence of Weyl 1916
    """

    def __init__(self, stream: random.Random, step: float) -> None:
        self._at, self._step = stream.random(), step

    def next(self) -> float:
        self._at = (self._at + self._step) % 1
        return self._at


GOLDEN, ROOT_OF_TWO, ROOT_OF_THREE = 0.6180339887498949, 0.41421356237309515, 0.7320508075688772


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
        return self.at(stream.random())

    def spread(self, stream: random.Random, number: int) -> list[Value]:
        """Return that many values spread evenly by weight: each falls in its own equal part of the whole."""
        return [self.at((place + stream.random()) / number) for place in range(number)]

    def at(self, part: float) -> Value:
        """Return the value at a part of the whole weight, 0 to 1."""
        return self._values[min(bisect(self._reach, part * self._whole), self._last)]
