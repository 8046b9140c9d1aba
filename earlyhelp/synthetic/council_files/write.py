"""Writes all of a council's files, a folder for each kind of system."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from earlyhelp.synthetic.council_files.annex_a import write_annex_a
from earlyhelp.synthetic.council_files.capita_one import write_capita_one
from earlyhelp.synthetic.council_files.facts import Facts
from earlyhelp.synthetic.council_files.link_meetings import write_link_meetings
from earlyhelp.synthetic.council_files.liquidlogic import write_liquidlogic
from earlyhelp.synthetic.council_files.questionnaires import write_tallies
from earlyhelp.synthetic.council_files.school_register import write_school_register
from earlyhelp.synthetic.council_files.staffing import write_staffing_return
from earlyhelp.synthetic.council_files.survey import write_survey_export
from earlyhelp.synthetic.writing import SYSTEM, Book

KINDS: Final[Mapping[str, Callable[[Facts, Path], None]]] = {
    "capita_one": write_capita_one,
    "liquidlogic": write_liquidlogic,
    "staffing": write_staffing_return,
    "link_meetings": write_link_meetings,
    "annex_a": write_annex_a,
    "school_register": write_school_register,
    "questionnaires": write_tallies,
    "survey": write_survey_export,
}
"""What writes each folder. The shipped mapping that reads it has the same name."""


MARK: Final = "invented.txt"
_MARK_SAYS: Final = f"{SYSTEM} --format council-files. Every person, school and event in these folders is invented.\n"


def make_room_for_files(out: Path) -> None:
    """Make the folder, or empty the folders an earlier run wrote in it; what stands beside them stays.

    Raises  ValueError: it holds anything, and no mark of an earlier run; that is never overwritten
    """
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise ValueError(f"{out} is not empty and holds no invented files of a council. Choose a new folder.")
    for kind in KINDS:
        folder = out / kind
        for file in folder.iterdir() if folder.is_dir() else ():
            file.unlink()
        folder.mkdir(parents=True, exist_ok=True)


def write_council_files(book: Book, out: Path, as_at: date, tell: Callable[[str], None]) -> tuple[Path, ...]:
    """Write the county as a council's own files into a folder with room; tell is told each kind as it begins.

    Returns the files, kind by kind
    """
    (out / MARK).write_text(_MARK_SAYS, encoding="utf-8", newline="\n")
    facts = Facts(book, as_at)
    for kind, write in KINDS.items():
        tell(f"writing {kind}")
        write(facts, out / kind)
    return tuple(file for kind in KINDS for file in sorted((out / kind).iterdir()))
