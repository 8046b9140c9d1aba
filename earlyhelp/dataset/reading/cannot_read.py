"""The one refusal of this room: a source that cannot be read at all."""

from __future__ import annotations


class CannotRead(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A source cannot be read. The message is a full sentence: which file, why, and what to do."""
