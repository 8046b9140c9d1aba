"""How well two colours can be told apart.

Source: WCAG 2.2, relative luminance and contrast ratio
"""

from __future__ import annotations

import re
from typing import Final

HEX: Final = re.compile(r"#[0-9A-Fa-f]{6}")


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour written as # and six hexadecimal digits, from 0 to 1.

    Raises  ValueError: it is not written so
    """
    if not HEX.fullmatch(colour):
        raise ValueError(f'"{colour}" is no colour: write # and six hexadecimal digits, such as #12436D.')
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 for the same to 21 for black and white.

    Raises  ValueError: one of them is not written as # and six hexadecimal digits
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def tint(colour: str, of_white: float) -> str:
    """Return a colour mixed with white, of_white from 0 for the colour itself to 1 for white.

    Raises  ValueError: the colour is not written as # and six hexadecimal digits
    """
    luminance(colour)
    channels = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(channel + (255 - channel) * of_white):02X}" for channel in channels)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
