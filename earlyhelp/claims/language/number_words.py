"""Numbers and fractions spelt out."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

UNITS: Final = {
    word: value
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
}  # fmt: skip
TENS: Final = {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES: Final = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
PARTS: Final = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6,
    "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
    "twelfth": 12, "twelfths": 12,
}  # fmt: skip

_EVERY: Final = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_UNIT: Final = "|".join(sorted(UNITS, key=len, reverse=True))
_BELOW_HUNDRED: Final = (
    rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine)\b)?|(?:{_UNIT}))"
)
_BELOW_THOUSAND: Final = rf"(?:(?:a|{_UNIT}) hundred(?: and {_BELOW_HUNDRED}| {_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
NUMBER_WORDS: Final = re.compile(
    (
        rf"\b(?:(?:a|{_BELOW_THOUSAND}) (?:thousand|million|billion)(?:,? (?:and "
        rf")?{_BELOW_THOUSAND})?|{_BELOW_THOUSAND}|a dozen)\b"
    ),
    re.IGNORECASE,
)
FRACTION_WORDS: Final = re.compile(
    rf"\b(?P<top>a|an|one|two|three|four|five|six|seven|eight|nine)(?:[- ])(?P<part>{'|'.join(PARTS)})\b"
    r"|\b(?P<in_top>one|two|three|four|five|six|seven|eight|nine|1|2|3|4|5|6|7|8|9)"
    r" (?:in|out of)(?: every)? (?P<in_of>two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|twenty|[2-9]|10|12|20)\b(?![,.]?\d|%)"
    r"|(?:(?<=remaining )|(?<=other )|(?<=final ))(?P<rest>third|quarter|fifth|sixth|seventh|"
    r"eighth|ninth|tenth|twelfth)\b"
    r"|\b(?:every|each) (?P<every>second|third|fourth|fifth|sixth|eighth|tenth)(?= [a-z]+ \()"
    r"|\b(?P<half>half|halves)\b",
    re.IGNORECASE,
)


def number_of(words: str) -> int:
    """Return the whole number that words say, such as "one hundred and twenty". Words that say none raise KeyError."""
    total = current = 0
    for word in re.split(r"[-\s,]+", words.casefold()):
        if word in ("and", ""):
            continue
        if word == "a":
            current = 1
        elif word == "dozen":
            current *= 12
        elif word == "hundred":
            current *= 100
        elif word in _SCALES:
            total, current = total + current * _SCALES[word], 0
        else:
            current += UNITS[word] if word in UNITS else TENS[word]
    return total + current


def fraction_of(found: re.Match[str]) -> Fraction:
    """Return the fraction of a match of FRACTION_WORDS, such as "two thirds" or "one in five"."""
    if found["half"]:
        return Fraction(1, 2)
    if found["every"]:
        return Fraction(1, _EVERY[found["every"].casefold()])
    if found["rest"]:
        return Fraction(1, PARTS[found["rest"].casefold()])
    if found["in_top"]:
        return Fraction(_small(found["in_top"]), _small(found["in_of"]))
    return Fraction(_small(found["top"]), PARTS[found["part"].casefold()])


def _small(word: str) -> int:
    word = word.casefold()
    return int(word) if word.isdigit() else 1 if word in ("a", "an") else number_of(word)
