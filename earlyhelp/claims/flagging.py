"""A finding made from a sentence."""

from __future__ import annotations

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.language.text import Read


def flag(read: Read, claim: str, rule: str, why: str, consistent_would_be: str) -> Finding:
    """Return the finding that a claim of a sentence breaks a rule; `rule` is the rule's file, as its `__name__`."""
    name = rule.rpartition(".")[2]
    sentence = read.sentence
    return Finding(sentence.file, sentence.line, sentence.text, claim.strip(), name, why, consistent_would_be)


def stretch(read: Read, start: int, end: int) -> str:
    """Return the words of a sentence from one place to another."""
    return read.text[start:end]
