"""What is said when the program fails: enough to act on, nothing about a family."""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from typing import Final

FAILED: Final = 3
"""Exit code of a failure of the program itself; 1 and 2 belong to the commands."""

REFUSED: Final = 2
"""Exit code where the computer refused a file or folder: the person can put it right."""

_PACKAGE = Path(__file__).resolve().parent.parent


def exit_code(error: BaseException) -> int:
    """Return the exit code for an unexpected error."""
    return REFUSED if isinstance(error, OSError) and error.strerror else FAILED


def explain(error: BaseException, *, debug: str) -> str:
    """Return one sentence about an unexpected error.

    error   whatever reached the command line
    debug   the environment variable that shows the whole traceback
    Returns for the operating system's refusals its reason and the file; otherwise the kind and the place alone,
            because the text of an error may quote the data it met
    """
    if isinstance(error, OSError) and error.strerror:
        what = f"{error.strerror}: {error.filename}" if error.filename else error.strerror
        return f"The computer refused: {what}"
    return (
        f"Sorry, earlyhelp itself failed ({type(error).__name__} {_place(error)}). "
        f"Set {debug}=1 and run it again to see where; the text may then quote your data."
    )


def _place(error: BaseException) -> str:
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_PACKAGE):
            inside = path.relative_to(_PACKAGE.parent).as_posix().replace(os.sep, "/")
            return f"at {inside}, line {frame.lineno}"
    return "outside its own code"
