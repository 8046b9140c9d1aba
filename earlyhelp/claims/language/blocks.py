"""Lines gathered into blocks: headings, paragraphs, items of a list, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from earlyhelp.claims.reading.opening import Line

Kind = Literal["heading", "prose", "item", "table"]

_HEADING: Final = re.compile(r"^\s{0,3}#{1,6}\s+")
_ITEM: Final = re.compile(r"^\s*(?:[-*+•■▪◦–]\s+|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+)")
_ROW: Final = re.compile(r"^\s*\|.*\|\s*$")
_ENDS: Final = re.compile(r"[.?!:;]['\"’”*)\]]*\s*$")
_DANGLING: Final = re.compile(
    r"\b(?:a|an|and|as|at|between|by|for|from|in|into|of|on|or|over|per|than|that|the|their|to|was|were|with|is|are|"
        r"about|nearly|only|most|least|more|less|no|not|be|been|has|have|had|will|would|can|may|"
        r"this|these|those|all|each|every|number|which|who|our|its|both|January|February|March|"
        r"April|May|June|July|August|September|October|"
    r"November|December)$",
    re.IGNORECASE,
)  # fmt: skip
_CONTINUES: Final = re.compile(r"^[\s'‘\"“(*_]*[a-z]")
_WIDE: Final = 60


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together; a list's items are a block each, of one `group` with the line that leads in."""

    kind: Kind
    lines: tuple[Line, ...]
    section: int
    group: int


def find_blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of a file in order; `section` counts headings, `group` counts what empty lines part."""
    blocks: list[Block] = []
    held: list[Line] = []
    kind: Kind = "prose"
    section = group = 0

    def close() -> None:
        nonlocal held
        if held:
            blocks.append(Block(kind, tuple(held), section, group))
        held = []

    for line in lines:
        found = _kind_of(line.text)
        if found is None:
            close()
            group += 1
            continue
        if found == "heading":
            close()
            section += 1
            group += 1
        elif (found != kind and not (kind == "item" and found == "prose" and _goes_on(held, line))) or found == "item":
            close()
        if not held:
            kind = found
        held.append(line)
    close()
    return _join_broken_pages(blocks)


def _kind_of(text: str) -> Kind | None:
    if not text.strip():
        return None
    if _HEADING.match(text):
        return "heading"
    if _ROW.match(text):
        return "table"
    return "item" if _ITEM.match(text) else "prose"


def _goes_on(held: Sequence[Line], line: Line) -> bool:
    """Whether a line without a bullet carries on the item above it."""
    return bool(held) and (line.text.startswith(" ") or bool(_CONTINUES.match(line.text)))


def _join_broken_pages(blocks: Sequence[Block]) -> list[Block]:
    """Put a sentence together that a page break tore: no full stop, then an empty line, then a small letter."""
    joined: list[Block] = []
    for block in blocks:
        before = joined[-1] if joined else None
        if (
            before
            and before.kind in ("prose", "item")
            and block.kind == "prose"
            and not _ENDS.search(before.lines[-1].text)
            and _CONTINUES.match(block.lines[0].text)
            and len(before.lines[-1].text.split()) > 3
        ):
            joined[-1] = Block(before.kind, before.lines + block.lines, before.section, before.group)
        else:
            joined.append(block)
    return joined


def bare(text: str) -> str:
    """Return a line without the signs of Markdown; words in bold or italics stay."""
    text = _ITEM.sub("", _ITEM.sub("", _HEADING.sub("", text), count=1), count=1)
    return re.sub(
        r"\*\*|(?<![\w_])__(?=[^\W_])|(?<=[^\W_])__(?![\w_])|(?<![\w_])[*_](?=[^\s_])|(?<=[^\s_])[*_](?![\w_])|`",
        "",
        text,
    ).strip()


def marker(text: str) -> str:
    """Return what kind of sign an item begins with: "-" for any bullet, "1", "i" or "a"; empty where there is none."""
    found = re.match(
        r"^\s*(?P<bullet>[-*+•■▪◦–]\s+)?\(?(?:(?P<one>\d{1,2})|(?P<roman>[ivx]{1,4})|(?P<letter>[a-h]))[.)]\s", text
    )
    if found:
        return "1" if found["one"] else "i" if found["roman"] else "a"
    return "-" if _ITEM.match(text) else ""


def flows_on(before: str, after: str, texts: Sequence[str]) -> bool:
    """Whether a line break within a block is only where the line was full, and the sentence goes on."""
    if _ENDS.search(before):
        return True
    if _CONTINUES.match(after) or _DANGLING.search(before) or before.endswith(","):
        return True
    widths = [len(text) for text in texts[:-1]]
    return len(widths) >= 2 and min(widths) >= _WIDE and max(widths) - min(widths) <= 30
