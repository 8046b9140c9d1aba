"""The process that reads one workbook: `python -m earlyhelp.extracts.files.workbook_child FILE NAME FOLDER`.

It takes its own limit on memory first. A file that makes the reader fail, in whatever way, ends this process and not
the program. Its answer is `answer.json` in the folder: sheets, or the sentence of a refusal.
"""

from __future__ import annotations

import gc
import json
import signal
import sys
from pathlib import Path
from typing import Final

MOST_MEMORY: Final = 384 << 20
MOST_SECONDS: Final = 10
ANSWER: Final = "answer.json"


def main(path: Path, name: str, folder: Path) -> None:
    """Read the workbook under the limits."""
    limit_memory()
    limit_time()
    # Millions of small lists that never form circles: looking for circles takes a third of the time.
    gc.disable()
    answer(path, name, folder)


def answer(path: Path, name: str, folder: Path) -> None:
    """Read the workbook, in whatever process, and write the answer."""
    # Imported under the limit, and only here: whoever starts this process needs none of it.
    from earlyhelp.dataset.reading.cannot_read import CannotRead
    from earlyhelp.extracts.files.workbook_reading import read_into

    content: dict[str, object]
    try:
        content = {"sheets": read_into(path, name, folder)}
    except CannotRead as error:
        content = {"refusal": str(error)}
    (folder / ANSWER).write_text(json.dumps(content), encoding="ascii")


def limit_memory() -> None:
    """Limit the memory of this process, where the system can: Windows cannot, nor does every macOS.

    There the scan before reading and the clock of the parent have to do.
    """
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


def limit_time() -> None:
    """Limit the work of this process, where the system can: seconds that other programs take do not count.

    Whether it can or not, the parent has a clock, which counts them all.
    """
    if not hasattr(signal, "SIGXCPU"):
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, hard))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
