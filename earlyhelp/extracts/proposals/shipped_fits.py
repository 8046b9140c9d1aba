"""Which shipped mappings read sheets as they are, so that nobody answers again what is answered there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from earlyhelp.extracts.building.lay_out_sheets import columns_read
from earlyhelp.extracts.files.header_rows import find_named_header
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.mapping.declare import PSEUDO_COLUMNS, Mapping, Source
from earlyhelp.extracts.mapping.find_mapping import find_mapping, shipped_names
from earlyhelp.extracts.mapping.read import read_mapping
from earlyhelp.extracts.values.tidy import same_name

_MOST_COLUMNS: Final = 0.9
_LEAST_COLUMNS: Final = 5
"""Fewer columns than these are alike by chance: District and Month stand in many a sheet."""


def shipped_fits(sheets: Sequence[Sheet]) -> dict[str, list[str]]:
    """Return the names of shipped mappings with the sheets that have nearly all columns one of their sources reads."""
    found: dict[str, list[str]] = {}
    for name in shipped_names():
        mapping = read_mapping(find_mapping(name))
        for sheet in sheets:
            if any(_fits(mapping, source, sheet) for source in _telling_sources(mapping)):
                found.setdefault(name, []).append(sheet.title)
    return found


def _telling_sources(mapping: Mapping) -> Iterator[Source]:
    return (source for source in mapping.sources.values() if not source.unpivot and source.header_rows == 1)


def _fits(mapping: Mapping, source: Source, sheet: Sheet) -> bool:
    read = columns_read(mapping, source, ()) - {same_name(name) for name in PSEUDO_COLUMNS}
    header = find_named_header(sheet, sorted(read), source.header_rows) if len(read) >= _LEAST_COLUMNS else None
    return header is not None and len(read & {same_name(name) for name in header.names}) >= _MOST_COLUMNS * len(read)
