"""Decides what each layout is about, knowing all of them: an id met on another sheet tells what it identifies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from earlyhelp.extracts.proposals.assign import assign
from earlyhelp.extracts.proposals.assignment import Assignment
from earlyhelp.extracts.proposals.bundles import bundles
from earlyhelp.extracts.proposals.column_profile import ColumnProfile, Trait

_SURE_ID: Final = 0.6
_LEAST_SHARED: Final = 0.6
_LEAST_IDS: Final = 4
_LEAST_LENGTH: Final = 3

_LIKELIEST: Final = 3

SharedIds = Mapping[str, Mapping[str, float]]
Known = tuple[Sequence[ColumnProfile], Sequence[str]]
"""The columns of a layout, and what names it."""


def choose(layouts: Sequence[Known], county_code: str) -> list[Assignment | None]:
    """Return what each layout holds; None where no table of the dataset can be made of it."""
    first = [_likeliest(*each, county_code, {}) for each in layouts]
    again: list[Assignment | None] = []
    for place, each in enumerate(layouts):
        others = [found[0] for other, found in enumerate(first) if found and other != place]
        shared_ids = _shared_ids(each[0], others)
        likeliest = _likeliest(*each, county_code, shared_ids) if any(shared_ids.values()) else first[place]
        again.append(_best(likeliest, *each, county_code, shared_ids))
    return again


def _likeliest(
    profiles: Sequence[ColumnProfile], titles: Sequence[str], county_code: str, shared_ids: SharedIds
) -> list[Assignment]:
    """The few things a layout is likeliest about, the likeliest first."""
    found = [assign(each, profiles, titles, county_code, shared_ids, with_beside=False) for each in bundles()]
    ranked = sorted(found, key=lambda each: each.score, reverse=True)
    return [each for each in ranked[:_LIKELIEST] if each.score > 0 and each.given]


def _best(
    likeliest: Sequence[Assignment],
    profiles: Sequence[ColumnProfile],
    titles: Sequence[str],
    county_code: str,
    shared_ids: SharedIds,
) -> Assignment | None:
    found = [assign(each.bundle, profiles, titles, county_code, shared_ids) for each in likeliest]
    return max(found, key=lambda each: each.score, default=None)


def _shared_ids(profiles: Sequence[ColumnProfile], others: Sequence[Assignment]) -> SharedIds:
    known: dict[str, set[str]] = {}
    for other in others:
        main = other.bundle.main
        for given in other.given.values():
            # Only the sheet a thing has its own row on says for sure that an id is its id.
            is_key = given.concept.owner == main or given.concept.owner in ("family", "person")
            if is_key and given.fit.score >= _SURE_ID:
                known.setdefault(given.concept.owner, set()).update(given.profile.counts)
    found: dict[str, dict[str, float]] = {}
    for profile in profiles:
        texts = set(profile.counts)
        if len(texts) < _LEAST_IDS or profile.mean_length < _LEAST_LENGTH or profile.share(Trait.DAY) > 0.2:
            continue
        shares = {owner: len(texts & ids) / len(texts) for owner, ids in known.items()}
        found[profile.name] = {owner: share for owner, share in shares.items() if share >= _LEAST_SHARED}
    return found
