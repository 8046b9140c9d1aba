"""The noun that a number counts, found without a dictionary: the first plural after it."""

from __future__ import annotations

import re
from typing import Final

_STOPS: Final = frozenset(
        ["a", "about", "above", "after", "again", "all", "also", "although", "among", "an", "and", "any", "are",
            "as", "at", "be", "because", "been", "before", "below", "between", "but", "by", "can", "could",
            "did", "do", "does", "down", "during", "each", "either", "every", "few", "for", "from", "had",
            "has", "have", "he", "her", "here", "his", "how", "however", "if", "in", "instead", "into", "is",
            "it", "its", "just", "last", "least", "less", "made", "many", "may", "might", "more", "most",
            "much", "must", "near", "no", "nor", "not", "now", "of", "off", "on", "once", "only", "or", "our",
            "out", "over", "own", "per", "rather", "said", "same", "say", "says", "shall", "she", "should",
            "since", "so", "some", "still", "such", "than", "that", "the", "their", "them", "then", "there",
            "these", "they", "this", "those", "though", "through", "to", "together", "too", "under", "until",
            "up", "upon", "us", "very", "was", "we", "were", "what", "when", "where", "whether", "which",
            "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yet", "you",
            "your", "left", "came", "went", "took", "gave", "told", "felt", "thought", "wanted", "knew",
            "found", "got", "led", "lead", "ran", "run", "met", "sent", "held", "rose", "fell", "grew", "stood",
            "made", "became", "began", "kept", "respectively", "overall", "altogether"]
)  # fmt: skip
_PLURALS: Final = frozenset(["people", "children", "men", "women", "staff", "pupils", "police", "premises",
    "young", "persons", "fte"])  # fmt: skip
_SINGULAR_S: Final = frozenset(
    ["business", "class", "access", "process", "address", "progress", "success", "illness", "sickness", "less",
        "this", "its", "was", "has", "is", "us", "bus", "gas", "basis"]
)  # fmt: skip
_SINGULAR: Final = {"people": "person", "children": "child", "men": "man", "women": "woman", "persons": "person"}
DURATIONS: Final = frozenset(
    ["day", "week", "month", "year", "hour", "minute", "term", "quarter", "decade", "season", "night",
        "morning", "afternoon"]
)  # fmt: skip
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_LIKE: Final = (
    frozenset(["child", "pupil", "student", "youngster", "boy", "girl", "person", "respondent", "participant",
        "adult"]),
    frozenset(["person", "resident", "respondent", "participant", "adult", "tenant", "user", "patient", "carer",
        "parent", "adult", "customer", "applicant", "citizen", "visitor", "member", "worker", "staff",
        "employee", "colleague", "leaver", "learner", "apprentice", "candidate", "volunteer", "client"]),
    frozenset(["family", "household"]),
    frozenset(["form", "questionnaire", "reply", "response", "return", "answer", "survey", "card", "respondent",
        "submission"]),
    frozenset(["request", "application", "referral", "contact", "enquiry", "call", "bid", "case", "claim"]),
    frozenset(["case", "episode", "spell", "file"]),
    frozenset(["school", "respondent", "academy", "primary", "secondary", "nursery", "college"]),
    frozenset(["home", "house", "property", "dwelling", "flat", "tenancy"]),
    frozenset(["session", "meeting", "visit", "appointment"]),
    frozenset(["library", "branch", "site", "centre", "place", "building", "depot"]),
    frozenset(["firm", "company", "business", "supplier", "provider", "organisation", "trader"]),
)  # fmt: skip


def noun_after(text: str, place: int) -> str:
    """Return the words from `place` to the first plural noun, in small letters; empty if none comes soon."""
    stretch = text[place : place + 70]
    words: list[str] = []
    position = 0
    for found in _WORD.finditer(stretch):
        between = stretch[position : found.start()]
        if between.strip(" \t*'‘’\"") or len(words) > 5:
            return ""
        word = found[0].casefold()
        if word in _STOPS or (word.endswith("ed") and words):
            return ""
        words.append(word)
        position = found.end()
        if is_plural(word) and not _compound(stretch, position):
            return " ".join(words)
    return ""


def _compound(stretch: str, position: int) -> bool:
    """Whether the plural only describes another noun after it, as in "sports clubs"."""
    following = re.match(r" ([a-z][a-z'-]*)", stretch[position:])
    return (
        bool(following) and is_plural(following[1]) and following[1] not in _STOPS and not following[1].endswith("es")
    )


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in _PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "'s", "’s", "is", "ous"))
        and word not in _SINGULAR_S
    )


def head(noun: str) -> str:
    """Return the last word of a noun phrase in the singular; empty for an empty phrase."""
    return singular(noun.split()[-1]) if noun else ""


def singular(word: str) -> str:
    """Return a noun's singular, as far as its ending tells."""
    word = word.casefold()
    if word in _SINGULAR:
        return _SINGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if is_plural(word) and word.endswith("s") else word


def are_alike(one: str, other: str) -> bool:
    """Whether two head nouns may well stand for the same things, such as pupils and children."""
    return one == other or any(one in group and other in group for group in _LIKE)
