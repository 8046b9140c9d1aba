"""Finds which of the texts that cells share hold nothing but white space: a cell with one of them is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from earlyhelp.dataset.reading.header import BLANKS
from earlyhelp.extracts.files.workbook_parts import Parts
from earlyhelp.extracts.files.workbook_refusals import too_large

PART: Final = "xl/sharedStrings.xml"

_LARGEST: Final = 200_000_000
_LARGEST_TEXT: Final = 8_000_000
_ITEM: Final = re.compile(rb"<(?:\w+:)?si(?=[\s>/])")
_SAYS_SOMETHING: Final = re.compile(rb">[!-%'-;=-~]")
_TEXT: Final = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?(?<!/)>([^<]*)")


def find_blank_texts(parts: Parts) -> frozenset[int]:
    """Return their numbers, from 0. Raises CannotRead."""
    if PART not in parts:
        return frozenset()
    says = _SAYS_SOMETHING.search
    return frozenset(number for number, item in enumerate(_items(parts)) if not says(item) and _is_blank(item))


def is_blank_xml(text: bytes) -> bool:
    """Whether a text as XML writes it holds nothing but white space."""
    if text.isascii() and b"&" not in text:
        return not text.strip()
    return not unescape(text.decode("utf-8", "replace")).strip(BLANKS)


def _items(parts: Parts) -> Iterator[bytes]:
    rest = b""
    is_first = True
    for chunk in parts.read(PART, _LARGEST):
        # A chunk may end within the tag itself, so its last bytes wait for the next.
        *pieces, rest = _ITEM.split(rest + chunk)
        if len(rest) > _LARGEST_TEXT:
            raise too_large(parts.name, "holds a text of more than 8 million characters")
        yield from pieces[is_first:]
        is_first = is_first and not pieces
    if not is_first:
        yield rest


def _is_blank(item: bytes) -> bool:
    return all(is_blank_xml(text) for text in _TEXT.findall(item))
