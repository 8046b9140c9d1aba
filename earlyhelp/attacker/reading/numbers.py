"""Finds numbers in words, and passes over those that count nobody: dates, names, lengths of time."""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
_COUNTS_NOBODY: Final = re.compile(
    rf"""\b\d{{1,2}}\s+(?:{_MONTH})\b(?:\s+\d{{4}})?  # 31 July 2016
    | \b(?:{_MONTH})\s+\d{{4}}\b                      # July 2016
    | \b\d{{4}}-\d{{2}}(?:-\d{{2}})?(?:/\d{{4}}-\d{{2}}-\d{{2}})?\b
    | \b(?:19|20)\d{{2}}(?:[/-]\d{{2,4}})?\b          # 2016, 2015/16
    | \bKey\ Stages?\ \d(?:\s+(?:and|to)\s+\d)?
    | \b(?:years?|part|page|group|note|question|step|version)\s+\d+\b
    | \bages?d?\s+\d+(?:\s+to\s+\d+)?
    | \b(?:\d+\s*(?:to|or|and|\(or)\s*)?\d+\)?\s+(?:(?:working|whole|full)\s+)?(?:days?|months?|weeks?|years?)\b
    | \bunder\s+\d+\b | \b\d+\s+(?:plus|and\s+over)\b
    | \b0\d{{2,4}}[\s-]\d{{3}}[\s-]?\d{{3,4}}\b       # a telephone number
    | \b[A-Z]{{1,2}}\d[\dA-Z]?\s*\d[A-Z]{{2}}\b       # a postcode
    | \b(?:fewer|less|more)\s+than\s+\d+\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WHOLE: Final = re.compile(r"(?<![\w.,=#-])(\d{1,3}(?:,\d{3})+|\d+)(?![\w%]|[.,]\d|\s*per\ cent|\ full-time)")
_ANY: Final = re.compile(r"\d")


def whole_numbers(words: str) -> set[int]:
    """Return the whole numbers in words that could count somebody; percentages and decimals are none."""
    if not _ANY.search(words):
        return set()
    return {int(found.replace(",", "")) for found in _WHOLE.findall(_COUNTS_NOBODY.sub(" ", words))}
