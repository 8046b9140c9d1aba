"""Text files made to do harm: each is refused with a sentence, or read, in little memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

MOST_MIB = 512

# The peak of this process alone; what the system tells of children counts earlier ones and their parent in.
_READS = """
import sys
from pathlib import Path
from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.extracts.files.find_files import find_files
from earlyhelp.extracts.files.read_file import read_file
path = Path(sys.argv[1])
try:
    (sheet,) = read_file(find_files([path])[0], path.parent)
    print(f"{len(sheet.rows)} rows, {len(sheet.damaged)} of them damaged")
except CannotRead as refusal:
    print(refusal)
print(next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")).split()[1])
"""

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="only Linux tells the memory of one process at its peak"
)


def outcome(path: Path, chunks: Iterator[bytes]) -> str:
    """What became of a file of these bytes, read in a process of its own that may not use more than the memory."""
    with path.open("wb") as file:
        file.writelines(chunks)
    command = [sys.executable, "-c", _READS, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    path.unlink()
    assert not done.stderr, done.stderr
    said, kibibytes = done.stdout.splitlines()
    assert int(kibibytes) / 1024 < MOST_MIB
    return said


def times(count: int, chunk: bytes, first: bytes = b"") -> Iterator[bytes]:
    yield first
    for _ in range(count):
        yield chunk


CASES = {
    "300 MB in one line": (
        times(300, b"name,age," * 111_111),
        "sent.csv holds no row that can be read (row 1: more than a million characters).",
    ),
    "300 MB of one letter": (
        times(300, b"x" * 1_000_000),
        "sent.csv holds no row that can be read (row 1: more than a million characters).",
    ),
    "NULs alone": (times(50, b"\0" * 1_000_000), "sent.csv holds nothing but NULs"),
    "NULs after a row": (times(50, b"\0" * 1_000_000, b"a,b\n1,2\n"), "sent.csv is not a text file"),
    "NULs behind the first page": (
        times(50, b"\0" * 1_000_000, b"a,b\n1,2\n" * 1_000),
        "2001 rows, 1 of them damaged",
    ),
    "a renamed picture": (times(50, Random(1).randbytes(100_000), b"\x89PNG\r\n\x1a\n"), "sent.csv is a picture (PNG)"),
    "noise": (times(50, Random(2).randbytes(100_000)), "sent.csv is not text in UTF-8, UTF-16 or Windows-1252."),
    "a quote opened and never closed": (
        times(50, b"some words of no meaning,to anybody\n" * 27_000, b'a,b\n1,2\n3,"'),
        "sent.csv has over 1,048,576 rows, more than a spreadsheet can show.",
    ),
    "a quote opened in each line": (times(30, b'"a\n' * 100_000, b"a,b\n"), "sent.csv has over 100,000 rows that"),
    "quotes that close and open in each line": (
        times(50, b'x","z\n' * 150_000, b"a,b\n"),
        "sent.csv has over 100,000 rows that cannot be read.",
    ),
    "long lines that close and open quotes": (
        times(20, (b"x" * 2_500 + b'","' + b"z" * 2_500 + b"\n") * 500, b"a,b\n"),
        "10001 rows, 10000 of them damaged",
    ),
    "10 million empty lines": (times(10, b"\n" * 1_000_000), "sent.csv is empty: it holds no row."),
    "10 million empty lines and a row": (
        times(10, b"\r\n" * 1_000_000, b"\n"),
        "sent.csv is empty: it holds no row.",
    ),
    "a million columns": (times(1, b"a," * 1_000_000 + b"\n1,2\n"), "2 rows, 1 of them damaged"),
    "a million empty columns in many lines": (times(50, b"," * 999_999 + b"\n"), "sent.csv is empty: it holds no row."),
    "50,000 names": (
        times(1, ",".join(f"Column {place}" for place in range(50_000)).encode() + b"\n1,2\n"),
        "sent.csv has 50,000 cells in row 1, more than the 4,000 this program reads.",
    ),
    "few rows as wide as may be, among many short ones": (
        times(100, b"1,2\n" + b",".join([b"abc"] * 4_000) + b"\n" + b"1,2\n" * 1_000),
        "100200 rows, 100 of them damaged",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_file_costs_a_sentence_and_little_memory(case: str, tmp_path: Path) -> None:
    chunks, sentence = CASES[case]
    assert outcome(tmp_path / "sent.csv", chunks).startswith(sentence)
