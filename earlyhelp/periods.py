"""Periods of time: academic years, terms, quarters, months, any two dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A first and a last day, both inside. Raises ValueError: the last day comes before the first."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"The period ends on {self.last} before it starts on {self.first}.")
