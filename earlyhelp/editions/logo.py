"""The council's logo, read once and carried inside each card, so that a card asks nothing of the network."""

from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path
from typing import Final

from earlyhelp.report.brand import Logo

LARGEST: Final = 200_000
_KINDS: Final = (("image/png", b"\x89PNG\r\n\x1a\n"), ("image/jpeg", b"\xff\xd8\xff"))
# What a drawing may not hold: it would run, reach out, or be read otherwise elsewhere.
_REFUSED: Final = (
    (re.compile(r"<\s*(\w+:)?script", re.IGNORECASE), "a script"),
    (re.compile(r"\son\w+\s*=", re.IGNORECASE), "something that runs when it is touched"),
    (re.compile(r"<\s*(\w+:)?foreignObject", re.IGNORECASE), "a page inside the drawing"),
    (re.compile(r"<!(DOCTYPE|ENTITY)", re.IGNORECASE), "a document type or an entity"),
    (re.compile(r"@import|url\(\s*[\"']?(?!#)", re.IGNORECASE), "an address outside the drawing"),
    (
        re.compile(r"(href|src)\s*=\s*[\"'](?!#|data:image/(png|jpeg);)", re.IGNORECASE),
        "an address outside the drawing",
    ),
)


def read_logo(path: Path, words: str) -> Logo:
    """Return a logo as a data: address.

    path    a PNG, a JPEG or an SVG of at most 200,000 bytes
    words   what it says, for those who do not see it
    Raises  ValueError: the file is missing, too large, of another kind, or a drawing that could run or reach out
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ValueError(f"The logo {path} could not be opened: {error.strerror}.") from None
    if len(content) > LARGEST:
        raise ValueError(f"The logo {path} has {len(content):,} bytes; save it smaller, at most {LARGEST:,}.")
    kind = next((kind for kind, start in _KINDS if content.startswith(start)), "")
    if not kind:
        _check_drawing(path, content)
        kind = "image/svg+xml"
    return Logo(f"data:{kind};base64,{b64encode(content).decode('ascii')}", words)


def _check_drawing(path: Path, content: bytes) -> None:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if not re.match(r"\s*(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*<(\w+:)?svg\b", text, re.DOTALL):
        raise ValueError(f"The logo {path} is neither PNG nor JPEG nor SVG. Save it as one of these.")
    for pattern, what in _REFUSED:
        if pattern.search(text):
            raise ValueError(f"The logo {path} holds {what}. Save the drawing without it, or as PNG.")
