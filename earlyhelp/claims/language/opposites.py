"""Pairs of words of which each thing is one or the other, so that their counts make up the whole."""

from __future__ import annotations

import re
from typing import Final

_PAIRS: Final = (
    ("boys", "girls"), ("men", "women"), ("male", "female"), ("males", "females"), ("filled", "vacant"),
    ("occupied", "empty"), ("occupied", "vacant"),
    ("open", "closed"), ("opened", "closed"), ("paid", "unpaid"), ("on time", "late"), ("in time", "late"),
    ("full[- ]time", "part[- ]time"),
    ("permanent", "temporary"), ("permanent", "agency"), ("accepted", "rejected"), ("accepted", "refused"),
    ("accepted", "declined"), ("approved", "refused"),
    ("approved", "rejected"), ("granted", "refused"), ("upheld", "dismissed"), ("upheld", "not upheld"),
    ("allowed", "dismissed"), ("allowed", "refused"),
    ("met", "not met"), ("met", "missed"), ("passed", "failed"), ("kept", "missed"), ("attended", "missed"),
    ("yes", "no"), ("for", "against"), ("indoors?", "outdoors?"),
    ("internal", "external"), ("new", "existing"), ("new", "old"), ("first", "repeat"), ("urgent", "routine"),
    ("attendance", "absence"), ("present", "absent"),
    ("employed", "unemployed"), ("completed", "outstanding"), ("complete", "incomplete"), ("agreed",
    "disagreed"), ("successful", "unsuccessful"), ("known", "unknown"),
    ("under (?:18|25|16|65)", "(?:18|25|16|65) (?:or|and) over"), ("weekday", "weekend"), ("online",
    "on paper"), ("online", "by post"), ("satisfactory", "unsatisfactory"),
    ("compliant", "non-compliant"), ("fixed", "not fixed"), ("answered", "abandoned"), ("answered",
    "unanswered"), ("let", "empty"), ("registered", "unregistered"),
    ("urban", "rural"), ("capital", "revenue"),
)  # fmt: skip
_COMPILED: Final = tuple((re.compile(rf"\b{one}\b"), re.compile(rf"\b{other}\b")) for one, other in _PAIRS)


def are_opposites(one: str, other: str) -> bool:
    """Return whether the words after two numbers, in small letters, are such a pair."""
    return any(
        (first.search(one) and second.search(other)) or (second.search(one) and first.search(other))
        for first, second in _COMPILED
    )
