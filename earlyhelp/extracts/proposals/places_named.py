"""Whether texts name districts."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from earlyhelp.extracts.mapping.declare import DistrictNames
from earlyhelp.extracts.places.districts import find_district
from earlyhelp.extracts.proposals.column_profile import ColumnProfile, Trait
from earlyhelp.extracts.values.doubt import Doubt, DoubtKind
from earlyhelp.vocabulary.districts import districts_of, english_districts

_MOST_LOOKED_AT: Final = 30
_MOST_DISTRICTS: Final = 60


def share_of_districts(profile: ColumnProfile, county_code: str) -> float:
    """Return what share of the distinct texts name a district of the county, or of England where none is given."""
    if profile.distinct > _MOST_DISTRICTS or profile.share(Trait.LETTERS) < 0.3:
        return 0.0
    texts = [text for text, _ in profile.counts.most_common(_MOST_LOOKED_AT)]
    return sum(is_district(text, county_code) for text in texts) / len(texts)


@lru_cache(maxsize=20_000)
def is_district(text: str, county_code: str) -> bool:
    """Say whether a text names a district; two that are called alike count as one."""
    if len(text) > 60:
        return False
    found = find_district(text, _districts(county_code))
    return not isinstance(found, Doubt) or found.kind is DoubtKind.AMBIGUOUS


@cache
def _districts(county_code: str) -> tuple[DistrictNames, ...]:
    known = districts_of(county_code) if county_code else english_districts()
    return tuple(DistrictNames(each.code, each.name) for each in known)
