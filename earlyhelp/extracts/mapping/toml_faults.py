"""Says what is wrong with a text that is no TOML: the line itself, and what most likely happened there."""

from __future__ import annotations

import re
import tomllib
from typing import Final

_LINE: Final = re.compile(r"\(at line (\d+)")
_LONGEST_SHOWN: Final = 100
_LIKELY: Final = (
    (re.compile("[“”„‘’]"), "type straight quotation marks instead of curly ones"),
    (re.compile(r"^\s*\[(table|district)\]\s*$"), "write two brackets, [[table]]: each is one more of a list"),
)
_BY_ERROR: Final = (
    ("Cannot declare", "this heading stands earlier too: put its lines together under one of them"),
    ("Cannot overwrite", "this name stands earlier under the same heading: keep one of the two"),
    ("Illegal character", "a closing quotation mark is missing in this line"),
    ("Unclosed array", "a comma or a closing bracket is missing in this line or in the one before it"),
)


def toml_fault(text: str, error: tomllib.TOMLDecodeError) -> str:
    """Return what is wrong, with the line and the likeliest way to put it right."""
    found = _LINE.search(str(error))
    lines = text.splitlines()
    place = int(found[1]) - 1 if found else len(lines) - 1
    line = lines[place].strip() if 0 <= place < len(lines) else ""
    likely = next((advice for pattern, advice in _LIKELY if pattern.search(line)), "")
    likely = likely or next((advice for start, advice in _BY_ERROR if str(error).startswith(start)), "")
    shown = f" Line {place + 1} reads: {line[:_LONGEST_SHOWN]}" if line else ""
    return f"is not valid TOML: {error}.{shown}{f'. Most likely {likely}.' if likely else ''}"
