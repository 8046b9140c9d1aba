"""Other names people write for the eight districts of Staffordshire, used where a dataset gives none of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from earlyhelp.vocabulary.shipped_rows import shipped_rows


@cache
def default_aliases() -> Mapping[str, str]:
    """Return the aliases of a district by its code, `;` between them, as the dataset writes them."""
    return MappingProxyType({row["code"]: row["aliases"] for row in shipped_rows("district_aliases.csv")})
