"""Whole numbers in words, for what is counted about the card itself: so many promises, never so many people."""

from __future__ import annotations

from typing import Final

_TO_NINETEEN: Final = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
MANY: Final = "a hundred or more"


def in_words(number: int) -> str:
    """Return a whole number from none on in words: "none", "one", "twenty-six"; "a hundred or more" from there on."""
    if number < len(_TO_NINETEEN):
        return _TO_NINETEEN[number]
    if number >= 100:
        return MANY
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_TO_NINETEEN[ones]}" if ones else "")


def opening(words: str) -> str:
    """Return words with a capital letter, to open a sentence."""
    return words[:1].upper() + words[1:]
