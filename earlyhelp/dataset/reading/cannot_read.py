"""The one refusal of this room: a source that cannot be read at all."""

from __future__ import annotations


class CannotRead(Exception):
    """A source cannot be read. The message is a full sentence: which file, why, and what to do."""
