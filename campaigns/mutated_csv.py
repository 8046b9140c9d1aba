"""Damaged and strange CSV files, each read or refused with a sentence: `python -m campaigns.mutated_csv [FILES]`."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from io import BytesIO, StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from rich.progress import track

from campaigns.progress import resume
from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.reading.header import BLANKS
from earlyhelp.extracts.files.find_files import FoundFile
from earlyhelp.extracts.files.read_file import read_file
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.files.text_file import count_again, read_text

NAME = "mutated CSV files"
FILES = 1_000_000

_STEP = 1_000
# One file in so many also goes the whole way: from the disk, by its first bytes, and counted by DuckDB as well.
_WHOLE_WAY = 200
_MOST_MUTATIONS = 8
_PIECES = (
    *(b'"', b'""', b",", b";", b"\t", b"|", b"\n", b"\r", b"\r\n", b"\n\n\n", b"\0", b"\x1a", b"\\", b" ", b'="', b"'"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xc3", b"\xa0", b"\x81", b"\xf0\x9f\x98\x80", b"sep=;\n", b"PK\3\4"),
    *(b'",', b',"', b'"\n', b'\n"', b'","', b"<table>", b"a" * 3_000, b"," * 5_000),
)


_REQUESTS = [
    ["Request ref", "Case ref", "Received", "Source", "Outcome", "Notes"],
    ["R-001", "C-17", "03/05/2016", "e) 2A: Schools", "Offer of support", "mother's “own” words"],
    ["R-002", "C-18", "2016-05-04", "a) WBRI", "", "two\nlines, and a comma"],
    ["R-003", "", "17.5.16", "Café; GP", "*", ' 5" of snow'],
    ["", "", "", "", "", ""],
    ["R-004", "C-17", "#N/A", "Health\xa0visitor", "NFA", ""],
    ["Total", "4", "", "", "", ""],
]
_TITLES = "Requests report, all districts\nPrinted 1 June 2016; page 1\n\n"


def _written(encoding: str, delimiter: str, ending: str = "\r\n", above: str = "", is_quoted: bool = False) -> bytes:
    quoting = csv.QUOTE_ALL if is_quoted else csv.QUOTE_MINIMAL
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=ending, quoting=quoting).writerows(_REQUESTS)
    return (above + text.getvalue()).encode(encoding)


BASE_TEXTS = (
    *(_written(encoding, delimiter) for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16") for delimiter in ",;\t"),
    *(_written("utf-8", delimiter, "\n", _TITLES) for delimiter in ",;\t|"),
    _written("utf-16-le", "\t"),
    _written("cp1252", ",", "\r"),
    _written("utf-8", ",", is_quoted=True),
    _written("cp1252", ";", above="sep=;\r\n"),
    b"id\n1\n2\n",
    b"a,b,c\n1,2\n1,2,3,4\n\n,,\n1\n",
    "".join(f"{number},name {number},{number * 7}\n" for number in range(100)).encode(),
    b"",
)
"""What councils send: a table in each encoding and with each delimiter, with titles, footers and rows of any length."""


def mutate(base: bytes, random: Random) -> bytes:
    """Return the text with a few bytes flipped, put in, taken out, doubled or moved, or its end cut off."""
    text = bytearray(base)
    for _ in range(random.randint(1, _MOST_MUTATIONS)):
        place = random.randint(0, len(text))
        size = random.choice((1, 1, 2, 5, 20, 100))
        match random.randrange(7):
            case 0:
                text[place : place + 1] = bytes([random.randrange(256)])
            case 1 | 2:
                text[place:place] = random.choice(_PIECES)
            case 3:
                del text[place : place + size]
            case 4:
                text[place:place] = text[place : place + size] * random.choice((1, 2, 30))
            case 5:
                text[place:place] = text[(other := random.randint(0, len(text))) : other + size]
            case _:
                del text[place if random.random() < 0.3 else len(text) :]
    return bytes(text)


def fault_of(content: bytes, folder: Path, *, goes_whole_way: bool) -> tuple[str, str]:
    """Return what became of a file, and what is wrong with that; empty where nothing is."""
    try:
        read = read_text(BytesIO(content), "mutated.csv")
    except CannotRead as refusal:
        return "refused", "" if str(refusal).startswith("mutated.csv ") else f"a refusal without its file: {refusal}"
    except Exception as error:
        return "failed", repr(error)
    fault = _fault_of_sheet(read.sheet)
    if fault or not goes_whole_way:
        return "read", fault
    path = folder / "mutated.csv"
    path.write_bytes(content)
    try:
        expected, counted = count_again(read, path, folder)
        if counted != expected:
            return "refused, as the second reader counted otherwise", ""
        sheets = read_file(FoundFile(path, "mutated.csv"), folder)
    except CannotRead:
        return "of another kind", ""
    except Exception as error:
        return "failed", repr(error)
    return "read and counted twice", "" if sheets == [read.sheet] else "two readings differ"


def _fault_of_sheet(sheet: Sheet) -> str:
    numbers, rows = sheet.numbers, sheet.rows
    if not rows or len(numbers) != len(rows) or numbers != sorted(set(numbers)) or numbers[0] < 1:
        return "rows and their numbers do not agree"
    if numbers[-1] != len(rows) + sheet.blank_rows:
        return "filled and blank rows do not add up"
    if not sheet.damaged.keys() <= set(numbers):
        return "damage without its row"
    plain = (row for number, row in zip(numbers, rows, strict=True) if number not in sheet.damaged)
    return (
        "" if all(row and row[-1].strip(BLANKS) for row in plain) else "a row that is not cut to its last filled cell"
    )


def main(files: int) -> int:
    """Read so many mutated files, one a seed; return 1 when any was neither read nor refused in words."""
    progress = resume(NAME, first_seed=1)
    seeds = range(progress.done_to + 1, files + 1)
    with TemporaryDirectory() as folder:
        for first in track(seeds[::_STEP], description=NAME):
            last = min(first + _STEP - 1, files)
            became: Counter[str] = Counter(progress.looked_at)
            for seed in range(first, last + 1):
                random = Random(seed)
                content = mutate(random.choice(BASE_TEXTS), random)
                outcome, fault = fault_of(content, Path(folder), goes_whole_way=seed % _WHOLE_WAY == 0)
                became[outcome] += 1
                progress.faults += [f"seed {seed}: {fault}"] if fault else []
            progress.done_to = last
            progress.looked_at = dict(became)
            progress.save()
    progress.write_result()
    print(f"{NAME}: {progress.looked_at}, {len(progress.faults)} faults")  # noqa: T201
    return 1 if progress.faults else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else FILES))
