"""The sections of a file of words as they lie in it, so that those which nobody touched can be written anew."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

_PAGE: Final = re.compile(r"^##[ \t]+(\S+)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under the heading of one page, blank lines around it left out."""

    key: str
    body: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.body.encode("utf-8")).hexdigest()


@dataclass(frozen=True, slots=True)
class Sections:
    """A file: what stands above the first page, and the pages."""

    above: str
    pages: tuple[Section, ...]

    @property
    def text(self) -> str:
        return "\n\n".join((self.above, *(f"## {page.key}\n\n{page.body}" for page in self.pages))).strip() + "\n"


@dataclass(frozen=True, slots=True)
class Redrafted:
    """A file with its drafts written anew.

    drafted     hash of each section that is the machine's, and of each that a person took out, by key of the page
    kept        keys of the sections that are people's
    """

    sections: Sections
    drafted: Mapping[str, str]
    kept: tuple[str, ...]


def read_sections(text: str) -> Sections:
    """Return the sections of a file."""
    text = text.replace("\r\n", "\n")
    found = list(_PAGE.finditer(text))
    begins = [*(each.start() for each in found), len(text)]
    ends = zip(found, begins[1:], strict=True)
    pages = tuple(Section(each[1], text[each.end() : end].strip()) for each, end in ends)
    return Sections(text[: begins[0]].strip(), pages)


def redraft(there: Sections, drafts: Sequence[Section], drafted: Mapping[str, str]) -> Redrafted:
    """Return a file with new drafts; a section that a person changed stays, one that was taken out stays out.

    drafts      in the order of the card
    drafted     hash of each section as it was drafted before
    """
    new = {draft.key: draft for draft in drafts}
    is_own = {page.key: drafted.get(page.key) != page.sha256 for page in there.pages}
    pages = [page if is_own[page.key] else new.get(page.key) for page in there.pages]
    taken_out = [key for key in drafted if key not in is_own]
    added = [draft for draft in drafts if draft.key not in is_own and draft.key not in taken_out]
    written = (*filter(None, pages), *added)
    hashes = {page.key: page.sha256 for page in written if not is_own.get(page.key, False)}
    return Redrafted(
        replace(there, pages=written), hashes | {key: drafted[key] for key in taken_out},
        tuple(key for key, own in is_own.items() if own),
    )  # fmt: skip
