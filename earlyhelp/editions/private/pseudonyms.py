"""Ids replaced by a keyed hash: the same id under the same key is the same text in every table and every edition."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import Final

from earlyhelp.dataset.declare import Column, Kind

HEX_DIGITS: Final = 16
BLOCK: Final = 64
"""Bytes to which HMAC pads its key for SHA-256 (RFC 2104)."""

# What names a place or a question, not a case: figures are written by it. Any other id is a case's until said here.
OPEN_IDS: Final = frozenset({"urn", "successor_urn", "district_code", "item"})
OPEN_TABLES: Final = frozenset({"district", "school"})


@dataclass(frozen=True, slots=True)
class Key:
    """What ids are hashed with.

    is_secret   false where the county's code stands in for a key, which anybody can try
    """

    secret: bytes
    is_secret: bool

    @property
    def in_words(self) -> str:
        return "keyed" if self.is_secret else "not secret"

    @property
    def fingerprint(self) -> str:
        """Tells whether two editions were made under one key; nobody gets the key from it but by trying keys."""
        return self.of("the key of an edition's pseudonyms")

    def of(self, text: str) -> str:
        """Return the pseudonym of an id: HMAC-SHA256, the first 16 hexadecimal digits."""
        return hmac.digest(self.secret, text.encode("utf-8"), "sha256").hex()[:HEX_DIGITS]

    def sql(self, column: str) -> str:
        """Return SQL for the pseudonym of a column's text, the same as `of` gives; NULL stays NULL."""
        secret = self.secret if len(self.secret) <= BLOCK else hashlib.sha256(self.secret).digest()
        padded = secret.ljust(BLOCK, b"\0")
        inner, outer = (bytes(byte ^ pad for byte in padded).hex() for pad in (0x36, 0x5C))
        hashed = f"sha256(unhex('{inner}') || encode({column}))"
        return f"left(sha256(unhex('{outer}') || unhex({hashed})), {HEX_DIGITS})"


def key_for(secret: bytes | None, county_code: str) -> Key:
    """Return the council's key, or the one that stands in for it, which is not secret."""
    return Key(secret, is_secret=True) if secret else Key(county_code.encode("utf-8"), is_secret=False)


def is_pseudonymised(column: Column) -> bool:
    """Say whether a column holds ids of people, families or cases."""
    return column.kind is Kind.ID and column.name not in OPEN_IDS and column.refers_to not in OPEN_TABLES
