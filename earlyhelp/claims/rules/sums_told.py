"""How a wrong sum is recognised and told; for all parts of rule 4."""

from __future__ import annotations

from fractions import Fraction

from earlyhelp.claims.arithmetic.rounding import in_digits
from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.text import Read


def tell_sum(read: Read, number: Number, true: Fraction, sum_in_words: str) -> Finding:
    printed = f"£{in_digits(true)}" if number.kind == "money" else in_digits(true)
    return flag(read, number.text, "identities", f"{sum_in_words} is {printed}, not {number.text}.", printed)


def differs(number: Number, true: Fraction) -> bool:
    room = Fraction(0) if number.hedge == "" else abs(true) / 10
    return abs(number.value - true) > max(
        number.ulp / 2 if number.ulp != 1 or true.denominator != 1 else Fraction(0), room
    )
