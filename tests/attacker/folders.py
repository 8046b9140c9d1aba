"""Small publications, written as files for the attacker to read."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from earlyhelp.attacker.cells import Cell, Printed
from earlyhelp.attacker.reading.figures_files import FIGURES, OPEN_DATA

FIRST, LAST = "2016-01-01", "2016-07-31"
HIDDEN = Printed(None, None, None, "suppressed")

Cells = dict[Cell, Printed]


def cell(measure: str, place: str, breakdown: str = "all", first: str = FIRST, last: str = LAST) -> Cell:
    """A cell of the county C, of a district D1, or of a school 1001."""
    level = "school" if place.isdigit() else {"C": "county", "D": "district"}[place[0]]
    return Cell(measure, level, place, breakdown, first, last)


def number(count: int, out_of: int | None = None) -> Printed:
    if out_of is None:
        return Printed(count, None, float(count), "value" if count else "zero")
    if out_of == 0:
        return Printed(None, None, None, "not_applicable")
    return Printed(count, out_of, count / out_of, "value" if count else "zero")


def counts(measure: str, by: str, numbers: Mapping[str, Mapping[str, int]], **days: str) -> Cells:
    """Tables by one name with their totals: place -> value -> number."""
    found: Cells = {}
    for place, parts in numbers.items():
        found[cell(measure, place, **days)] = number(sum(parts.values()))
        found |= {cell(measure, place, f"{by}={value}", **days): number(each) for value, each in parts.items()}
    return found


def hide(cells: Cells, hidden: Iterable[Cell]) -> Cells:
    return {**cells, **dict.fromkeys(hidden, HIDDEN)}


def write_figures(folder: Path, cells: Cells, name: str = "figures.csv") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(FIGURES)
        for each, (count, out_of, value, status) in cells.items():
            numbers = ["" if given is None else given for given in (count, out_of, value)]
            rows.writerow([each.measure, each.first, each.last, *each[1:4], *numbers, "of people", status, ""])
    return folder


def write_open_data(folder: Path, cells: Cells) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "open_data.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(OPEN_DATA)
        for each, (count, out_of, value, status) in cells.items():
            empty = "c" if status == "suppressed" else "z"
            numbers = [empty if given is None else given for given in (count, out_of, value)]
            rows.writerow(
                [each.first, each.last, each.level, each.place, "Town", each.measure, each.breakdown, *numbers, "", ""]
            )
    return folder


def write_page(folder: Path, body: str, head: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    page = f'<html><head>{head}</head><body><section id="one">{body}</section></body></html>'
    (folder / "card.html").write_text(page, encoding="utf-8")
    return folder


def written(each: Cell) -> str:
    """A cell as pages name it."""
    return f"{each.measure}|{each.level}|{each.place}|{each.breakdown}|{each.first}/{each.last}"
