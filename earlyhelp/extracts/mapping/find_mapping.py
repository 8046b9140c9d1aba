"""Finds a mapping: a file of the council's own, or one that is shipped, by its name."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong


def shipped_names() -> tuple[str, ...]:
    """Return the names of the mappings that come with the program, in alphabetical order."""
    folder = files("earlyhelp.extracts").joinpath("mappings")
    return tuple(sorted(each.name.removesuffix(".toml") for each in folder.iterdir() if each.name.endswith(".toml")))


def find_mapping(asked: str) -> Path:
    """Return the file of a mapping: a path, or the name of a shipped one.

    Raises  MappingWrong: there is neither
    """
    path = Path(asked)
    if path.is_file():
        return path
    if asked in shipped_names():
        return Path(str(files("earlyhelp.extracts").joinpath("mappings", f"{asked}.toml")))
    shipped = ", ".join(shipped_names())
    raise MappingWrong([f"There is no file {asked}, and no mapping of that name is shipped. Shipped are: {shipped}."])
