"""What is wrong with a text, and what is left out of an edition: each with the line it stands in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something to put right.

    line    in the file, from 1
    says    what it is and what to write instead, as the rest of a sentence that began with file and line
    """

    line: int
    says: str


class FaultError(ValueError):
    """A binding cannot be read or says what is not so. The text says what to put right."""


class WithheldError(Exception):
    """A binding cannot be said to these readers. The text says why, and never what the number is."""
