"""What stands between two braces, read: a binding, or a quotation with its source."""

from __future__ import annotations

import re
from typing import Final

from earlyhelp.report.commentary.faults import FaultError
from earlyhelp.report.commentary.pieces import Binding, Quote

BRACES: Final = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_MARKS: Final = str.maketrans({"“": '"', "”": '"'})
_QUOTE: Final = re.compile(r'quote\s+"([^"]+)"\s+source\s+"([^"]+)"')
_TEXT: Final = re.compile(r'"([^"]*)"')
_A_YEAR_EARLIER: Final = re.compile(r"\s+a year earlier$")
_PLACE: Final = re.compile(r"\s+(?:in the (county|district)|at (\S+))$")
_BY: Final = re.compile(r"\s+by (\w+)$")
_MEASURE: Final = re.compile(r"\w+")
_PART: Final = re.compile(r"(\w+)=(\S+)")
_EXAMPLE: Final = "write {{ requests_from_schools | percent }}"


def read_braces(text: str, line: int) -> Binding | Quote:
    """Return the binding or quotation of the text between two braces. Raises FaultError: it is neither."""
    text = " ".join(text.translate(_MARKS).split())
    if "{" in text or "}" in text:
        raise FaultError(f'has "{{{{ {text}", where a brace is missing or too many: {_EXAMPLE}')
    if text.split(" ", 1)[0] == "quote":
        found = _QUOTE.fullmatch(text)
        if found is None or not (found[1].strip() and found[2].strip()):
            raise FaultError('has a quotation that lacks something: write {{ quote "what was said" source "who" }}')
        return Quote(found[1].strip(), found[2].strip(), line)
    cell, bar, saying = text.partition("|")
    if not bar or not saying.strip():
        raise FaultError(f'has "{text}", which does not say how to print the figure: {_EXAMPLE}')
    return _binding(text, line, cell.strip(), saying.strip())


def _binding(source: str, line: int, cell: str, saying: str) -> Binding:
    cell, is_a_year_earlier = _taken(_A_YEAR_EARLIER, cell)
    cell, place = _taken(_PLACE, cell)
    cell, by = _taken(_BY, cell)
    measure, *parts = cell.split(" ")
    if not _MEASURE.fullmatch(measure):
        raise FaultError(f'has "{source}", which begins with no name of a measure: {_EXAMPLE}')
    named = _TEXT.sub("", saying)
    words = tuple(_TEXT.findall(saying))
    return Binding(
        source, line, measure, " ".join(named.split()).lower(), dict(_part(each, source) for each in parts), by, place,
        bool(is_a_year_earlier), words,
    )  # fmt: skip


def _taken(pattern: re.Pattern[str], cell: str) -> tuple[str, str]:
    """Take what a pattern finds from the end of a cell; return what is left, and what was found."""
    found = pattern.search(cell)
    if found is None:
        return cell, ""
    return cell[: found.start()], next((group for group in found.groups() if group), found[0].strip())


def _part(text: str, source: str) -> tuple[str, str]:
    found = _PART.fullmatch(text)
    if found is None:
        raise FaultError(
            f'has "{text}" in "{source}", which is not understood: a breakdown is written source_code=2A, a place '
            '"in the county" or "at E07000901", and another year "a year earlier"'
        )
    return found[1], found[2]
