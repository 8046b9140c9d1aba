"""The council's own colours, refused where words or marks in them could not be read."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import floor
from typing import Final

from earlyhelp.extracts.mapping.toml_keys import Keys
from earlyhelp.report.brand import DEFAULT_COLOUR
from earlyhelp.report.charts.palette import GOVERNMENT, INK, WHITE, Palette
from earlyhelp.report.contrast import HEX, contrast, tint

# Words need 4.5 to 1, marks 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11); less than 1.3 between neighbours is one grey in print.
WORDS: Final = 4.5
MARKS: Final = 3.0
NEIGHBOURS: Final = 1.3
SERIES: Final = 4
BLACK: Final = "#000000"


def read_colours(keys: Keys) -> tuple[str, Palette]:
    """Return the brand's colour and the palette of the charts; faults are added to the keys.

    keys    of the table [colours]: brand, charts (four), target; each may be left out
    """
    brand = _legible(keys, "brand", keys.text("brand"), WORDS, "white words on it") or DEFAULT_COLOUR
    series = keys.texts("charts") if keys.any("charts") is not None else None
    target = _legible(keys, "target", keys.text("target"), WORDS, "its label on white")
    chosen = _series(keys, series) if series is not None else GOVERNMENT.series
    keys.finish()
    # A fault keeps the settings from being used, so what stands in for a refused colour is never seen.
    if series is None:
        return brand, replace(GOVERNMENT, target=target or GOVERNMENT.target)
    steps = _steps(chosen[0])
    return brand, Palette(chosen, _words_on(chosen), target or GOVERNMENT.target, steps, _words_on(steps))


def _steps(colour: str) -> tuple[str, str, str, str]:
    """Return four steps from a colour to a pale tint of it: apart from one another in greyscale, too."""
    return tint(colour, 0), tint(colour, 0.35), tint(colour, 0.62), tint(colour, 0.82)


def _series(keys: Keys, colours: tuple[str, ...]) -> tuple[str, str, str, str]:
    if len(colours) != SERIES:
        keys.fault(
            f"does not have {SERIES} colours in `charts` but {len(colours)}; a chart tells {SERIES} things apart"
        )
        return GOVERNMENT.series
    kept = [_legible(keys, "charts", colour, MARKS, "a mark on white") for colour in colours]
    if not all(kept):
        return GOVERNMENT.series
    for one, other in pairwise(colours):
        if (ratio := contrast(one, other)) < NEIGHBOURS:
            keys.fault(
                f"has {one} beside {other} in `charts`: printed in black and white nobody could tell them apart "
                f"({_cut(ratio)} to 1, at least {NEIGHBOURS} is needed). Put another colour between them"
            )
    first, second, third, fourth = (colour.upper() for colour in colours)
    return first, second, third, fourth


def _words_on(series: tuple[str, str, str, str]) -> tuple[str, str, str, str]:
    first, second, third, fourth = (_words_on_one(colour) for colour in series)
    return first, second, third, fourth


def _words_on_one(colour: str) -> str:
    """Return white or ink where one can be read on a colour; on some greys only black can."""
    return next((words for words in (WHITE, INK) if contrast(words, colour) >= WORDS), BLACK)


def _legible(keys: Keys, key: str, colour: str, needed: float, what: str) -> str:
    """Return the colour in capitals, or nothing where it is missing or a fault was added."""
    if not colour:
        return ""
    if not HEX.fullmatch(colour):
        keys.fault(f'has `{key}` with "{colour}", which is no colour: write # and six digits or letters A to F')
        return ""
    if (ratio := contrast(colour, WHITE)) < needed:
        keys.fault(f"has `{key}` with {colour}, too pale for {what}: {_cut(ratio)} to 1, at least {needed:g} is needed")
        return ""
    return colour.upper()


def _cut(ratio: float) -> str:
    """Return a contrast with two decimals, cut and not rounded: 4.498 is refused, so it may not be told as 4.50."""
    return f"{floor(ratio * 100) / 100:.2f}"
