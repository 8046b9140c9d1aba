"""Scans xlsx and xlsm: which parts are sheets, and what each of them holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from earlyhelp.extracts.files.workbook_parts import Parts
from earlyhelp.extracts.files.workbook_refusals import damaged
from earlyhelp.extracts.files.workbook_scan import SheetScan, WorkbookScan, check_total
from earlyhelp.extracts.files.workbook_shared_texts import find_blank_texts
from earlyhelp.extracts.files.workbook_xlsx_rows import scan_rows

TRUE: Final = ("1", "true", "on")


@dataclass(slots=True)
class _Book:
    epoch: int = 1900
    sheets: list[dict[str, str]] = field(default_factory=list[dict[str, str]])


def scan_xlsx(parts: Parts) -> WorkbookScan:
    """Return what the sheets hold. Raises CannotRead."""
    book = _read_book(parts)
    targets = read_targets(parts, "xl/_rels/workbook.xml.rels")
    blank_texts = find_blank_texts(parts)
    sheets: list[SheetScan] = []
    seen: set[str] = set()
    for each in book.sheets:
        kind, target = targets.get(each.get("id", ""), ("", ""))
        sheet = SheetScan(
            parts.name, each.get("name", ""), kind == "worksheet", each.get("state", "visible") != "visible"
        )
        # A part that stands for many sheets would be scanned as often.
        if not kind or target in seen:
            raise damaged(parts.name, f"does not say where its sheet {sheet.name} is")
        seen.add(target)
        if sheet.is_table:
            scan_rows(parts, target, blank_texts, sheet)
        sheets.append(sheet)
        check_total(parts.name, sheets)
    return WorkbookScan(sheets, book.epoch)


def read_targets(parts: Parts, part: str) -> dict[str, tuple[str, str]]:
    """Return what the ids of a part's relations stand for: the last word of the type, and the part."""
    targets: dict[str, tuple[str, str]] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "Relationship":
            target = attributes.get("Target", "")
            whole = target.lstrip("/") if target.startswith(("/", "xl/")) else f"xl/{target}"
            targets[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], whole)

    parse(parts, part, start)
    return targets


def parse(parts: Parts, part: str, start: Callable[[str, dict[str, str]], None]) -> None:
    """Call `start` for each element of a small part. Raises CannotRead."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    try:
        parser.Parse(parts.whole(part), True)
    except (expat.ExpatError, LookupError):
        raise damaged(parts.name, f"is not whole in its part {part}") from None


def local(tag: str) -> str:
    """Return a name without the prefix of its namespace."""
    return tag.rpartition(":")[2]


def _read_book(parts: Parts) -> _Book:
    book = _Book()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if local(tag) == "workbookPr" and attributes.get("date1904", "0") in TRUE:
            book.epoch = 1904
        elif local(tag) == "sheet":
            book.sheets.append({local(key): value for key, value in attributes.items()})

    parse(parts, "xl/workbook.xml", start)
    return book
