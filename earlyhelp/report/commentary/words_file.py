"""A file of words held to the rules that need no figures: what is bound, what is typed, how much a page may say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from math import inf
from typing import Final

from earlyhelp.report.commentary.claims import sides_of_points, unbacked_claims
from earlyhelp.report.commentary.faults import Fault
from earlyhelp.report.commentary.filters import SAYINGS
from earlyhelp.report.commentary.known_cells import unknown_in
from earlyhelp.report.commentary.marked_text import read_marked_text
from earlyhelp.report.commentary.pieces import PageText, Typed, Written
from earlyhelp.report.commentary.unbound_numbers import unbound_numbers
from earlyhelp.report.document import MOST_SENTENCES

MOST_WRITTEN: Final = 2 * MOST_SENTENCES


@dataclass(frozen=True, slots=True)
class WordsFile:
    """The pages of a file, and every fault that shows without a figure, by line."""

    pages: tuple[PageText, ...]
    faults: tuple[Fault, ...]

    @property
    def sound(self) -> WordsFile:
        """The pages without a fault; each reaches to the next one."""
        ends = [page.line for page in self.pages[1:]] + [inf]
        spans = zip(self.pages, ends, strict=True)
        return WordsFile(
            tuple(page for page, end in spans if not any(page.line <= fault.line < end for fault in self.faults)), ()
        )


def read_words_file(text: str, page_keys: Sequence[str], own_names: Sequence[str]) -> WordsFile:
    """Return what a file says.

    text        of the file
    page_keys   keys of the pages that a publication may have
    own_names   names that may hold a number besides those declared
    """
    marked = read_marked_text(text)
    faults = chain(marked.faults, *(_faults_of(page, page_keys, own_names) for page in marked.pages))
    return WordsFile(marked.pages, tuple(sorted(dict.fromkeys(faults))))


def _faults_of(page: PageText, page_keys: Sequence[str], own_names: Sequence[str]) -> Iterator[Fault]:
    if page.key not in page_keys:
        likely = get_close_matches(page.key, page_keys, 1)
        meant = f'did you mean "{likely[0]}"' if likely else f"the pages are {', '.join(page_keys)}"
        yield Fault(page.line, f'names the page "{page.key}", which there is not; {meant}')
    if len(page.paragraphs) > MOST_SENTENCES:
        yield Fault(
            page.line, f"has more than {MOST_SENTENCES} paragraphs under one page: a page says little, and is read"
        )
    elif sum(map(len, page.paragraphs)) > MOST_WRITTEN:
        yield Fault(
            page.line, f"has more than {MOST_WRITTEN} sentences under one page: a page says little, and is read"
        )
    for written in page.sentences:
        yield from faults_of_sentence(written, own_names)


def faults_of_sentence(written: Written, own_names: Sequence[str]) -> Iterator[Fault]:
    """Yield what is wrong with a sentence whatever the figures are."""
    for binding in written.bindings:
        yield from (Fault(binding.line, what) for what in unknown_in(binding))
    yield from unbound_numbers(written, own_names)
    sayings = [SAYINGS[binding.saying] for binding in written.bindings if binding.saying in SAYINGS]
    yield from unbacked_claims(written, [saying.judges for saying in sayings if saying.judges is not None], own_names)
    yield from sides_of_points(written)


def needs_declaring(name: str) -> bool:
    """Return whether a name would be a fault if it stood in a text undeclared: it holds a number or a claim."""
    return any(True for _ in faults_of_sentence(Written((Typed(name, 1),), 1), ()))
