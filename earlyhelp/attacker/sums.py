"""What holds between groups at one place and one time, beside the parts of a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from earlyhelp.attacker.catalogue import Group
from earlyhelp.attacker.focuses import CODES_OF_CATEGORY


class Holds(NamedTuple):
    """whole = sum of parts (is_all), or whole >= sum of parts."""

    whole: Group
    parts: tuple[Group, ...]
    is_all: bool = False


# The second is part of the first, whatever narrows the two of them. What a share is out of is known from the measure.
_WITHIN: Final = (
    ("requests", "requests due an answer"),
    ("closures", "closures with an answer"),
    ("audits judged", "audits judged twice"),
    ("joint audits", "audits judged twice"),
    ("children with focus", "children with both"),
)


def holds_between(groups: Iterable[Group]) -> Iterator[Holds]:
    """Yield every rule that can say something about these groups, more than whole and parts by one name."""
    seen = list(dict.fromkeys(groups))
    whats = {group.what for group in seen}
    parts_of = {what: [group for group in seen if group.what == what] for what in whats}
    for whole, part in _WITHIN:
        if whole in whats:
            for group in parts_of.get(part, []):
                if Group(whole, group.parts) in parts_of[whole]:
                    yield Holds(Group(whole, group.parts), (group,))
    yield from _of_windows(whats)
    yield from _of_meetings(whats)
    yield from _of_work(parts_of)
    yield from _of_focuses(parts_of)
    yield from _of_forms(parts_of)


def _window(what: str, months: str) -> Group:
    return Group(what, (("window", months),))


def longer_window(group: Group) -> Group | None:
    """Return the group found by a longer look back, None where no longer one is taken of the same whole."""
    return _window(group.what, "12") if group == _window("requests again", "6") else None


def _of_windows(whats: set[str]) -> Iterator[Holds]:
    """Twelve months hold six; who asks again has no open case; six months are over before twelve."""
    if "requests again" in whats:
        yield Holds(_window("requests again", "12"), (_window("requests again", "6"),))
        yield Holds(Group("requests"), (_window("requests again", "12"), Group("requests on open case")))
    if "closures followed" in whats:
        yield Holds(_window("closures followed", "6"), (_window("closures followed", "12"),))
        yield Holds(Group("closures"), (_window("closures followed", "6"),))


def _of_meetings(whats: set[str]) -> Iterator[Holds]:
    if "meetings decided" in whats:
        decided = ("held", "cancelled_by_team", "cancelled_by_school")
        parts = tuple(Group("meetings", (("outcome", outcome),)) for outcome in decided)
        yield Holds(Group("meetings decided"), parts, is_all=True)
        yield Holds(Group("meetings"), (Group("meetings decided"),))


def _of_work(parts_of: dict[str, list[Group]]) -> Iterator[Holds]:
    """What was worked on in a period has ended in it or is open at its end."""
    for group in parts_of.get("children in work", []):
        both = (Group("children closed", group.parts), Group("open children", group.parts))
        yield Holds(group, both, is_all=True)
    if "involvements in work" in parts_of:
        yield Holds(Group("involvements in work"), (Group("closures"), Group("open involvements")), is_all=True)


def _of_focuses(parts_of: dict[str, list[Group]]) -> Iterator[Holds]:
    """One child may have several focuses: any of them is at least each, and at most all of them."""
    for what, all_children in (
        ("children with focus", "children in work"),
        ("open children with focus", "open children"),
    ):
        groups = parts_of.get(what, [])
        for group in groups:
            stage = tuple(part for part in group.parts if part[0] == "key_stage")
            yield Holds(Group(all_children, stage), (group,))
            if group.parts and not stage:
                yield Holds(Group(what), (group,))
    for group in parts_of.get("children with focus", []):
        if group.names in ((), ("focus_category",)):
            yield Holds(group, (Group("open children with focus", group.parts),))
    for category, codes in CODES_OF_CATEGORY.items():
        whole = Group("children with focus", (("focus_category", category),))
        if whole in parts_of.get("children with focus", []):
            for code in codes:
                yield Holds(whole, (Group("children with focus", (("focus_code", code),)),))


def _of_forms(parts_of: dict[str, list[Group]]) -> Iterator[Holds]:
    """Each form answers a question once at most, or leaves it out."""
    for group in parts_of.get("answers", []):
        if group.names == ("item", "respondent"):
            respondent = Group("forms", (("respondent", dict(group.parts)["respondent"]),))
            yield Holds(respondent, (group, Group("answers left out", group.parts)))


def at_most_together() -> Iterator[tuple[Group, tuple[Group, ...]]]:
    """Yield (group, covering groups): the first is at most the sum of the others, as every member is in one of them."""
    for what in ("children with focus", "open children with focus"):
        categories = tuple(Group(what, (("focus_category", category),)) for category in CODES_OF_CATEGORY)
        yield Group(what), categories
    for category, codes in CODES_OF_CATEGORY.items():
        covering = tuple(Group("children with focus", (("focus_code", code),)) for code in codes)
        yield Group("children with focus", (("focus_category", category),)), covering
