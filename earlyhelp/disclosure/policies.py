"""Audiences as declared policy: who may see what, at which level, and from what number on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Final

COUNTY: Final = "county"
DISTRICT: Final = "district"
SCHOOL: Final = "school"


@dataclass(frozen=True, slots=True)
class LevelPolicy:
    """What is shown of the places of one level.

    hides_zeros     whether nothing is hidden with the small numbers, so that a hidden cell may be 0 to 4; where it is
                    not, a zero is printed and a hidden cell is at least 1
    mostly_small    share of the cells with something to count; where as many would be hidden, the whole table is
                    refused at this level
    """

    hides_zeros: bool = False
    mostly_small: Decimal = Decimal("0.85")


NO_LEVELS: Final[Mapping[str, LevelPolicy]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Policy:
    """What one audience may see.

    audience    its name on the command line
    meaning     who they are, in one sentence
    notice      the sentence that heads every page made under this policy, empty where the pages may go round
    protects    whether anything is hidden
    levels      the levels published; places of other levels are left out
    below       a number of people below this, and above nothing, is hidden
    own_measures    measures of which the named school sees its own figures as they are
    rounding_base   what counts are rounded to where rounding is chosen instead of hiding
    estimate_spells  an estimate is printed no finer than so many of the spells behind it
    """

    audience: str
    meaning: str
    notice: str = ""
    protects: bool = True
    levels: Mapping[str, LevelPolicy] = field(default_factory=lambda: NO_LEVELS)
    below: int = 5
    own_measures: frozenset[str] = frozenset()
    rounding_base: int = 5
    estimate_spells: int = 5

    def hides_zeros(self, level: str) -> bool:
        return level in self.levels and self.levels[level].hides_zeros


INTERNAL: Final = Policy(
    audience="internal",
    meaning="Staff of the service, under its own duty of confidence. Nothing is hidden.",
    notice="Internal: not protected for publication",
    protects=False,
)

_COUNTY_AND_DISTRICTS: Final = {COUNTY: LevelPolicy(), DISTRICT: LevelPolicy()}
_WITH_SCHOOLS: Final = {**_COUNTY_AND_DISTRICTS, SCHOOL: LevelPolicy(hides_zeros=True)}

PUBLIC: Final = Policy(
    audience="public",
    meaning="Anyone. Small numbers, and those by which one could be worked out, are hidden.",
    levels=_WITH_SCHOOLS,
)

FORUM: Final = Policy(
    audience="forum",
    meaning="The Schools Forum, whose papers are open: as for the public, without figures of single schools.",
    levels=_COUNTY_AND_DISTRICTS,
)

TO_SCHOOL: Final = Policy(
    audience="school",
    meaning="The head teacher of one named school, who sees its own figures as they are and all others as the public.",
    notice="For the head teacher of the school named here: its own figures are not protected for publication",
    levels=_WITH_SCHOOLS,
    own_measures=frozenset(
        {
            "requests",
            "requests_from_schools",
            "children_in_school_requests",
            "assessments_started_by_schools",
            "assessments_led_by_schools",
            "link_meetings",
            "link_meetings_held",
            "open_children",
        }
    ),
)

POLICIES: Final = {policy.audience: policy for policy in (INTERNAL, TO_SCHOOL, FORUM, PUBLIC)}
