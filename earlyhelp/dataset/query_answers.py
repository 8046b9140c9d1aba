"""Answers to queries, kept with the dataset: which query about which row, and why the row is right as it is."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import duckdb

from earlyhelp.dataset.reading.cannot_read import CannotRead

FILE_NAME: Final = "query_answers.csv"
ANSWERS: Final = '"#answers"'
COLUMNS: Final = ("rule", "table", "key", "reason")

Answer = tuple[str, str, str, str]


def read_answers(folder: Path) -> list[Answer]:
    """Return rule, table, key and reason of each answer in the folder; none where there is no file.

    Raises  CannotRead: the file is not a CSV with those four columns
    """
    path = folder / FILE_NAME
    if not path.exists():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return answers_from(list(csv.reader(file)), str(path))
    except (UnicodeDecodeError, csv.Error):
        raise CannotRead(f"{path} is not a CSV file in UTF-8. Save it as CSV UTF-8.") from None


def answers_from(rows: list[list[str]], name: str) -> list[Answer]:
    """Return the answers in rows whose first holds the names of the columns. Raises CannotRead: a name is missing."""
    names = [cell.strip().casefold() for cell in rows[0]] if rows else []
    if any(column not in names for column in COLUMNS):
        raise CannotRead(f"{name} lacks one of its columns. Its first row is {','.join(COLUMNS)}.")
    rule, table, key, reason = (names.index(column) for column in COLUMNS)
    filled = [[*row, *[""] * len(names)] for row in rows[1:] if any(cell.strip() for cell in row)]
    return [(row[rule].strip(), row[table].strip(), row[key].strip(), row[reason].strip()) for row in filled]


def add_answers(connection: duckdb.DuckDBPyConnection, answers: list[Answer]) -> None:
    """Keep the answers that give a reason beside the findings, one for each query and row."""
    connection.execute(f"CREATE TABLE {ANSWERS} (rule VARCHAR, table_name VARCHAR, key VARCHAR, reason VARCHAR)")
    once = {answer[:3]: answer for answer in answers if answer[3]}
    if once:
        connection.executemany(f"INSERT INTO {ANSWERS} VALUES (?, ?, ?, ?)", [list(answer) for answer in once.values()])
