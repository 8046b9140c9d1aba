"""A dirty county on disk: the tables, faults of whole files, and the list of what was planted."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from earlyhelp.dataset.validation.catalogue_of_rules import RULES
from earlyhelp.synthetic.dirt.cases import plant_cases
from earlyhelp.synthetic.dirt.orders import plant_orders
from earlyhelp.synthetic.dirt.planting import FIRST_ROW, Field, Planted
from earlyhelp.synthetic.dirt.rows import plant_rows
from earlyhelp.synthetic.dirt.values import plant_values
from earlyhelp.synthetic.writing import MANIFEST, Book, write_csv

LIST: Final = "planted.csv"
UNKNOWN_COLUMN, UNKNOWN_TABLE = "shoe_size", "weather"


def write_dirty(book: Book, out: Path, as_at: date, tell: Callable[[str], None]) -> tuple[Planted, ...]:
    """Plant every kind of finding in the county, write it as CSV with `planted.csv`, and return the list.

    planted.csv is itself a file that is no table, and stands in its own list as such.
    """
    field = Field(book, as_at)
    for plant in (plant_values, plant_rows, plant_orders, plant_cases):
        plant(field)
    for table, rows in book.rows.items():
        tell(f"writing {table}")
        write_csv(rows, table, out / f"{table}.csv")
    planted = sorted(field.planted + _plant_in_files(out))
    with (out / LIST).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["rule", "effect", "table", "row", "column", "key", "what"])
        for each in planted:
            what = RULES[each.rule].title
            writer.writerow([each.rule, each.effect, each.table, each.row or "", each.column, each.key, what])
    return tuple(planted)


def _plant_in_files(out: Path) -> list[Planted]:
    """An unknown column, a required column left out, a column named twice, a broken row, an unknown file and source."""
    _edit_header(out / "term.csv", lambda names: f"{names},{UNKNOWN_COLUMN}", ",")
    _edit_header(out / "comment_theme.csv", lambda names: names.replace(",tone", ",mood"), "")
    _edit_header(out / "link_worker.csv", lambda names: f"{names},worker_id", ",")
    broken = out / "other_support.csv"
    number = len(broken.read_text(encoding="utf-8").splitlines()) - 1 + FIRST_ROW
    with broken.open("a", encoding="utf-8", newline="") as file:
        file.write("one,cell,2016-01-01,,too many\n")
    described = json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    described["sources"][UNKNOWN_TABLE] = described["sources"]["term"]
    (out / MANIFEST).write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8", newline="\n")
    return [
        Planted("EH0001", "notice", "term", 0, UNKNOWN_COLUMN, ""),
        Planted("EH0001", "notice", "comment_theme", 0, "mood", ""),
        Planted("EH0002", "refused", "comment_theme", 0, "tone", ""),
        Planted("EH0003", "refused", "link_worker", 0, "worker_id", ""),
        Planted("EH0004", "refused", "other_support", number, "", ""),
        Planted("EH0005", "notice", LIST, 0, "", ""),
        Planted("EH0007", "notice", UNKNOWN_TABLE, 0, "", ""),
    ]


def _edit_header(path: Path, edit: Callable[[str], str], ending: str) -> None:
    """Change the line of names, and end every other line with one more cell or none."""
    names, *lines = path.read_text(encoding="utf-8").splitlines()
    text = "\n".join([edit(names), *(line + ending for line in lines)])
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
