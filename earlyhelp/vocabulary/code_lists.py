"""Code lists: the values a coded column may hold, in the order in which they are printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType

from earlyhelp.vocabulary.shipped_rows import shipped_rows

OWN_COLUMNS = ("code", "meaning", "standard", "maps_to")


@dataclass(frozen=True)
class Code:
    """One value of a code list.

    meaning     short label, fit for a chart
    standard    published standard the value comes from, empty where there is none
    maps_to     the value in that standard, several separated by `;`
    more        whatever else the list says about it, such as the reporting phase of a phase
    """

    code: str
    meaning: str
    standard: str
    maps_to: str
    more: Mapping[str, str]


@dataclass(frozen=True)
class CodeList:
    """A named list of codes. The order of the entries is the order in which they are printed."""

    name: str
    entries: tuple[Code, ...]

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return tuple(entry.code for entry in self.entries)

    @cached_property
    def _by_code(self) -> dict[str, Code]:
        return {entry.code: entry for entry in self.entries}

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def entry(self, code: str) -> Code:
        """Return the entry of that code. Raises LookupError: the list has no such code."""
        try:
            return self._by_code[code]
        except KeyError:
            raise LookupError(f'The code list {self.name} has no code "{code}".') from None

    def meaning(self, code: str) -> str:
        """Return the label of that code. Raises LookupError: the list has no such code."""
        return self.entry(code).meaning


@cache
def code_list_names() -> tuple[str, ...]:
    """Return the names of all code lists, in alphabetical order."""
    folder = files("earlyhelp.vocabulary").joinpath("codes")
    return tuple(sorted(file.name.removesuffix(".csv") for file in folder.iterdir() if file.name.endswith(".csv")))


@cache
def read_code_list(name: str) -> CodeList:
    """Return the code list of that name. Raises LookupError: there is none."""
    if not re.fullmatch(r"[a-z_]+", name):
        raise LookupError(f'There is no code list called "{name}".')
    try:
        rows = shipped_rows("codes", f"{name}.csv")
    except FileNotFoundError:
        raise LookupError(f'There is no code list called "{name}".') from None
    return CodeList(name, tuple(_read_code(row) for row in rows))


def _read_code(row: dict[str, str]) -> Code:
    more = {column: value for column, value in row.items() if column not in OWN_COLUMNS}
    return Code(row["code"], row["meaning"], row["standard"], row["maps_to"], MappingProxyType(more))
