"""All rules over all files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final

from earlyhelp.claims.finding import Finding
from earlyhelp.claims.language.text import Text, read_text
from earlyhelp.claims.reading.opening import Line, read_lines

RULES: Final = (
    "percentage_of_count",
    "silent_change_of_base",
    "partitions",
    "identities",
    "mixtures",
    "granularity",
    "unit_nouns",
    "growth_and_time",
    "windows",
    "bands",
    "list_length",
    "dates",
    "finished_sentences",
    "share_words",
    "comparators",
    "two_instruments",
    "change_words",
    "response_rates",
)


def audit_files(paths: Iterable[Path]) -> list[Finding]:
    """Return what is inconsistent in files that belong together, in the order of the files and their lines.

    Raises CannotRead: a file cannot be read
    """
    return audit_texts([read_text(str(path), read_lines(path)) for path in paths])


def audit_lines(content: str, file: str = "text") -> list[Finding]:
    """Return what is inconsistent in one text."""
    lines = [Line(number, line) for number, line in enumerate(content.split("\n"), start=1)]
    return audit_texts([read_text(file, lines)])


def audit_texts(texts: Sequence[Text]) -> list[Finding]:
    """Return what is inconsistent in texts that belong together; a claim is told once for each rule it breaks."""
    order = {text.file: place for place, text in enumerate(texts)}
    found = {finding for name in RULES for finding in import_module(f"earlyhelp.claims.rules.{name}").find(texts)}
    return sorted(found, key=lambda each: (order[each.file], each.line, RULES.index(each.rule), each.claim))
