"""Yes or no, in the ways forms and programs say it."""

from __future__ import annotations

from typing import Final

from earlyhelp.extracts.values.doubt import Doubt, DoubtKind, Value
from earlyhelp.extracts.values.tidy import same_name, tidy
from earlyhelp.extracts.values.toml_lines import line

_TRUE: Final = frozenset({"true", "yes", "y", "t", "1", "1.0", "✓", "✔", "✅", "☑", "🗸", "√"})
_FALSE: Final = frozenset({"false", "no", "n", "f", "0", "0.0", "☐"})
_CROSSES: Final = frozenset({"x", "✗", "✘", "✕", "✖", "×", "❌", "☒", "❎"})


def read_flag(text: str) -> Value:
    """Return `true` or `false`.

    A cross is asked about: on one form it fills the box, on the next it strikes it out.
    """
    plain = same_name(text)
    if plain in _TRUE:
        return "true"
    if plain in _FALSE:
        return "false"
    answer = line(tidy(text), "true")
    if plain in _CROSSES:
        return Doubt(DoubtKind.AMBIGUOUS, "could be a box that was marked, or a no", answer)
    return Doubt(DoubtKind.UNKNOWN, "is neither yes nor no", line(tidy(text), "…"))
