"""The period that was typed: two days, or the name of a term."""

from __future__ import annotations

from earlyhelp.periods import Period, read_named_period, read_period


def period_asked(from_: str, to: str, term: str) -> Period | str:
    """Return the two days as a period, or the name of the term, whose dates the dataset may hold.

    Raises  ValueError: neither or both are given, or they are not written as they should be
    """
    if term and (from_ or to):
        raise ValueError("Give either --term or both --from and --to.")
    if term:
        read_named_period(term)
        return term
    if not (from_ and to):
        raise ValueError("Give the period: --from and --to with two days, or --term such as 2015/16-spring.")
    return read_period(from_, to)
