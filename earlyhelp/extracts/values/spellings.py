"""The usual ways to say a code, beside the code and its label."""

from __future__ import annotations

from functools import cache

from earlyhelp.vocabulary.shipped_rows import shipped_rows


@cache
def usual_spellings(code_list: str) -> tuple[tuple[str, str], ...]:
    """Return the spellings known for a code list, each with its code; none where the list has no need of them."""
    rows = shipped_rows("spellings.csv", room="earlyhelp.extracts.values")
    return tuple((row["text"], row["code"]) for row in rows if row["list"] == code_list)
