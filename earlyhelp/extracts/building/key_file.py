"""The secret that ids are made with."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

from earlyhelp.extracts.building.questions import Questions
from earlyhelp.extracts.mapping.declare import Mapping
from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong

_FOR_ITS_OWNER: Final = 0o600


def id_key(mapping: Mapping, county_code: str, questions: Questions) -> bytes:
    """Return the key of a mapping's ids: the county's code, or the content of its key file.

    A key file that is not there is made, readable by its owner alone, and noted.
    Raises  MappingWrong: it cannot be made or read, or holds nothing, which anybody could guess
    """
    if not mapping.key_file:
        return county_code.encode()
    path = mapping.path.parent / mapping.key_file
    try:
        if not path.exists():
            _make(path)
            questions.note(f"{path} was made: the key of the ids. Keep it, and to yourself; without it all ids change.")
        key = path.read_bytes().strip()
    except OSError as error:
        raise MappingWrong([f"The key file {path} could not be used: {error.strerror}."]) from None
    if not key:
        raise MappingWrong([f"The key file {path} is empty. Take it away, and a new one is made; ids change with it."])
    return key


def _make(path: Path) -> None:
    # Nobody else may read it even for the moment in which it is written.
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FOR_ITS_OWNER), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(32) + "\n")
