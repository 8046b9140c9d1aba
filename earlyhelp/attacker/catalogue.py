"""What the measures count, as anyone can read it in their definitions: said once more, in words of our own.

A group is what is counted: requests, children in open work. A figure prints how many of a group there are, all of them
or the part named, and for a share out of which group.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from earlyhelp.attacker.focuses import CODES_OF_CATEGORY

Parts = tuple[tuple[str, str], ...]


class Group(NamedTuple):
    """People or things counted, narrowed to the parts named, in alphabetical order of name."""

    what: str
    parts: Parts = ()

    def without(self, name: str) -> Group:
        return Group(self.what, tuple([part for part in self.parts if part[0] != name]))

    def narrowed(self, name: str, value: str) -> Group:
        return Group(self.what, tuple(sorted((*self.parts, (name, value)))))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple([name for name, _ in self.parts])


class Counts(NamedTuple):
    """What a measure prints.

    count       the group counted, None for an estimate
    out_of      the group it is a share of, None for a plain count
    narrows_count_alone     names of a breakdown that leave the out-of whole
    """

    count: Group | None  # pyright: ignore[reportIncompatibleMethodOverride]  # the field, not the method of the tuple
    out_of: Group | None = None
    narrows_count_alone: frozenset[str] = frozenset({"band", "outcome", "care_status", "sen_provision"})


_FOCUS_ALONE: Final = frozenset({"focus_code", "focus_category"})
_WINDOW_ALONE: Final = frozenset({"window"})
_NOT_NARROWED: Final = frozenset({"window", "statistic"})
_FROM_SCHOOLS: Final = Group("requests", (("source_code", "2A"),))

COUNTED: Final[dict[str, Counts]] = {
    "requests": Counts(Group("requests")),
    "requests_from_schools": Counts(_FROM_SCHOOLS, Group("requests")),
    "children_in_school_requests": Counts(Group("children named")),
    "requests_answered_in_5_days": Counts(Group("requests answered"), Group("requests due an answer")),
    "children_with_focus": Counts(Group("children with focus"), Group("children in work"), _FOCUS_ALONE),
    "children_with_both": Counts(Group("children with both"), Group("children in work")),
    "open_children_by_category": Counts(Group("open children with focus")),
    "assessments_started_by_schools": Counts(Group("assessments")),
    "assessments_led_by_schools": Counts(Group("assessments", (("led_by", "school"),)), Group("assessments")),
    "open_involvements": Counts(Group("open involvements")),
    "open_over_12_months": Counts(Group("open involvements of a year"), Group("open involvements")),
    "open_children": Counts(Group("open children")),
    "open_children_by_care_status": Counts(Group("open children"), Group("open children")),
    "open_children_by_sen": Counts(Group("open children"), Group("open children")),
    "closures": Counts(Group("closures")),
    "closures_signed_off": Counts(Group("closures signed off"), Group("closures")),
    "closures_school_consulted": Counts(Group("closures consulted"), Group("closures with an answer")),
    "children_closed": Counts(Group("children closed")),
    "closure_duration": Counts(Group("children closed"), Group("children closed")),
    "focus_closure_duration": Counts(Group("focuses closed"), Group("focuses closed")),
    "time_to_closure": Counts(None, Group("involvements in work"), _NOT_NARROWED),
    "still_open_after": Counts(None, Group("involvements in work"), _NOT_NARROWED),
    "reviews_in_time": Counts(Group("reviews in time"), Group("reviews due")),
    "link_meetings": Counts(Group("meetings")),
    "link_meetings_held": Counts(Group("meetings", (("outcome", "held"),)), Group("meetings decided")),
    "joint_audits": Counts(Group("joint audits")),
    "audits_good_or_better": Counts(Group("audits good"), Group("audits judged")),
    "audit_agreement": Counts(Group("audits agreed"), Group("audits judged twice")),
    "closing_forms": Counts(Group("forms")),
    "closing_form_answers": Counts(Group("answers", (("outcome", "positive"),)), Group("answers")),
    "closing_form_answers_left_out": Counts(Group("answers left out")),
    "closing_form_scale": Counts(Group("answers"), Group("answers")),
    "closing_forms_returned": Counts(Group("offers returned"), Group("offers")),
    "re_requests": Counts(Group("requests again"), Group("requests"), _WINDOW_ALONE),
    "requests_on_open_case": Counts(Group("requests on open case"), Group("requests")),
    "returned_after_closure": Counts(Group("closures returned"), Group("closures followed")),
    "referrals_known": Counts(Group("referrals known"), Group("referrals")),
    "referrals_stepped_up": Counts(Group("referrals stepped up"), Group("referrals known")),
    "exclusion_outcomes": Counts(Group("children at risk")),
}

# Staffing counts posts, not people who are helped.
NOT_PEOPLE: Final = frozenset({"staffing_level"})

AT_LAST_DAY: Final = frozenset(
    {"open involvements", "open involvements of a year", "open children", "open children with focus"}
)
DURING: Final = frozenset({"children in work", "children with focus", "children with both", "involvements in work"})

VALUES: Final[dict[str, tuple[str, ...]]] = {
    "source_code": (
        *("1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4"),
        *("5A", "5B", "5C", "5D", "6", "7", "8", "9", "10"),
    ),
    "key_stage": ("EYFS", "KS1", "KS2", "KS3", "KS4", "KS5", "not_known"),
    "phase": ("primary", "secondary", "special", "alternative_provision", "other", "not_known"),
    "band": ("under_6", "6_to_8", "9_to_11", "12_and_over"),
    "care_status": ("looked_after", "child_protection_plan", "child_in_need", "none"),
    "sen_provision": ("N", "K", "E", "S", "not_known"),
    "respondent": ("young_person", "parent_carer", "school"),
    "focus_code": tuple(code for codes in CODES_OF_CATEGORY.values() for code in codes),
    "focus_category": tuple(CODES_OF_CATEGORY),
}
OUTCOMES: Final[dict[str, tuple[str, ...]]] = {
    "meetings": ("held", "cancelled_by_team", "cancelled_by_school", "pending"),
    "answers": ("positive", "middle", "negative"),
    "children at risk": ("permanent_during", "permanent_after", "suspension_during", "suspension_after", "none"),
}

# A group with parts of these names (the first) is the sum of its parts by the second.
SPLIT: Final[dict[str, tuple[tuple[tuple[str, ...], str], ...]]] = {
    "requests": (((), "source_code"), (("source_code",), "phase")),
    "children named": (((), "key_stage"),),
    "assessments": (((), "key_stage"), ((), "phase")),
    "open children": (((), "key_stage"), ((), "phase"), ((), "care_status"), ((), "sen_provision")),
    "children closed": (((), "band"), ((), "key_stage"), (("key_stage",), "band"), (("band",), "key_stage")),
    "focuses closed": (((), "focus_code"), (("focus_code",), "band")),
    "children in work": (((), "key_stage"),),
    "children with focus": ((("focus_code",), "key_stage"),),
    "open children with focus": ((("focus_category",), "key_stage"),),
    "meetings": (((), "outcome"),),
    "forms": (((), "respondent"),),
    "answers": ((("item", "respondent"), "outcome"),),
    "children at risk": (((), "outcome"),),
}


def values_of(what: str, name: str) -> tuple[str, ...]:
    """Return every value that a part of this name may have in a group."""
    return OUTCOMES[what] if name == "outcome" else VALUES[name]


def groups_of(measure: str, parts: dict[str, str]) -> tuple[Group | None, Group | None]:
    """Return the groups that one cell of a measure counts and is a share of; None, None for what is unknown.

    Months are left out here: a month is a shorter time. By phase, requests are those from schools.
    """
    counts = COUNTED.get(measure)
    if counts is None:
        return None, None
    named = [(name, value) for name, value in parts.items() if name != "month"]
    if measure == "requests" and "phase" in parts:
        named.append(("source_code", "2A"))
    base = [pair for pair in named if pair[0] not in counts.narrows_count_alone]
    return _narrow(counts.count, named), _narrow(counts.out_of, base)


def _narrow(group: Group | None, parts: list[tuple[str, str]]) -> Group | None:
    if group is None:
        return None
    return Group(group.what, tuple(sorted({*group.parts, *parts})))
