"""Takes the keys of a TOML table one by one, and knows what is wrong with it: wrong kinds, unknown keys."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import cast


class Keys:
    """The keys of one table of a mapping.

    where   how messages call the table: "[source.requests]"
    faults  shared by all tables of a mapping; sentences are added to it
    """

    def __init__(self, content: object, where: str, faults: list[str]) -> None:
        self.where = where
        self._faults = faults
        self._taken: list[str] = []
        self._content: dict[str, object] = {}
        if isinstance(content, dict):
            self._content = cast("dict[str, object]", content)
        elif content is not None:
            self.fault("has to be a table of names and values")

    def fault(self, what: str) -> None:
        """Add a sentence about this table."""
        self._faults.append(f"{self.where} {what}.")

    def any(self, key: str) -> object:
        """Take a key of whatever kind; None where it is missing."""
        self._taken.append(key)
        return self._content.get(key)

    def text(self, key: str, *, required: bool = False) -> str:
        """Take a text; a day may be written with or without quotation marks. Empty where it is missing."""
        value = self.any(key)
        if isinstance(value, str):
            return value
        if isinstance(value, date):
            return value.isoformat()
        if value is not None:
            self.fault(f'has `{key}` that is not text: write {key} = "…"')
        elif required:
            self.fault(f'lacks `{key}`: write {key} = "…"')
        return ""

    def optional_text(self, key: str) -> str | None:
        """Take a text that may be empty on purpose; None where it is missing."""
        text = self.text(key)
        return text if key in self._content else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Take a list of texts; one text stands for a list of one."""
        value = self.any(key)
        if isinstance(value, str):
            return (value,)
        items = cast("list[object]", value) if isinstance(value, list) else []
        if value is not None and (not isinstance(value, list) or not all(isinstance(item, str) for item in items)):
            self.fault(f'has `{key}` that is not a list of texts: write {key} = ["…", "…"]')
            return ()
        return tuple(item for item in items if isinstance(item, str))

    def number(self, key: str, otherwise: int) -> int:
        """Take a whole number."""
        value = self.any(key)
        if value is None:
            return otherwise
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        self.fault(f"has `{key}` that is not a whole number")
        return otherwise

    def flag(self, key: str) -> bool:
        """Take true or false; false where it is missing."""
        value = self.any(key)
        if value is not None and not isinstance(value, bool):
            self.fault(f"has `{key}` that is neither true nor false, without quotation marks")
        return value is True

    def choice(self, key: str, among: tuple[str, ...]) -> str:
        """Take a text that has to be one of those given; empty where it is missing or is none of them."""
        value = self.text(key)
        if value and value not in among:
            self.fault(f"has `{key}` = {value!r}; it may be {', '.join(among)}")
            return ""
        return value

    def pairs(self, key: str) -> Mapping[str, str]:
        """Take a table of texts to texts."""
        value = self.any(key)
        content = cast("dict[str, object]", value) if isinstance(value, dict) else {}
        if value is not None and (not isinstance(value, dict) or not all(isinstance(v, str) for v in content.values())):
            self.fault(f'has `{key}` that is not a list of texts to texts: write "what the file says" = "a code"')
        return {name: each for name, each in content.items() if isinstance(each, str)}

    def lists(self, key: str) -> Mapping[str, tuple[str, ...]]:
        """Take a table of names to lists of texts."""
        value = self.any(key)
        if value is None:
            return {}
        inner = Keys(value, f"{self.where} {key}", self._faults)
        return {name: inner.texts(name) for name in inner.names}

    def table(self, key: str) -> Keys | None:
        """Take a table within this one; None where it is missing."""
        value = self.any(key)
        return None if value is None else Keys(value, f"{self.where} {key}", self._faults)

    @property
    def names(self) -> tuple[str, ...]:
        """All keys, in the order they are written."""
        return tuple(self._content)

    def finish(self) -> None:
        """Complain of each key that nobody took, with the one that was most likely meant."""
        for key in self._content:
            if key not in self._taken:
                likely = get_close_matches(key, self._taken, 1)
                meant = f"; did you mean `{likely[0]}`" if likely else f"; it may hold {', '.join(self._taken)}"
                self.fault(f"has `{key}`, which is not known{meant}")
