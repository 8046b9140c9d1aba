"""Counts the rows of a text a second time, with DuckDB, so that no row is lost without a word.

DuckDB is given the dialect and guesses nothing. It fills up short rows and cuts long ones, which does not change their
number; so it need not look at every column of a wide table, and of rows that begin further right neither reader counts
any. Three things it would count otherwise than the careful reader, so it reads a copy without them: lines listed as
damaged, where it would take everything up to the next quotation mark for one cell; the line that declares the
delimiter; and ends of lines that are a carriage return here and none there. What remains keeps the rules of CSV, and
both must find as many rows.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, Final

import duckdb

from earlyhelp.dataset.reading.header import BLANKS
from earlyhelp.dataset.sql_text import literal
from earlyhelp.extracts.files.text_dialect import Dialect
from earlyhelp.extracts.files.text_encoding import lines_of

LOOKED_AT_TWICE: Final = 100
"""Columns, from the left, in which DuckDB looks for something in a row. Thousands of them cost it half a gigabyte."""

_UTF8: Final = ("utf-8", "utf-8-sig")
_CHUNK: Final = 1 << 20

# A record has at most a million characters, each at most four bytes in UTF-8.
_LONGEST_RECORD: Final = 4_100_000


def count_rows(
    path: Path, folder: Path, codec: str, dialect: Dialect, widest: int, damaged: Collection[int]
) -> int | None:
    """Return how many rows hold anything, those that stand on damaged lines left out; None where DuckDB cannot say.

    folder   where a copy may be written
    widest   cells of the longest row
    damaged  numbers of lines, from 1, below the one that declares the delimiter
    """
    with path.open("rb") as file:
        is_as_sent = codec in _UTF8 and not dialect.is_declared and not damaged and not _has_lone_returns(file)
        counted = path if is_as_sent else folder / "second-count.csv"
        if not is_as_sent:
            with counted.open("w", encoding="utf-8", newline="\n") as copy:
                copy.writelines(_rest(file, codec, dialect, damaged))
    try:
        with duckdb.connect(config={"threads": 1}) as connection:
            connection.execute("SET enable_progress_bar = false")
            found = connection.execute(_count_sql(counted, dialect.delimiter, widest)).fetchone()
    except duckdb.Error:
        return None
    finally:
        if not is_as_sent:
            counted.unlink()
    return int(found[0]) if found else None


def _count_sql(path: Path, delimiter: str, widest: int) -> str:
    seen = range(min(widest, LOOKED_AT_TWICE))
    columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in seen)
    cells = ", ".join(f"c{place}" for place in seen)
    blanks = " || ".join(f"chr({ord(blank)})" for blank in BLANKS)
    return (
        f"SELECT count(*) FROM read_csv({literal(str(path))}, auto_detect=false, header=false, "
        f"delim={literal(delimiter)}, quote='\"', escape='\"', strict_mode=false, null_padding=true, parallel=false, "
        f"max_line_size={_LONGEST_RECORD}, buffer_size={_LONGEST_RECORD * 2}, columns={{{columns}}}) "
        f"WHERE trim(concat({cells}), {blanks}) <> ''"
    )


def _has_lone_returns(file: BinaryIO) -> bool:
    returns = pairs = 0
    before = b""
    while chunk := file.read(_CHUNK):
        returns += chunk.count(b"\r")
        pairs += chunk.count(b"\r\n") + (before == b"\r" and chunk[:1] == b"\n")
        before = chunk[-1:]
    return returns != pairs


def _rest(file: BinaryIO, codec: str, dialect: Dialect, damaged: Collection[int]) -> Iterator[str]:
    """The text without the lines that DuckDB is not to see; where there are none, not even cut into lines."""
    if damaged or dialect.is_declared:
        first = 0 if dialect.is_declared else 1
        with closing(lines_of(file, codec)) as lines:
            for number, line in enumerate(lines, start=first):
                if number and number not in damaged:
                    yield line.rstrip("\r\n") + "\n"
        return
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=codec, newline=None)
    while chunk := text.read(_CHUNK):
        yield chunk
    text.detach()
