"""SVG written by hand: elements, text, and the width that text will take."""

from __future__ import annotations

from functools import lru_cache
from html import escape

FONT = "Arial, Helvetica, sans-serif"
TEXT_SIZE = 14

# Widths of Arial in thousandths of the type size, by kind of character; enough to keep words from touching.
NARROW = frozenset("iljtfrI.,:;'!|()[] -")
WIDE = frozenset("mwMW%@")


def element(tag: str, content: str = "", **attributes: str | float) -> str:
    """Return one element. An underscore in an attribute's name becomes a hyphen; `class_` is the class."""
    written = "".join([f' {_attribute_name(name)}="{escape(_number(value))}"' for name, value in attributes.items()])
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def text(x: float, y: float, words: str, **attributes: str | float) -> str:
    """Return a line of text with its baseline at x, y."""
    return element("text", escape(words, quote=False), x=x, y=y, **attributes)


def drawing(name: str, title: str, description: str, width: float, height: float, content: str, class_: str) -> str:
    """Return a whole SVG image that tells a screen reader what it is.

    name    unique in the document; the ids of title and description are made of it
    """
    labels = element("title", escape(title), id=f"{name}-title") + element(
        "desc", escape(description), id=f"{name}-desc"
    )
    return element(
        "svg", labels + content, xmlns="http://www.w3.org/2000/svg", class_=class_, role="img",
        viewBox=f"0 0 {_number(width)} {_number(height)}", aria_labelledby=f"{name}-title {name}-desc",
        font_family=FONT, font_size=TEXT_SIZE,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def text_width(words: str, size: float = TEXT_SIZE) -> float:
    """Return about how wide the words are at a type size; never less than they take in Arial."""
    thousandths = sum(340 if letter in NARROW else 890 if letter in WIDE else 590 for letter in words)
    return thousandths * size / 1000


def wrap(words: str, width: float, size: float = TEXT_SIZE) -> list[str]:
    """Return the words broken into lines no wider than width; a single long word stays whole."""
    lines: list[str] = []
    for word in words.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=256)
def _attribute_name(name: str) -> str:
    return "class" if name == "class_" else name.replace("_", "-")


def _number(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".rstrip("0").rstrip(".")
