"""Sentences, each with the line it begins on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from earlyhelp.claims.language.blocks import Block, Kind, bare, find_blocks, flows_on, marker
from earlyhelp.claims.reading.opening import Line

_END: Final = re.compile(r"(?<=[.?!])['\"’”)\]]*[ \t]+(?=[A-Z0-9£‘“\"'(\[])|\n|(?<=[a-z]{3}[.?!])(?=[A-Z]\w)")
_NO_END: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|[Aa]pprox|c|ca|cf|Dr|Mr|Mrs|Ms|St|No|Nos|vs|p|pp|etc|Tel|ref|Ref|para|"
    r"Fig|[A-Z])|^\(?\d{1,2})\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading, item or row.

    file        as the person named it
    line        where it begins
    index       its place in the file, from 0
    section     how many headings stand before it
    group       what no empty line parts has one number
    block       sentences of one paragraph or item have one number
    marker      what an item begins with: "-", "1", "i", "a"; empty for what is no item
    """

    file: str
    line: int
    text: str
    kind: Kind
    index: int
    section: int
    group: int
    block: int
    marker: str


def split_sentences(file: str, lines: Sequence[Line]) -> list[Sentence]:
    """Return the sentences of a file in order; a table's rows come as they stand, one sentence each."""
    found: list[Sentence] = []
    for place, block in enumerate(find_blocks(lines)):
        sign = marker(block.lines[0].text) if block.kind == "item" else ""
        for line, text in _split_block(block):
            found.append(Sentence(file, line, text, block.kind, len(found), block.section, block.group, place, sign))
    return found


def _split_block(block: Block) -> Iterator[tuple[int, str]]:
    if block.kind == "table":
        yield from ((line.number, line.text.strip()) for line in block.lines)
        return
    texts = [bare(line.text) for line in block.lines]
    starts: list[int] = []
    whole = ""
    for place, text in enumerate(texts):
        if place:
            whole += " " if flows_on(texts[place - 1], text, texts) else "\n"
        starts.append(len(whole))
        whole += text
    for begin, end in _cuts(whole):
        if part := whole[begin:end].strip():
            yield block.lines[bisect_right(starts, begin) - 1].number, part


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text that are sentences, as places of their first and past their last letter."""
    begin = 0
    for found in _END.finditer(text):
        if found[0] != "\n" and _NO_END.search(text[begin : found.start()]):
            continue
        yield begin, found.end()
        begin = found.end()
    yield begin, len(text)
