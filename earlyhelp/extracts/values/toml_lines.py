"""Lines of a mapping, as an answer to paste."""

from __future__ import annotations

import json


def quoted(text: str) -> str:
    """Return a text in the quotation marks of TOML."""
    # A basic string of TOML escapes as JSON does, but for DEL, which TOML does not allow to stand as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def line(key: str, value: str, comment: str = "") -> str:
    """Return the line that gives a text its value, with a comment behind it where there is one."""
    # A comment of TOML may hold no character that cannot be printed.
    printable = "".join(each if each.isprintable() else " " for each in comment)
    return f"{quoted(key)} = {quoted(value)}" + (f"  # {printable}" if comment else "")
