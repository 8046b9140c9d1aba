"""One command in a process of its own: `python -m bench.launched COMMAND...`.

Prints its seconds, its processor seconds, its peak memory and its exit code as JSON. It stands between the benchmark
and the command because a process is charged with the memory of whoever started it until its own program is loaded.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time


def main() -> None:
    start = time.perf_counter()
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    report = {
        "seconds": time.perf_counter() - start,
        "processor": used.ru_utime + used.ru_stime,
        "peak_mib": used.ru_maxrss / 1024,
        "exit": os.waitstatus_to_exitcode(status),
    }
    sys.stdout.write(json.dumps(report) + "\n")


if __name__ == "__main__":
    main()
