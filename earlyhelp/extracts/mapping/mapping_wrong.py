"""The refusal of a mapping: everything that is wrong with it, at once."""

from __future__ import annotations

from collections.abc import Sequence


class MappingWrong(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """A mapping cannot be used. `sentences` say what is wrong and what to write, one fault each."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = tuple(sentences)
