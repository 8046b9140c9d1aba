"""Identifiers that mean nothing: table ids in no order, and the check characters of UPN and NHS numbers."""

from __future__ import annotations

from itertools import count

SPAN = 10_000_000
_STEP = 7_368_787  # shares no factor with SPAN, so the first ten million ids are all different and follow no order
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


class Register:
    """Hand out ids of one table: a letter or two for the eye, then a number that says nothing about order or time."""

    def __init__(self, prefix: str, offset: int = 0) -> None:
        self._prefix = prefix
        self._numbers = count(1)
        self._offset = offset

    def next(self) -> str:
        return f"{self._prefix}{(next(self._numbers) * _STEP + self._offset) % SPAN:07d}"


def upn(authority: int, school: int, year: int, serial: int) -> str:
    """Return a unique pupil number with its check letter.

    Source  DfE guide to unique pupil numbers: the twelve digits weighted 2 to 13, remainder of 23
    """
    digits = f"{authority:03d}{school:04d}{year % 100:02d}{serial:03d}"
    return upn_check_letter(digits) + digits


def upn_check_letter(digits: str) -> str:
    return _UPN_LETTERS[sum(int(digit) * weight for weight, digit in enumerate(digits, start=2)) % 23]


def nhs_number(serial: int) -> str | None:
    """Return an NHS number of the range 999, which is never issued, or None where no check digit exists.

    Source  NHS Data Dictionary: nine digits weighted 10 to 2, 11 less the remainder of 11; 10 is not used
    """
    digits = f"999{serial:06d}"
    check = 11 - sum(int(digit) * weight for weight, digit in zip(range(10, 1, -1), digits, strict=True)) % 11
    return None if check == 10 else digits + str(check % 11)
