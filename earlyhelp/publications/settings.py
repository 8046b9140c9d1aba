"""What a council sets for itself: looks, words, the order of pages, actions, and how long the private half is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from earlyhelp.report.actions import Action
from earlyhelp.report.brand import PLAIN, Brand

NO_ACTIONS: Final[Mapping[str, tuple[Action, ...]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PartSetting:
    """One part of the card: its title and the keys of its pages, in order."""

    title: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class CardSettings:
    """The council's own.

    introduction, school_introduction   paragraphs in its own words, the second on a school's card; empty: ours
    parts           empty: the card's own parts and order; a page that no part names is left out
    actions         by key of the page
    keep_months     months after as_at for which the private half of an edition is kept
    key             secret of the pseudonyms in the private half, None without one
    """

    brand: Brand = PLAIN
    introduction: tuple[str, ...] = ()
    school_introduction: tuple[str, ...] = ()
    parts: tuple[PartSetting, ...] = ()
    actions: Mapping[str, tuple[Action, ...]] = field(default_factory=lambda: NO_ACTIONS)
    keep_months: int = 25
    key: bytes | None = field(default=None, repr=False)


DEFAULT: Final = CardSettings()
