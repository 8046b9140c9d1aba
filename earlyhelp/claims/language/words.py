"""The words of a sentence that carry its meaning, and the years it names."""

from __future__ import annotations

import re
from typing import Final

from earlyhelp.claims.language.nouns import singular
from earlyhelp.claims.language.text import Read

WORD: Final = re.compile(r"[a-z][a-z'’-]+")


_SMALL_WORDS: Final = (
    "the and that this there were was are had has have for from with its our their they those these than which "
    "who said says would will been being each all of in on at by to a an as is it be or we introduction "
    "summary show shows showed shown give gives gave given according see report reported reports there page "
    "between about number also same out only per cent percent while still now "
)
PLAIN: Final = frozenset(_SMALL_WORDS.split())


def words_of(read: Read) -> set[str]:
    """Return the stems of the words of a sentence that carry its meaning; numbers and small words are left out."""
    text = read.bare_words
    for number in read.numbers:
        text = text[: number.start] + " " * (number.end - number.start) + text[number.end :]
    return {stem(word) for word in WORD.findall(text) if word not in PLAIN}


def stem(word: str) -> str:
    """Return a word without its ending, so that "held" and "hold" are one."""
    word = {
        "gave": "give",
        "given": "give",
        "gives": "give",
        "held": "hold",
        "has": "have",
        "spent": "spend",
        "took": "take",
        "taken": "take",
    }.get(word, word)
    return re.sub(r"(?:ing|ed|e)$", "", singular(word)) if len(word) > 4 else singular(word)


def years_of(read: Read) -> set[str]:
    """Return the years a sentence names, such as 2019 or 2018/19."""
    return set(re.findall(r"\b20\d\d(?:[/–-]\d\d)?\b", read.text))
