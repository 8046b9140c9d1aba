"""Why a column is not needed, in a few words."""

from __future__ import annotations

from typing import Final

from earlyhelp.extracts.proposals.column_profile import ColumnProfile, Trait
from earlyhelp.extracts.proposals.words import words_of

_TO_REACH_SOMEBODY: Final = "how to reach somebody, which the dataset never holds"
_REASONS: Final = (
    ({"phone", "email", "address", "website", "town", "street"}, _TO_REACH_SOMEBODY),
    ({"age"}, "an age; the dataset holds days of birth"),
    ({"note", "comment"}, "free text"),
    ({"ward", "easting", "northing", "lsoa", "msoa"}, "a place smaller than a district"),
)
UNLIKE_ANY: Final = "like no column of the dataset"
_MOSTLY: Final = 0.5


def reason_not_needed(profile: ColumnProfile) -> str:
    """Return why the dataset has no place for a column."""
    said = words_of(profile.name)
    for words, reason in _REASONS:
        if words & said:
            return reason
    if not profile.filled:
        return "empty in these files"
    if profile.share(Trait.LONG) > _MOSTLY:
        return "free text"
    if profile.share(Trait.EMAIL) > _MOSTLY:
        return _TO_REACH_SOMEBODY
    if max(profile.share(Trait.FULL_NAME), profile.share(Trait.SURNAME_FIRST)) > _MOSTLY:
        return "names of people"
    return UNLIKE_ANY
