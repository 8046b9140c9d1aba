"""An SVG is carried inside a card only as a still picture, whole in itself."""

from __future__ import annotations

import pytest

from earlyhelp.editions.drawing import NoDrawingError, check_drawing

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
OUTSIDE = "holds an address outside the drawing"


def drawing(inside: str) -> bytes:
    return f"<svg {SVG}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>go()</script>", "holds a script"),
        ('<a-b:script xmlns:a-b="http://www.w3.org/2000/svg"/>', "holds a script"),
        ("<rect\nonload\n=\n'go()'/>", "runs when it is touched"),
        ("<foreignObject/>", "a page inside the drawing"),
        ('<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" srcdoc="a"/>', "a page inside the drawing"),
        ('<a><animate attributeName="href" to="javascript:go()"/></a>', "something that moves"),
        ('<image xlink:href="http://example.org/a.png"/>', OUTSIDE),
        ('<image href="&#47;&#47;example.org/a.png"/>', OUTSIDE),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', OUTSIDE),
        ('<g xml:base="http://example.org/"><use href="#a"/></g>', OUTSIDE),
        ('<rect fill="&#117;rl(//example.org/a)"/>', OUTSIDE),
        ("<rect style=\"fill:URL( 'http://example.org/a' )\"/>", OUTSIDE),
        ("<style>@import 'a.css';</style>", OUTSIDE),
        ("<style>rect {fill: u<![CDATA[rl(]]>//example.org/a)}</style>", OUTSIDE),
        ("<style>rect {mask: image-set('a.png' 1x)}</style>", OUTSIDE),
        ("<style>rect {fill: u\\72l(//example.org/a)}</style>", "a style with a backslash"),
        ('<?xml-stylesheet href="a.css"?>', OUTSIDE),
    ],
)
def test_what_runs_moves_or_reaches_out_is_refused_however_it_is_written(inside, said):
    with pytest.raises(ValueError, match=said):
        check_drawing(drawing(inside))


@pytest.mark.parametrize(
    "inside",
    [
        "<title>Borsetshire on = together</title><!-- onload = none -->",
        '<linearGradient id="g"/><rect fill="url( #g )" transform="rotate(5)"/><use xlink:href="#g"/>',
        '<image href="data:image/png;base64,iVBO//Rw"/>',
        "<style>@font-face {font-family: A; src: url(data:font/woff2;base64,d09//GMg)} text {font-family: A}</style>",
        '<metadata xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:type r:resource="http://purl.org/a"/></metadata>',
        "<?xpacket end='w'?>",
    ],
)
def test_a_still_picture_whole_in_itself_is_taken(inside):
    check_drawing(drawing(inside))


def test_the_line_of_what_is_refused_is_told():
    with pytest.raises(ValueError, match="holds a script in line 3"):
        check_drawing(drawing("\n<g>\n<script/></g>"))


def test_no_entity_is_read():
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(1, 9))
    content = f'<!DOCTYPE svg [<!ENTITY a1 "a">{bomb}]><svg {SVG}>&a9;</svg>'.encode()
    with pytest.raises(ValueError, match="holds a document type"):
        check_drawing(content)


def test_a_drawing_that_a_browser_would_leave_empty_is_refused():
    with pytest.raises(ValueError, match="would not be drawn"):
        check_drawing(b"<svg><rect/></svg>")
    with pytest.raises(ValueError, match="is not whole in line 2"):
        check_drawing(drawing("\n<g>"))


@pytest.mark.parametrize("content", [
    f'<?xml version="1.0" encoding="utf-7"?><svg {SVG}>+ADw-script+AD4-</svg>'.encode(),
    f'<?xml version="1.0" encoding="utf-16"?><svg {SVG}/>'.encode("utf-16"),
])  # fmt: skip
def test_another_encoding_than_utf_8_is_refused_as_it_could_hide_anything(content):
    with pytest.raises(ValueError):
        check_drawing(content)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<html/>", b"<!DOCTYPE html><html></html>"])
def test_what_is_no_svg_is_told_as_such(content):
    with pytest.raises(NoDrawingError):
        check_drawing(content)


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><style>@import "a";<style/></style></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><style>@keyframes a{from{x:0}}</style></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><rect style="animation:a 1s"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'.encode("utf-16"),
    ],
)
def test_what_moves_or_hides_in_a_style_or_another_code_is_refused(content):
    with pytest.raises(ValueError):
        check_drawing(content)
