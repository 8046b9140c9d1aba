"""Sound workbooks with a few bytes changed, somewhere in the file or within one of its parts, each from a seed."""

from __future__ import annotations

import io
import tempfile
import zipfile
from datetime import date, datetime
from functools import cache
from pathlib import Path
from random import Random

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.files.workbook import read_workbook, take_answer
from earlyhelp.extracts.files.workbook_child import answer
from tests.extracts.writers.cells import Cell, CellError, Table
from tests.extracts.writers.cfb import cfb_bytes
from tests.extracts.writers.ods import write_ods
from tests.extracts.writers.xls import workbook_stream
from tests.extracts.writers.xlsb import write_xlsb
from tests.extracts.writers.xlsx import write_xlsx

KINDS = ("xlsx", "xlsb", "xls", "ods")
VARIANTS = 6
WORDS = ("R1", "Offer of support", "a) WBRI", "Newcastle-under-Lyme", "é–😀", " ", "&<>")
ERRORS = ("#N/A", "#REF!", "#DIV/0!")
PLANTED = (
    b"", b"\0", b"-1", b"0", b"65536", b"1048576", b"99999999999", b"XFD1048576", b"1e308", b"nan", b"'", b'"',
    b"<", b"/>", b"<row/>", b"<!--", b"]]>", b"&#0;",
    b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\x00\x00\x00\x80", b"\xfe\xff\xff\xff",
)  # fmt: skip


def mutated(seed: int) -> tuple[str, bytes]:
    """Return the ending of a workbook and its changed bytes."""
    random = Random(seed)
    kind = random.choice(KINDS)
    sound = sound_workbook(kind, random.randrange(VARIANTS))
    if random.random() < 0.3:
        return kind, changed(sound, random)
    if kind == "xls":
        return kind, cfb_bytes({"Workbook": changed(sound_stream(sound), random)})
    return kind, with_changed_part(sound, random)


def read_here(seed: int, folder: Path) -> list[Sheet]:
    """Read a mutated workbook in this process. Raises CannotRead; anything else is a fault."""
    path = _write(seed, folder)
    answer(path, path.name, folder)
    return take_answer(path.name, folder)


def read_as_a_council_does(seed: int, folder: Path) -> list[Sheet]:
    """Read a mutated workbook in a process of its own. Raises CannotRead; anything else is a fault."""
    path = _write(seed, folder)
    return read_workbook(path, path.name, folder)


def is_read(seed: int, folder: Path, *, is_here: bool) -> bool:
    """Whether a mutated workbook is read; otherwise it was refused."""
    try:
        (read_here if is_here else read_as_a_council_does)(seed, folder)
    except CannotRead:
        return False
    return True


def changed(content: bytes, random: Random) -> bytes:
    """Change, plant, leave out, repeat or break off, once or a few times."""
    result = bytearray(content)
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        at, length = random.randrange(len(result) + 1), random.choice((1, 2, 4, 8, 40, 400))
        match random.randrange(6):
            case 0 if at < len(result):
                result[at] ^= 1 << random.randrange(8)
            case 1:
                result[at : at + length] = random.randbytes(length)
            case 2:
                planted = random.choice(PLANTED)
                result[at : at + random.choice((0, len(planted)))] = planted
            case 3:
                del result[at : at + length]
            case 4:
                result[at:at] = result[at : at + length] * random.choice((1, 1, 2, 300))
            case _:
                if random.random() < 0.2:
                    del result[at:]
    return bytes(result)


def with_changed_part(sound: bytes, random: Random) -> bytes:
    """Change one part of an archive and pack it again, so that all checks of the archive still hold."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        names = source.namelist()
        # Mostly the cells: of the rest little is ever looked at.
        cells = [name for name in names if "sheet1." in name or name == "content.xml" or "sharedStrings" in name]
        chosen = random.choice(cells if random.random() < 0.7 else names)
        for name in names:
            content = source.read(name)
            archive.writestr(name, changed(content, random) if name == chosen else content)
    return target.getvalue()


def sound_stream(container: bytes) -> bytes:
    """The stream in a container that `cfb_bytes` made: its sectors lie one after the other behind the directory."""
    return container[container.index(b"\x09\x08\x10\x00") :]


@cache
def sound_workbook(kind: str, variant: int) -> bytes:
    """One of a few sound workbooks of each kind."""
    random = Random(f"{kind} {variant}")
    sheets = {name: _table(random) for name in ("Data", "Notes")[: 1 + variant % 2]}
    epoch = random.choice((1900, 1904))
    if kind == "xls":
        return cfb_bytes({"Workbook": workbook_stream(sheets, epoch)})
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "sound"
        if kind == "ods":
            write_ods(path, sheets)
        else:
            (write_xlsx if kind == "xlsx" else write_xlsb)(path, sheets, epoch)
        return path.read_bytes()


def _table(random: Random) -> Table:
    return [[_cell(random) for _ in range(random.randrange(7))] for _ in range(random.randrange(1, 30))]


def _cell(random: Random) -> Cell:
    day = date.fromordinal(date(1990, 1, 1).toordinal() + random.randrange(12_000))
    return random.choice(
        (None, random.choice(WORDS), random.choice(WORDS), random.randrange(10**6), random.random(), day,
         datetime(day.year, day.month, day.day, 9, 30), random.random() < 0.5, CellError(random.choice(ERRORS)))
    )  # fmt: skip


def _write(seed: int, folder: Path) -> Path:
    kind, content = mutated(seed)
    path = folder / f"{seed}.{kind}"
    path.write_bytes(content)
    return path
