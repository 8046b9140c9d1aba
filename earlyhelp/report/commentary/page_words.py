"""The words of people for one page, ready to stand on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from earlyhelp.report.sentences import Sentence


@dataclass(frozen=True, slots=True)
class PageWords:
    """What people say on one page to these readers.

    heading     the main message, None where the card's own is to stand
    tells       paragraphs, empty where nothing is left and the card's own are to stand
    passes_over_hidden  whether something is named as the first of those shown, where others are hidden
    """

    heading: Sentence | None = None
    tells: tuple[Sentence, ...] = ()
    passes_over_hidden: bool = False


NOTHING_WRITTEN: Final = PageWords()
