"""How an edition is made, besides what it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from earlyhelp.publications.settings import DEFAULT, CardSettings

ToldOfACard = Callable[[int, int], None]


def tell_nobody(done: int, of: int) -> None:
    """Take the news that so many cards of so many are done, and pass it on to no one."""


@dataclass(frozen=True, slots=True)
class Registering:
    """Where releases are entered, and the day on which this one goes out.

    is_draft    it does not go out: it is held against the register, and not entered
    """

    folder: Path
    published_on: date
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class Manner:
    """What whoever publishes may choose.

    settings        the council's own; its key and months to keep are those of the private half
    settings_files  the files they were read from, for their hashes
    keeps_private   whether the private half is written
    earlier         folder of an earlier edition, to say what changed and what became of its promises
    told            called after each card with the number done and the number of all
    registering     the register of releases; None where none is kept, as for editions that stay inside
    words           folder of what people say on the pages, None where the cards speak for themselves
    """

    settings: CardSettings = DEFAULT
    settings_files: tuple[Path, ...] = ()
    keeps_private: bool = True
    earlier: Path | None = None
    told: ToldOfACard = tell_nobody
    registering: Registering | None = None
    words: Path | None = None

    @property
    def is_draft(self) -> bool:
        return self.registering is not None and self.registering.is_draft
