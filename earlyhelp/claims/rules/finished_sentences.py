"""Rule 13: sentences are finished and no gap is left for a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.flagging import flag
from earlyhelp.claims.language.text import Read, Text

_HANGING: Final = re.compile(
    (
        r"\b(?:a|an|the|and|or|but|because|of|than|with|from|that|which|whose|their|our|its|is|"
        r"are|was|were|has|have|had|between|per|if|although|while|whereas|into|"
        r"only|very|more|most|less|fewer|not|they|we|he|she|another|such|every|any|these|(?<!for "
        r")(?<!of )(?<!to )(?<!at )(?<!with )all|approximately|compared to|compared with|such as|"
        r"due to|according to|as well as|number of|to the|by the|at the|(?:and|is|are|able|how|or) to)$"
    ),
    re.IGNORECASE,
)
_HANGING_STOP: Final = re.compile(
    r"\b(?:the|a|an|and|or|than|because|their|our|its|whose|per|although)\s*\.$", re.IGNORECASE
)
_GAP: Final = re.compile(
    (
        r"\b(?:in|of|than|by|with|from|to|for|on) (?:the|an?)[,;](?=\s)|(?:^|\s)(?:with|of|to|is|"
        r"was|by|from|at|about|only|in|and|or|than|were|,)\s%(?:\s|\.|,|$)|£\s(?:in|for|was|and|"
        r"to|per|of|\.)|\(\s*%\s*\)|(?<!\w)\(\s*\)|\b(?:X{2,}|x{2,}(?=\s?%))\s?%?(?=\W|$)|"
        r"\[(?:insert|add|figure|number|number here|date|to (?:be )?(?:add|follow|confirm|check|"
        r"insert)\w*|tbc|x{2,}|\?+|\.\.\.|…|name|percentage|total|check)[^\]]*\]|\bTB[CA]\b|\?\?+|"
        r"_{3,}|<(?:insert|figure|number|xx)[^>]*>"
    ),
    re.IGNORECASE,
)
_LETTER: Final = re.compile(
    r"(?<![\w(.-])(?:[NX]|NN|XX|NNN|XXX)(?= (?:said|were|was|had|have|has|agreed|people|"
    r"families|visits|of the|out of)| ?%)|\((?:insert|add|tbc|to follow|to be [a-z]+|figure|"
    r"number)\b[^)]{0,25}\)"
)
_COMMA: Final = re.compile(r"[a-z0-9)],$")
_ENDS: Final = re.compile(r"[.?!:;]['\"’”)*\]]*$")
_MOST_WORDS: Final = 3


def find(texts: Sequence[Text]) -> Iterator[Finding]:
    """Flag a sentence that ends on "the number of", a gap before a per cent sign, and "XX" or "[insert figure]"."""
    for text in texts:
        for read in text.prose:
            gap = _GAP.search(read.text) or _LETTER.search(read.text)
            if gap:
                yield flag(
                    read, gap[0], __name__, "A figure or word is still to be filled in.", "the figure, or no sentence"
                )
            elif _breaks_off(text, read):
                yield flag(
                    read, read.text[-40:], __name__, "The sentence breaks off.", "the rest of it, or no sentence"
                )


def _breaks_off(text: Text, read: Read) -> bool:
    words = read.text.rstrip(" *_")
    if read.sentence.kind == "heading" or len(words.split()) < _MOST_WORDS:
        return False
    if _HANGING_STOP.search(words):
        return True
    if _ENDS.search(words):
        return False
    following = text.after(read, 1)
    if following and following[0].sentence.block == read.sentence.block and following[0].text[:1].islower():
        return False
    if _HANGING.search(words):
        return not _is_title(words)
    is_comma = bool(_COMMA.search(words)) and len(words.split()) > 5
    return (
        is_comma
        and not (following and following[0].sentence.kind == "item")
        and read.sentence.kind == "prose"
        and (not following or following[0].sentence.block != read.sentence.block)
    )


def _is_title(words: str) -> bool:
    """Whether the line is a heading or label rather than a sentence."""
    return len(words.split()) <= 5 and not re.search(r"\b(?:is|are|was|were|has|have|had)\b", words[:-4])
