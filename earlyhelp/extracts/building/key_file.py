"""The secret that ids are made with."""

from __future__ import annotations

import secrets

from earlyhelp.extracts.building.questions import Questions
from earlyhelp.extracts.mapping.declare import Mapping


def id_key(mapping: Mapping, county_code: str, questions: Questions) -> bytes:
    """Return the key of a mapping's ids: the county's code, or the content of its key file.

    A key file that is not there is made, readable by its owner alone, and noted.
    """
    if not mapping.key_file:
        return county_code.encode()
    path = mapping.path.parent / mapping.key_file
    if not path.exists():
        path.write_text(secrets.token_hex(32) + "\n", encoding="ascii")
        path.chmod(0o600)
        questions.note(f"{path} was made: the key of the ids. Keep it, and to yourself; without it all ids change.")
    return path.read_text(encoding="ascii").strip().encode()
