"""What an SVG may not hold before it is carried inside a card: what runs, moves or reaches out.

A browser runs nothing in a picture; but a card is saved, converted and pasted by programs that do.
It is read by an XML parser, since the same thing can be written in too many ways to look for it in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

_SVG: Final = "http://www.w3.org/2000/svg"
_HTML: Final = "http://www.w3.org/1999/xhtml"
_RUNS: Final = frozenset({"script", "handler", "listener"})
_MOVES: Final = frozenset({"animate", "animatecolor", "animatemotion", "animatetransform", "discard", "set"})
_OUTSIDE: Final = "an address outside the drawing"
# A part of the drawing itself, or a picture or typeface that it carries.
_INSIDE: Final = re.compile(r"#|data:(?:image/(?:png|jpeg)|(?:application/)?font[/-][\w-]+)[;,]", re.IGNORECASE)
_URL: Final = re.compile(r"""url\(\s*(["']?)(.*?)\1\s*\)""", re.IGNORECASE | re.DOTALL)
_ANIMATES: Final = re.compile(r"@keyframes|animation|transition", re.IGNORECASE)
_FETCHES: Final = re.compile(r"//|@import|(?:url|src|image|image-set)\s*\(", re.IGNORECASE)


class NoDrawingError(ValueError):
    """The content is no SVG at all."""


def check_drawing(content: bytes) -> None:
    """Refuse an SVG that is more than a still picture, whole in itself.

    Raises  NoDrawingError: it is no SVG. ValueError: it is none that may be used; the text says what it holds, after
            "The logo"
    """
    # The encoding is given, so that nothing can be read in one here and in another by a browser.
    try:
        # A byte order mark would overrule the encoding that is given.
        content = content.decode("utf-8-sig").encode("utf-8")
    except UnicodeDecodeError:
        raise NoDrawingError from None
    parser = expat.ParserCreate("utf-8", " ")
    reader = _Reader(parser)
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        if reader.is_begun:
            raise ValueError(f"is not whole in line {error.lineno}") from None
        raise NoDrawingError from None
    if not reader.is_svg:
        raise ValueError(f'would not be drawn by a browser: its first tag lacks xmlns="{_SVG}"')


class _Reader:
    """Takes each piece of a drawing as the parser comes upon it."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.is_begun = False
        self.is_svg = False
        self._parser = parser
        self._style: list[str] | None = None
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._document_type
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def _refuse_if(self, is_refused: bool, what: str) -> None:
        if is_refused:
            raise ValueError(f"holds {what} in line {self._parser.CurrentLineNumber}")

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self._refuse_if(
            (encoding or "utf-8").lower() not in {"utf-8", "us-ascii"}, "letters in another code than UTF-8"
        )

    def _document_type(self, name: str, *_of_it: object) -> None:
        if name != "svg":
            raise NoDrawingError
        # Entities are declared there; it is refused before any is read.
        self._refuse_if(True, "a document type, from <!DOCTYPE to its last >,")

    def _instruction(self, target: str, _data: str) -> None:
        self._refuse_if(target.lower() == "xml-stylesheet", _OUTSIDE)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        self._refuse_if(self._style is not None, "a tag within a style")
        if not self.is_begun:
            if tag != "svg":
                raise NoDrawingError
            self.is_begun, self.is_svg = True, space == _SVG
        self._refuse_if(tag.lower() in _RUNS, "a script")
        self._refuse_if(tag.lower() == "foreignobject" or space == _HTML, "a page inside the drawing")
        self._refuse_if(tag.lower() in _MOVES, "something that moves")
        for attribute, value in attributes.items():
            self._check_attribute(attribute, value)
        if tag.lower() == "style":
            self._style = []

    def _text(self, text: str) -> None:
        # Text comes in pieces, so a style is looked at when it ends.
        if self._style is not None:
            self._style.append(text)

    def _end(self, name: str) -> None:
        if self._style is not None and name.rpartition(" ")[2].lower() == "style":
            self._check_style("".join(self._style))
            self._style = None

    def _check_attribute(self, attribute: str, value: str) -> None:
        space, _, name = attribute.rpartition(" ")
        self._refuse_if(name.lower().startswith("on"), "something that runs when it is touched")
        self._refuse_if(bool(space) and name == "base", _OUTSIDE)
        if name.lower() in {"href", "src"}:
            self._refuse_if(not _INSIDE.match(value.strip()), _OUTSIDE)
        # A name with a prefix is a note of the drawing program, which no browser takes for a style.
        elif name == "style" or (not space and "(" in value):
            self._check_style(value)

    def _check_style(self, style: str) -> None:
        # A backslash could spell any of what is looked for in another way.
        self._refuse_if("\\" in style, "a style with a backslash")
        self._refuse_if(any(not _INSIDE.match(address.strip()) for _, address in _URL.findall(style)), _OUTSIDE)
        self._refuse_if(bool(_ANIMATES.search(style)), "something that moves")
        self._refuse_if(bool(_FETCHES.search(_URL.sub("", style))), _OUTSIDE)
