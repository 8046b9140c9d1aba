"""Rule 15, second half: what is called highest, lowest or next in order is so by the numbers beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.numbers import Number
from earlyhelp.claims.language.text import Read

_TOP: Final = (
    r"\b(?:highest|largest|busiest|longest|oldest|heaviest|strongest|fastest|dearest|"
    r"most (?:common|frequent|often|popular)|biggest|greatest|commonest|main|top)\b"
)
_BOTTOM: Final = r"\b(?:lowest|smallest|least|fewest|shortest|quietest|youngest|cheapest|lightest|rarest)\b"
_NEXT: Final = r"\b(?:followed (?:closely )?by|then|next|ahead of|and then|second)\b"
RULE: Final = "comparators"


def find_wrong_ranks(read: Read) -> Iterator[Finding]:
    """Flag "the largest group was A (31), followed by B (44)"."""
    top, bottom, after = (re.search(each, read.bare_words) for each in (_TOP, _BOTTOM, _NEXT))
    first = top or bottom
    if not first or not after or after.start() < first.end() or (top and bottom):
        return
    before = [each for each in _ranked(read) if each.end <= after.start()]
    following = [each for each in _ranked(read) if each.start >= after.end()]
    if not before or not following or before[-1].kind != following[0].kind:
        return
    one, other = before[-1], following[0]
    if (top and other.value > one.value) or (bottom and other.value < one.value):
        yield flag(
            read, first[0], RULE, f'{other.text} comes after {one.text}, called "{first[0]}".', "the other order"
        )


def _ranked(read: Read) -> list[Number]:
    return [each for each in read.numbers if each.kind in ("count", "percent", "money", "duration") and not each.hedge]
