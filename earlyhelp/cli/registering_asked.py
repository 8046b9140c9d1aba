"""The register that was typed, or the one of the settings, or the one beside the folder for the files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from earlyhelp.periods import read_day

if TYPE_CHECKING:
    from earlyhelp.editions.manner import Registering

RegisterOption = Annotated[
    Path | None,
    typer.Option("--register", help="Folder of the register of releases.", show_default="releases beside --out"),
]
DraftOption = Annotated[bool, typer.Option("--draft", help="Do not enter it into the register; it says so itself.")]
PublishedOption = Annotated[
    str, typer.Option("--published-on", help="The day on which it goes out, such as 2016-10-01.", show_default="today")
]


def registering_asked(register: Path | None, out: Path, published_on: str, *, is_draft: bool) -> Registering:
    """Return where a release is to be entered and on which day.

    Raises  ValueError: the day is none
    """
    from earlyhelp.editions.manner import Registering
    from earlyhelp.editions.register.register import DEFAULT_FOLDER

    # The only clock: everything behind it is given the day.
    day = read_day(published_on) if published_on else date.today()
    return Registering(register or out.parent / DEFAULT_FOLDER, day, is_draft)
