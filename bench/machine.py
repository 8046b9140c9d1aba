"""The class of machine and the versions that a figure was measured with; no names, no paths."""

from __future__ import annotations

import os
import platform

import duckdb


def machine_class() -> str:
    """Return cores and memory, such as "2 cores, 24 GiB"."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return f"{os.cpu_count()} cores, {round(pages / 2**30)} GiB of memory"


def versions() -> str:
    return f"Python {platform.python_version()}, DuckDB {duckdb.__version__}"


def load() -> float:
    """Return how many processes wanted a core over the last minute."""
    return os.getloadavg()[0]
