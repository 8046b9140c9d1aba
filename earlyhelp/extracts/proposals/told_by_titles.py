"""What the names of files and sheets say for all their rows: the district of a sheet, the year of a survey."""

from __future__ import annotations

import re
from typing import Final

from earlyhelp.dataset.declare import Column, Table
from earlyhelp.extracts.mapping.declare import ColumnRule
from earlyhelp.extracts.proposals.code_texts import meant_by
from earlyhelp.extracts.proposals.drafts import Certainty, Draft, Line
from earlyhelp.extracts.proposals.places_named import is_district
from earlyhelp.extracts.proposals.value_rules import year_in

_MOSTLY: Final = 0.6
_YEAR: Final = "(20[0-9]{2})"


def told_by_titles(draft: Draft, table: Table, column: Column, county_code: str) -> Line | None:
    """Return the line that fills a column from the names of files and sheets; None where they say nothing of it."""
    if column.refers_to == "district" and table.name == draft.main:
        return _district(draft, county_code)
    if column.name == "wave":
        return _wave(draft)
    if column.codes and column.required and table.name == draft.main:
        return _code(draft, column.codes)
    return None


def _district(draft: Draft, county_code: str) -> Line | None:
    sheets = [page.sheet.name for page in draft.layout.pages if page.sheet.name]
    if not sheets or sum(is_district(name, county_code) for name in sheets) < _MOSTLY * len(sheets):
        return None
    return Line(ColumnRule(("[sheet]",), lookup="district"), Certainty.LIKELY, "the sheets are named after districts")


def _wave(draft: Draft) -> Line | None:
    if year := year_in(draft.layout.titles):
        return Line(ColumnRule(value=year), Certainty.LIKELY, "the year in the name of the file")
    files = [page.sheet.file for page in draft.layout.pages]
    if all(len(re.findall(_YEAR, file)) for file in files):
        rule = ColumnRule(("[file]",), pattern=f".*?{_YEAR}.*")
        return Line(rule, Certainty.LIKELY, "the first year in the name of the file")
    return None


def _code(draft: Draft, code_list: str) -> Line | None:
    codes = {found.code for title in draft.layout.titles if (found := meant_by(title, code_list))}
    if len(codes) != 1:
        return _code_by_sheet(draft, code_list)
    return Line(ColumnRule(value=codes.pop()), Certainty.LIKELY, "the name of the file or sheet says it")


def _code_by_sheet(draft: Draft, code_list: str) -> Line | None:
    found = {page.sheet.name: meant_by(page.sheet.name, code_list) for page in draft.layout.pages}
    if not found or not all(found.values()):
        return None
    values = {name: meant.code for name, meant in found.items() if meant}
    return Line(ColumnRule(("[sheet]",), values=values), Certainty.LIKELY, "the names of the sheets say it")
