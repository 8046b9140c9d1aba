"""The line of a target through months: straight, or in steps where the target changed."""

from __future__ import annotations

from collections.abc import Sequence

from earlyhelp.report.charts.palette import WHITE, Palette
from earlyhelp.report.charts.svg import element, number


def draw_target(levels: Sequence[float | None], edges: Sequence[float], palette: Palette, *, is_down: bool) -> str:
    """Return the dashed line, nothing where there is no target.

    levels  where the line stands at each month, None where none was in force
    edges   where the months begin, and the end of the last
    is_down true where the months run down the page
    """
    path = _path(levels, edges, is_down=is_down)
    if not path:
        return ""
    # A white line beneath keeps the dashes apart from what they cross.
    halo = element("path", d=path, fill="none", stroke=WHITE, stroke_width=5, class_="halo")
    return halo + element("path", d=path, fill="none", stroke=palette.target, stroke_width=2, stroke_dasharray="7 4",
                          class_="target")  # fmt: skip


def _path(levels: Sequence[float | None], edges: Sequence[float], *, is_down: bool) -> str:
    along, across = ("V", "H") if is_down else ("H", "V")
    moves: list[str] = []
    before: float | None = None
    for level, start, end in zip(levels, edges, edges[1:], strict=False):
        if level is not None:
            if before is None:
                x, y = (level, start) if is_down else (start, level)
                moves.append(f"M{number(x)} {number(y)}")
            elif level != before:
                moves.append(f"{across}{number(level)}")
            moves.append(f"{along}{number(end)}")
        before = level
    return "".join(moves)
