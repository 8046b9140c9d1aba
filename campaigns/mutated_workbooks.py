"""Workbooks with changed bytes, read or refused and nothing else: `python -m campaigns.mutated_workbooks [WORKBOOKS]`.

They are read in processes that take a block of seeds each and note every seed as it is done. Where one of them ends in
the middle, by an abort or the clock, that seed is read again as a council's file is, in a process of its own whose end
is a refusal; if it is not refused then either, it is a fault. The next process goes on behind it.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from rich.progress import Progress as Bar

from campaigns.progress import Progress, resume
from earlyhelp.extracts.files.workbook_child import MOST_SECONDS, limit_memory
from tests.extracts.files.mutated_workbooks import is_read

NAME = "mutated workbooks"
WORKBOOKS = 100_000

_BLOCK: Final = 2_000
_OWN_PROCESS_EVERY: Final = 1_000
_READ, _REFUSED = "read", "refused"
_ABORTED = "refused, their own process ended"


def main(workbooks: int) -> int:
    """Read so many workbooks, one a seed; return 1 when any was neither read nor refused."""
    progress = resume(NAME, first_seed=1)
    with Bar() as bar:
        task = bar.add_task(NAME, total=workbooks, completed=progress.done_to)
        while progress.done_to < workbooks:
            run_block(progress, min(progress.done_to + _BLOCK, workbooks))
            progress.save()
            bar.update(task, completed=progress.done_to)
    progress.write_result()
    print(f"{NAME}: {progress.looked_at}, {len(progress.faults)} faults")  # noqa: T201
    return 1 if progress.faults else 0


def run_block(progress: Progress, last: int) -> None:
    """Read the seeds up to the last, or up to the one that ends the process."""
    with tempfile.TemporaryDirectory() as place:
        notes = Path(place) / "notes.txt"
        process = get_context("spawn").Process(target=read_seeds, args=(progress.done_to + 1, last, notes))
        process.start()
        process.join()
        lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    for line in lines:
        outcome = line.partition(" ")[2]
        progress.done_to += 1
        progress.looked_at["workbooks"] = progress.looked_at.get("workbooks", 0) + 1
        if outcome in (_READ, _REFUSED):
            progress.looked_at[outcome] = progress.looked_at.get(outcome, 0) + 1
        else:
            progress.faults.append(f"seed {progress.done_to}: {outcome}")
    if progress.done_to < last:
        progress.done_to += 1
        settle_abort(progress, process.exitcode)


def settle_abort(progress: Progress, exit_code: int | None) -> None:
    """Read the seed that ended its process as a council's file is read, and count what came of it."""
    progress.looked_at["workbooks"] = progress.looked_at.get("workbooks", 0) + 1
    with tempfile.TemporaryDirectory() as place:
        try:
            outcome = _READ if is_read(progress.done_to, Path(place), is_here=False) else _ABORTED
        except Exception as error:
            progress.faults.append(f"seed {progress.done_to}: ended with {exit_code}, then {type(error).__name__}")
            return
    progress.looked_at[outcome] = progress.looked_at.get(outcome, 0) + 1


def read_seeds(first: int, last: int, notes: Path) -> None:
    """Read each seed and note what came of it: read, refused, or the kind of another error."""
    limit_memory()
    # Rust says on the screen that it panics; that it is handled is what is looked at here.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with notes.open("w", encoding="utf-8", buffering=1) as file:
        for seed in range(first, last + 1):
            if hasattr(signal, "setitimer"):
                # Nobody handles it, so it ends a process that hangs, whatever it hangs in.
                signal.setitimer(signal.ITIMER_REAL, 2 * MOST_SECONDS)
            with tempfile.TemporaryDirectory() as place:
                try:
                    is_here = seed % _OWN_PROCESS_EVERY != 0
                    outcome = _READ if is_read(seed, Path(place), is_here=is_here) else _REFUSED
                except Exception as error:
                    outcome = f"{type(error).__name__}"
            file.write(f"{seed} {outcome}\n")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else WORKBOOKS))
