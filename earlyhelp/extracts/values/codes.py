"""Codes of a list, however the council says them: by the code, by its label, by its own word for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value
from earlyhelp.extracts.values.spellings import usual_spellings
from earlyhelp.extracts.values.tidy import same_name, tidy
from earlyhelp.extracts.values.toml_lines import line
from earlyhelp.vocabulary.code_lists import CodeList

_WHOLE_WITH_ZEROS: Final = re.compile(r"([0-9]+)\.0+")
_WORDS: Final = re.compile(r"^-[0-9]+|[0-9]+|[^\W\d_]+|[^\w\s,.:;/()'\"-]")
_MOST_SHOWN: Final = 12


def read_code(text: str, code_list: CodeList, values: Mapping[str, str], otherwise: str | None) -> Value:
    """Return the code a text stands for.

    The list of the mapping decides first, then the code itself, then its label and the usual ways to say it.

    values      what the mapping says of single texts; "" is not recorded
    otherwise   the code for whatever is in no list, "" for not recorded; None asks
    """
    plain = same_name(text)
    for known, code in values.items():
        if same_name(known) == plain:
            return code or None
    if found := _find(text, code_list):
        return found
    if otherwise is not None:
        return otherwise or None
    return Doubt(DoubtKind.UNKNOWN, f"is not in the list {code_list.name}: {_shown(code_list)}", line(tidy(text), "…"))


def words_of(text: str) -> str:
    """Return the words and numbers of a text, in which labels are compared: `year 7` for Year 07 and YEAR-7.

    A minus before a number and marks that say something, such as a question mark, stay: `2A?` is not `2A`.
    """
    plain = same_name(text).replace("&", " and ").replace("'", "")
    # A spreadsheet may have made 1.0 of a 1; taking the point for a mark between words would make it ten.
    plain = _WHOLE_WITH_ZEROS.sub(r"\1", plain) if _WHOLE_WITH_ZEROS.fullmatch(plain) else plain
    return " ".join(word.lstrip("0") or "0" for word in _WORDS.findall(plain))


def _find(text: str, code_list: CodeList) -> str | None:
    labels = tuple((entry.code, entry.meaning) for entry in code_list.entries)
    by_code, by_words = _ways_to_say(code_list.name, labels)
    return by_code.get(same_name(text)) or by_words.get(words_of(text))


@cache
def _ways_to_say(name: str, labels: tuple[tuple[str, str], ...]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The codes of a list by how they are written, and by the words that mean them."""
    codes = {code for code, _ in labels}
    ways = [(spelling, code) for spelling, code in usual_spellings(name) if code in codes]
    ways += [(meaning, code) for code, meaning in labels]
    ways += [(code, code) for code, _ in labels]
    # The last one stands: a code before a label, and a label before what people say for it.
    return {same_name(code): code for code in codes}, {words_of(way): code for way, code in ways}


def _shown(code_list: CodeList) -> str:
    shown = ", ".join(code_list.codes[:_MOST_SHOWN])
    more = len(code_list.codes) - _MOST_SHOWN
    return f"{shown} and {more} more" if more > 0 else shown
