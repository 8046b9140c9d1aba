"""What the texts of a coded column stand for, as lines of a list of values: sure, likely, or asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from earlyhelp.extracts.building.shown_texts import UNSHOWN, shown_text
from earlyhelp.extracts.proposals.code_texts import code_of, meant_by
from earlyhelp.extracts.proposals.column_profile import ColumnProfile
from earlyhelp.extracts.values.codes import words_of
from earlyhelp.extracts.values.doubt import Doubt
from earlyhelp.extracts.values.flags import read_flag
from earlyhelp.vocabulary.code_lists import read_code_list

_MOST_LINES: Final = 40
_NO_ANSWER: Final = re.compile(r"(left )?(blank|empty)|no (answer|response)|not (answered|recorded)", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"(?:please tell us more about|comments? (?:on|about)|question|q|about)?[ .:]*([0-9]{1,2}) ?([a-z])?\b",
    re.IGNORECASE,
)
_NEARLY: Final = 0.86


@dataclass(frozen=True, slots=True)
class ValueLine:
    """What one text stands for.

    code        empty where it stands for nothing recorded, or nobody can say
    is_sure     whether the line may stand; otherwise it is written as a question
    """

    text: str
    code: str
    is_sure: bool
    why: str


def code_lines(profile: ColumnProfile, code_list: str, form: str) -> list[ValueLine]:
    """Return a line for each text that is not read without one; none for a column that is no list of few texts."""
    if not profile.is_a_list:
        return []
    unread = [text for text in _texts(profile) if not code_of(text, code_list, form)]
    return [_line(text, code_list) for text in unread[:_MOST_LINES]]


def flag_lines(profile: ColumnProfile) -> list[ValueLine]:
    """Return a question for each text of a column of yes and no that is neither."""
    unread = [text for text in _texts(profile)[:_MOST_LINES] if isinstance(read_flag(text), Doubt)]
    return [ValueLine(text, "", False, "true or false?") for text in unread] if profile.is_a_list else []


def item_lines(profile: ColumnProfile) -> list[ValueLine]:
    """Return for each question the code that its number says. One without a number is its own code."""
    lines: list[ValueLine] = []
    for text in profile.counts:
        number = _NUMBERED.match(text)
        code = f"q{number[1]}{number[2] or ''}".lower() if number else ""
        if code and text != code:
            lines.append(ValueLine(text, code, True, "its number"))
    return lines


def _texts(profile: ColumnProfile) -> list[str]:
    """The texts of a column, the commonest first, without those that read like a note about somebody."""
    return [text for text, _ in profile.counts.most_common() if shown_text(text) != UNSHOWN]


def _line(text: str, code_list: str) -> ValueLine:
    if _NO_ANSWER.fullmatch(text):
        return ValueLine(text, "", True, "it says that nothing was recorded")
    if found := meant_by(text, code_list):
        return ValueLine(text, found.code, found.is_likely, f"it says {found.words!r}")
    likeness, code = max(
        (SequenceMatcher(None, words_of(text), words_of(entry.meaning)).ratio(), entry.code)
        for entry in read_code_list(code_list).entries
    )
    if likeness >= _NEARLY:
        return ValueLine(text, code, True, "written nearly the same")
    return ValueLine(text, "", False, "no code is like it")
