"""Estimates without a count of their own, such as a median time: printed no finer than several of the spells behind."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from earlyhelp.disclosure.policies import Policy
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.declare import Calculation
from earlyhelp.measures.figures import Figure, Status

ESTIMATED: Final = frozenset({Calculation.SURVIVAL, Calculation.STILL_OPEN})
STEPS: Final = (Decimal("0.01"), Decimal("0.02"), Decimal("0.05"), Decimal("0.1"))
MONTHS: Final = "months"


def is_estimate(figure: Figure) -> bool:
    return CATALOGUE[figure.measure].calculation in ESTIMATED


def coarsened(figure: Figure, policy: Policy) -> Figure | None:
    """Return an estimate rounded so that one spell more or less does not show; None where no step is coarse enough.

    A share is rounded to a step of at least `policy.estimate_spells` spells, months to whole ones.
    """
    if figure.value is None or not figure.out_of:
        return figure
    needed = Decimal(policy.estimate_spells) / Decimal(figure.out_of)
    step = next((step for step in STEPS if step >= needed), None)
    if step is None:
        return None
    if figure.unit == MONTHS:
        return figure._replace(value=_to(Decimal(figure.value), Decimal(1)), note=_note(figure, "whole months"))
    value = _to(Decimal(figure.value), step)
    status = Status.VALUE if value or figure.value else figure.status
    return figure._replace(value=value, status=status, note=_note(figure, f"steps of {step * 100:.0f}%"))


def _to(value: Decimal, step: Decimal) -> Decimal:
    return (value / step).quantize(Decimal(1), ROUND_HALF_EVEN) * step


def _note(figure: Figure, step: str) -> str:
    return f"{figure.note} Rounded to {step}.".strip()
