"""Finds a mapping: a file of the council's own, or one that is shipped, by its name."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Final

from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong

_FOLDER: Final = Path(__file__).parents[1] / "mappings"


def shipped_names() -> tuple[str, ...]:
    """Return the names of the mappings that come with the program, in alphabetical order."""
    return tuple(sorted(path.stem for path in _FOLDER.iterdir() if path.suffix == ".toml"))


def is_shipped(path: Path) -> bool:
    """Say whether a mapping is one that comes with the program."""
    return path.resolve().parent == _FOLDER.resolve()


def find_mapping(asked: str) -> Path:
    """Return the file of a mapping: a path, or the name of a shipped one.

    Raises  MappingWrong: there is neither, or the file is no mapping
    """
    path = Path(asked)
    if path.is_file() and path.suffix.casefold() != ".toml":
        raise MappingWrong([f"{path} is no mapping: the name of a mapping ends in .toml."])
    if path.is_file():
        return path
    names = shipped_names()
    if asked in names:
        return _FOLDER / f"{asked}.toml"
    if path.is_dir():
        raise MappingWrong([f"{path} is a folder; give the mapping itself, a file that ends in .toml."])
    likely = get_close_matches(asked.replace("-", "_"), names, 1)
    meant = f" Did you mean {likely[0]}?" if likely else f" Shipped are: {', '.join(names)}."
    raise MappingWrong([f"There is no file {asked}, and no mapping of that name is shipped.{meant}"])
