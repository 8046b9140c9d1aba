"""Bank holidays of England and Wales, year by year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from earlyhelp.vocabulary.shipped_rows import shipped_rows

FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2040


@cache
def bank_holidays() -> Mapping[date, str]:
    """Return the name of each bank holiday by its day, from FIRST_YEAR to LAST_YEAR.

    Days that were proclaimed carry the basis "published" in the file; the other years follow the standing rule.
    Source  docs/rules/working_days.md
    """
    rows = shipped_rows("bank_holidays.csv")
    return MappingProxyType({date.fromisoformat(row["date"]): row["name"] for row in rows})
