"""Reads a workbook of any kind into sheets of text: xlsx, xlsm, xlsb, ods, xls."""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.reading.workbook_cells import cell_text
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.files.workbook_child import ANSWER, MOST_SECONDS

MOST_SECONDS_BY_THE_CLOCK: Final = 30

_MODULE: Final = "earlyhelp.extracts.files.workbook_child"
_ROOT: Final = Path(__file__).parents[3]
_MOST_REMEMBERED: Final = 1 << 16


def read_workbook(path: Path, name: str, folder: Path) -> list[Sheet]:
    """Return the sheets of a workbook, in their order; an empty sheet has no rows, charts and macros are left out.

    A process of its own opens the file, with 384 MiB of memory and 10 seconds of work, 30 by the clock. Windows knows
    no such limits but the clock: there the scan must find what would fill the memory, and it does for all but texts
    that many cells share. Of merged cells the top left one has the text, the others are empty. Errors come as #N/A and
    the like; formulas as the result that was saved with them, and where none was, as an empty cell and a note.

    name    how the sheets and messages name the file
    folder  where the rows are kept on their way; nothing stays in it
    Raises  CannotRead: it is no workbook, has a password, is damaged, or is larger than can be read
    """
    with tempfile.TemporaryDirectory(dir=folder) as place:
        _run_child(path, name, Path(place))
        return take_answer(name, Path(place))


def take_answer(name: str, folder: Path) -> list[Sheet]:
    """Return the sheets that `workbook_child` left in the folder. Raises CannotRead: it refused the file, or failed."""
    answer = _read_answer(folder, name)
    if "refusal" in answer:
        raise CannotRead(answer["refusal"])
    with _without_looking_for_circles():
        return [_make_sheet(sheet, name, folder) for sheet in answer["sheets"]]


def _run_child(path: Path, name: str, folder: Path) -> None:
    places = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
    command = [sys.executable, "-P", "-m", _MODULE, str(path.resolve()), name, str(folder.resolve())]
    nowhere = subprocess.DEVNULL
    try:
        # What it says when it fails may quote a cell, so nobody listens.
        done = subprocess.run(
            command, env=environment, timeout=MOST_SECONDS_BY_THE_CLOCK, stdin=nowhere, stdout=nowhere, stderr=nowhere,
            check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise _takes_too_long(name, MOST_SECONDS_BY_THE_CLOCK) from None
    if done.returncode == -getattr(signal, "SIGXCPU", 0) != 0:
        raise _takes_too_long(name, MOST_SECONDS)


def _takes_too_long(name: str, seconds: int) -> CannotRead:
    return CannotRead(
        f"{name} takes more than {seconds} seconds to read. Save the table as CSV; if it is small, save it again in "
        "Excel."
    )


def _read_answer(folder: Path, name: str) -> dict[str, Any]:
    """The answer, which a process that ended in the middle has not written."""
    try:
        return json.loads((folder / ANSWER).read_text(encoding="ascii"))
    except (OSError, ValueError):
        raise CannotRead(
            f"{name} needs more memory than a workbook is given, or is damaged. Save it again in Excel, or as CSV."
        ) from None


def _make_sheet(known: dict[str, Any], file: str, folder: Path) -> Sheet:
    numbers: list[int] = []
    rows: list[list[str]] = []
    texts: dict[str, str] = {}
    with (folder / known["rows"]).open(encoding="ascii") as lines:
        for line in lines:
            number, *row = json.loads(line)
            numbers.append(number)
            # Codes and days come thousands of times: one copy of each is kept.
            cells = (cell if type(cell) is str else _number_text(cell) for cell in row)
            rows.append([texts.get(text) or texts.setdefault(text, text) for text in cells])
            if len(texts) > _MOST_REMEMBERED:
                texts.clear()
    return Sheet(
        file,
        known["name"],
        numbers,
        rows,
        blank_rows=known["blank_rows"],
        hidden_rows=frozenset(known["hidden_rows"]),
        hidden_columns=frozenset(known["hidden_columns"]),
        is_hidden=known["is_hidden"],
        epoch=known["epoch"],
        notes=tuple(known["notes"]),
    )


def _number_text(number: float | bool) -> str:
    """A number with the 15 digits a spreadsheet shows: sums leave 7.100000000000001 where it shows 7.1."""
    if isinstance(number, bool):
        return cell_text(number)
    text = f"{number:.15g}"
    if "e" in text:
        return format(Decimal(text), "f")
    return "0" if text == "-0" else text


@contextmanager
def _without_looking_for_circles() -> Generator[None]:
    """Millions of texts in lists never form circles, and looking for them takes longer than reading."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
