"""SVG written by hand: elements, text, and the width that text will take."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape

from earlyhelp.report.charts.palette import INK

FONT = "Arial, Helvetica, sans-serif"
TEXT_SIZE = 14

# Widths of Arial in thousandths of the type size, by kind of character; enough to keep words from touching.
NARROW = frozenset("iljtfrI.,:;'!|()[] -")
WIDE = frozenset("mwMW%@")
NARROW_WIDTH, USUAL_WIDTH, CAPITAL_WIDTH, WIDE_WIDTH = 340, 590, 720, 890


def element(tag: str, content: str = "", **attributes: str | float) -> str:
    """Return one element. An underscore in an attribute's name becomes a hyphen; `class_` is the class."""
    written = "".join([*map(_attribute, attributes, attributes.values())])
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def text(x: float, y: float, words: str, **attributes: str | float) -> str:
    """Return a line of text with its baseline at x, y; it is in ink unless it has a fill of its own."""
    looks = "".join([*map(_attribute, attributes, attributes.values())])
    return f"<text{_attribute('x', x)}{_attribute('y', y)}{looks}>{_escaped(words)}</text>"


def text_lines(lines: Sequence[str], x: float, y: float, step: float, **attributes: str | float) -> str:
    """Return lines of text beneath one another, the first with its baseline at y."""
    return "".join([text(x, y + row * step, line, **attributes) for row, line in enumerate(lines)])


def drawing(name: str, title: str, description: str, width: float, height: float, content: str, class_: str) -> str:
    """Return a whole SVG image that tells a screen reader what it is.

    name    unique in the document; the ids of title and description are made of it
    """
    labels = element("title", escape(title), id=f"{name}-title") + element(
        "desc", escape(description), id=f"{name}-desc"
    )
    return element(
        "svg", labels + content, xmlns="http://www.w3.org/2000/svg", class_=class_, role="img",
        viewBox=f"0 0 {number(width)} {number(height)}", aria_labelledby=f"{name}-title {name}-desc",
        font_family=FONT, font_size=TEXT_SIZE, fill=INK,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def text_width(words: str, size: float = TEXT_SIZE) -> float:
    """Return about how wide the words are at a type size; hardly ever less than they take in Arial."""
    return sum([_letter_width(letter) for letter in words]) * size / 1000


def widest(words: Sequence[str], size: float = TEXT_SIZE) -> float:
    """Return the width of the widest of these words or lines, 0 where there are none."""
    return max([text_width(line, size) for line in words], default=0.0)


@lru_cache(maxsize=4096)
def wrap(words: str, width: float, size: float = TEXT_SIZE) -> tuple[str, ...]:
    """Return the words broken into lines no wider than width; a long word breaks at its hyphens or stays whole."""
    lines: list[str] = []
    for word in words.split():
        space = " "
        for part in _parts(word, width, size):
            if lines and text_width(f"{lines[-1]}{space}{part}", size) <= width:
                lines[-1] += f"{space}{part}"
            else:
                lines.append(part)
            space = ""
    return tuple(lines)


def number(value: float) -> str:
    """Return a length with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def _parts(word: str, width: float, size: float) -> list[str]:
    return [word] if text_width(word, size) <= width else word.replace("-", "- ").split()


def _letter_width(letter: str) -> int:
    if letter in NARROW:
        return NARROW_WIDTH
    if letter in WIDE:
        return WIDE_WIDTH
    return CAPITAL_WIDTH if letter.isupper() else USUAL_WIDTH


@lru_cache(maxsize=16384)
def _attribute(name: str, value: str | float) -> str:
    # Drawings repeat themselves: the same places, colours and sizes, so most attributes are written only once.
    written = "class" if name == "class_" else name.replace("_", "-")
    return f' {written}="{escape(value) if isinstance(value, str) else number(value)}"'


@lru_cache(maxsize=4096)
def _escaped(words: str) -> str:
    return escape(words, quote=False)
