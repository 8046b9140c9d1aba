"""Reads each file of a folder and prints what came of it, and the most memory used: run in a process of its own."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.extracts.files.workbook import read_workbook


def main(folder: Path) -> dict[str, object]:
    """Return the sentence or the rows by name of file, the seconds it took, and the memory in bytes."""
    outcomes: dict[str, object] = {}
    seconds: dict[str, float] = {}
    for path in sorted(folder.glob("*.xlsx")):
        began = time.perf_counter()
        try:
            outcomes[path.stem] = [sheet.rows for sheet in read_workbook(path, path.name, folder)]
        except CannotRead as refusal:
            outcomes[path.stem] = str(refusal)
        seconds[path.stem] = time.perf_counter() - began
    return {"outcomes": outcomes, "seconds": seconds, "memory": _most_memory()}


def _most_memory() -> int:
    """The most that this process and the largest of its children used, together."""
    try:
        import resource
    except ImportError:
        return 0
    unit = 1 if sys.platform == "darwin" else 1024
    children = unit * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    status = Path("/proc/self/status")
    if not status.exists():
        return children + unit * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts what the process that started this one had used, too; but not here.
    most = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
    return children + 1024 * int(most.split()[1])


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))  # noqa: T201
