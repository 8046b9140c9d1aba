"""The council's logo, read once and carried inside each card, so that a card asks nothing of the network."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Final

from earlyhelp.editions.drawing import NoDrawingError, check_drawing
from earlyhelp.report.brand import Logo

LARGEST: Final = 200_000
# A picture of one point in PNG; less is a broken file.
SMALLEST: Final = 67
_KINDS: Final = (("image/png", b"\x89PNG\r\n\x1a\n"), ("image/jpeg", b"\xff\xd8\xff"))


def read_logo(path: Path, words: str) -> Logo:
    """Return a logo as a data: address.

    path    a PNG, a JPEG or an SVG of at most 200,000 bytes
    words   what it says, for those who do not see it
    Raises  ValueError: the file is missing, too large, of another kind, or a drawing that could run or reach out
    """
    content = _read(path)
    if len(content) > LARGEST:
        raise ValueError(f"The logo {path} has more than {LARGEST:,} bytes; save it smaller.")
    kind = next((kind for kind, start in _KINDS if content.startswith(start)), "")
    if kind and len(content) < SMALLEST:
        raise ValueError(f"The logo {path} is no whole picture. Save it again.")
    if not kind:
        _check_drawing(path, content)
        kind = "image/svg+xml"
    return Logo(f"data:{kind};base64,{b64encode(content).decode('ascii')}", words)


def _read(path: Path) -> bytes:
    """Return the content, one byte more than is allowed at most; an endless file is no picture."""
    if "\0" in str(path):
        raise ValueError("`file` is no name of a file.")
    try:
        if path.is_file():
            with path.open("rb") as file:
                return file.read(LARGEST + 1)
    except OSError as error:
        raise ValueError(f"The logo {path} could not be opened: {error.strerror}.") from None
    raise ValueError(f"The logo {path} could not be opened: there is no such file.")


def _check_drawing(path: Path, content: bytes) -> None:
    try:
        check_drawing(content)
    except NoDrawingError:
        raise ValueError(f"The logo {path} is neither PNG nor JPEG nor SVG. Save it as one of these.") from None
    except ValueError as problem:
        raise ValueError(f"The logo {path} {problem}. Save it again as a plain SVG, or as PNG.") from None
