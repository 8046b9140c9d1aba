"""One claim that disagrees with the arithmetic, and the error of a file that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass


class CannotRead(Exception):  # noqa: N818 - the sentence reads better
    """A file could not be read; the text is one sentence saying which and what to do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One inconsistent claim.

    file, line              where the sentence begins, as the person named the file; lines count from 1
    sentence                the whole sentence
    claim                   the words within it that disagree
    rule                    the name of the rule, as its file
    why                     one sentence
    consistent_would_be     what would agree
    """

    file: str
    line: int
    sentence: str
    claim: str
    rule: str
    why: str
    consistent_would_be: str
