"""The datasets that are measured: invented by the product, kept between runs in build/bench."""

from __future__ import annotations

import json
import math
import shutil
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from earlyhelp.periods import Period

ROOT: Final = Path(__file__).resolve().parent.parent
KEPT: Final = ROOT / "build" / "bench"
SEED: Final = 2016
COUNTY_REQUESTS: Final = 14_000
INVOLVEMENTS_A_COUNTY: Final = 5_650
"""About so many come of 14,000 requests; the exact number is read from what was written."""

COUNTY_CODE: Final = "E10000028"
PERIOD: Final = Period(date(2016, 1, 1), date(2016, 7, 31))
AS_AT: Final = date(2016, 9, 15)


@dataclass(frozen=True, slots=True)
class Made:
    """A dataset on disk: its folder, its rows by table, and the seconds it took to make, now or in an earlier run."""

    folder: Path
    rows: dict[str, int]
    seconds: float


def county(form: str = "csv", requests: int = COUNTY_REQUESTS) -> Made:
    """Return one county of that many requests, as csv or parquet."""
    return _made(f"county_{requests}_{form}", requests=requests, form=form, copies=1)


def council_files() -> Made:
    """Return the same county as the files of a council's systems; rows are those the files were made from."""
    return _made(f"county_{COUNTY_REQUESTS}_council_files", requests=COUNTY_REQUESTS, form="council-files", copies=1)


def region(involvements: int) -> Made:
    """Return many copies of the county with at least that many involvements, as Parquet."""
    copies = max(2, math.ceil(involvements / INVOLVEMENTS_A_COUNTY))
    return _made(f"copies_{copies}", requests=COUNTY_REQUESTS, form="parquet", copies=copies)


def _made(name: str, *, requests: int, form: str, copies: int) -> Made:
    # Imported here: the measured processes share this module and must not carry the inventor's memory.
    from earlyhelp.synthetic.county import synthesise

    folder, note = KEPT / name, KEPT / f"{name}.json"
    if not note.exists():
        shutil.rmtree(folder, ignore_errors=True)
        KEPT.mkdir(parents=True, exist_ok=True)
        start = time.perf_counter()
        written = synthesise(folder, requests=requests, seed=SEED, as_at=AS_AT, form=form, copies=copies)
        note.write_text(json.dumps({"rows": written.rows, "seconds": time.perf_counter() - start}))
    kept = json.loads(note.read_text())
    return Made(folder, kept["rows"], kept["seconds"])
