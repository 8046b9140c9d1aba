"""The council's logo, read once and carried inside each card, so that a card asks nothing of the network."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path
from typing import Final

from earlyhelp.editions.drawing import NoDrawingError, check_drawing
from earlyhelp.report.brand import Logo

LARGEST: Final = 200_000
_KINDS: Final = (("image/png", b"\x89PNG\r\n\x1a\n"), ("image/jpeg", b"\xff\xd8\xff"))


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
    except ValueError:
        raise ValueError("`file` is no name of a file.") from None
    if len(content) > LARGEST:
        raise ValueError(f"The logo {path} has {len(content):,} bytes; save it smaller, at most {LARGEST:,}.")
    kind = next((kind for kind, start in _KINDS if content.startswith(start)), "")
    if not kind:
        _check_drawing(path, content)
        kind = "image/svg+xml"
    return Logo(f"data:{kind};base64,{b64encode(content).decode('ascii')}", words)


def _check_drawing(path: Path, content: bytes) -> None:
    try:
        check_drawing(content)
    except NoDrawingError:
        raise ValueError(f"The logo {path} is neither PNG nor JPEG nor SVG. Save it as one of these.") from None
    except ValueError as problem:
        raise ValueError(f"The logo {path} {problem}. Save it again as a plain SVG, or as PNG.") from None
