"""The usual ways to say a code, beside the code and its label."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def usual_spellings(code_list: str) -> tuple[tuple[str, str], ...]:
    """Return the spellings known for a code list, each with its code; none where the list has no need of them."""
    text = files("earlyhelp.extracts.values").joinpath("spellings.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), strict=True)
    return tuple((row["text"], row["code"]) for row in rows if row["list"] == code_list)
