"""Patterns for the files and sheets of a layout: what stays next month stands, what changes is a star."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from pathlib import PurePosixPath
from typing import Final

from earlyhelp.extracts.building.match_files import fits_file, fits_sheet
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.mapping.declare import Source

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
# What tells one month's file from the next: a day, a month, a year, a term's or a quarter's number.
_CHANGES: Final = re.compile(
    rf"(?<![0-9])(?:20[0-9]{{2}}[-_. ]?[0-9]{{2}}[-_. ]?[0-9]{{2}}|[0-9]{{2}}[-_. ][0-9]{{2}}[-_. ](?:20)?[0-9]{{2}}"
    rf"|[0-9]{{8}}|20[0-9]{{2}}[-_/ ][0-9]{{2,4}}|20[0-9]{{2}}|[0-9]{{6}})(?![0-9])"
    rf"|(?<![a-z]){_MONTH}[-_ ]?(?:20)?[0-9]{{2}}(?![0-9])|(?<![a-z]){_MONTH}(?![a-z])|(?<![a-z])q[1-4](?![0-9a-z])",
    re.IGNORECASE,
)
_LEAST_LETTERS: Final = 3
_MOST_SHEETS: Final = 12


def file_patterns(files: Sequence[str]) -> tuple[str, ...]:
    """Return the patterns of the names of files, without their folders, that fit all of them and next month's too."""
    patterns = list(dict.fromkeys(_pattern(PurePosixPath(file).name) for file in files))
    if len(patterns) == 1:
        return (_opened(patterns[0]),)
    before = _beginning(patterns)
    after = _beginning([pattern[::-1] for pattern in patterns])[::-1]
    stem = re.sub(r"\.[a-z]+$", "", after, flags=re.IGNORECASE)
    if sum(map(str.isalpha, before + stem)) >= _LEAST_LETTERS:
        return (re.sub(r"\*+", "*", f"{before}*{after}"),)
    return tuple(patterns)


def sheet_patterns(sheets: Sequence[Sheet], all_of_files: Sequence[Sheet]) -> tuple[str, ...]:
    """Return the patterns of the names of sheets; one star where every sheet of their files is meant.

    all_of_files    every sheet of the same files that holds data
    """
    names = list(dict.fromkeys(sheet.name for sheet in sheets if sheet.name))
    others = {sheet.name for sheet in all_of_files} - set(names)
    if not names or (not others and (len(names) == 1 or len(names) > _MOST_SHEETS)):
        return ("*",)
    changed = {_pattern(name) for name in names}
    if len(names) > 1 and len(changed) == 1 and not any(_fits(other, changed) for other in others):
        return tuple(changed)
    return tuple(name.replace("*", "?") for name in names)


def is_apart(source: Source, others: Sequence[Sheet]) -> bool:
    """Say whether a source takes none of the sheets of other layouts."""
    return not any(fits_file(source, sheet.file) and fits_sheet(source, sheet) for sheet in others)


def exact_files(files: Sequence[str]) -> tuple[str, ...]:
    """Return patterns that fit these files alone."""
    return tuple(_escaped(PurePosixPath(file).name) for file in dict.fromkeys(files))


def _opened(pattern: str) -> str:
    """The pattern of a name that nothing seems to change in: next month it may have something before or behind it."""
    stem, dot, ending = pattern.rpartition(".")
    if "*" in stem or sum(map(str.isalpha, stem)) < _LEAST_LETTERS:
        return pattern
    return f"*{stem}*{dot}{ending}"


def _beginning(texts: Sequence[str]) -> str:
    """The letters with which all texts begin."""
    together = takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False))
    return "".join(letters[0] for letters in together)


def _pattern(name: str) -> str:
    return re.sub(r"\*+", "*", _CHANGES.sub("\0", _escaped(name)).replace("\0", "*"))


def _escaped(name: str) -> str:
    return name.replace("[", "[[]")


def _fits(name: str, patterns: set[str]) -> bool:
    return _pattern(name) in patterns
