"""Protection of tables: what is left open by us and by what is usually done, what it costs, and how long it takes."""

from __future__ import annotations

from typing import Final

import numpy as np

from bench.clock import Taken, measure
from bench.disclosure_peers import audit_hidden, audit_nearest, broken_sums, to_nearest, two_per_line
from bench.disclosure_tables import SMALL, Drawn, problem_of
from bench.results import Result
from earlyhelp.disclosure.methods.optimum import Found
from earlyhelp.disclosure.methods.problem import Flags, Problem
from earlyhelp.disclosure.methods.protect import LARGEST, hide
from earlyhelp.disclosure.methods.rounding import Rounded, round_to
from earlyhelp.disclosure.pattern import NODES
from earlyhelp.disclosure.pattern import SMALL as SMALL_PART

NODES_FOR_PROOF: Final = 200
OPTIMUM_RATIO: Final = 1.05

A: Final = Drawn("A, places x 4", (4,), 1.1)
A_BAND: Final = Drawn("A with 0 to 4 as one band", (4,), 1.1, hides_zeros=True)
B: Final = Drawn("B, places x 14", (14,), 0.7)
C: Final = Drawn("C, county and districts x 4 x 7", (4, 7), 0.2, has_schools=False)
D: Final = Drawn("D, places x 4 x 7", (4, 7), 0.5)

HIDDEN: Final = {A: 2.0, A_BAND: None, B: 10.0, C: 1.5}
"""The tables in which cells are hidden, with the seconds they may take."""

ROUNDED: Final = (A, C, B, D)


def of_suppression() -> list[Result]:
    """Return the lines of every table."""
    results: list[Result] = []
    for drawn, goal in HIDDEN.items():
        results += _of_hiding(drawn, problem_of(drawn), goal)
    for drawn in ROUNDED:
        results += _of_rounding(drawn, problem_of(drawn))
    return results


def _of_hiding(drawn: Drawn, problem: Problem, goal: float | None) -> list[Result]:
    first, sequence = _timed(problem, 0)
    taken, ours = _timed(problem, NODES, SMALL_PART)
    greedy = two_per_line(problem)
    return [
        _exposed(f"{drawn.name}: primary only", problem, problem.must_hide),
        _exposed(f"{drawn.name}: two per line", problem, greedy),
        _exposed(f"{drawn.name}: ours", problem, ours.is_hidden, is_ours=True),
        Result(f"{drawn.name}: ours, sequence alone", f"{first.seconds:.2f} s", "", first.seconds, goal, unit="s",
               remark=f"processor {first.processor:.2f} s; {_extra(problem, sequence.is_hidden)} extra cells"),
        Result(f"{drawn.name}: ours, as in a publication", f"{taken.seconds:.2f} s", "", taken.seconds, goal, unit="s",
               remark=f"processor {taken.processor:.2f} s; {ours.nodes} nodes"),
        _beside_optimum(drawn, problem, ours),
    ]  # fmt: skip


def _timed(problem: Problem, nodes: int, largest: int = LARGEST) -> tuple[Taken, Found]:
    found: list[Found] = []
    taken = measure(lambda: found.append(hide(problem, nodes=nodes, largest=largest)))
    return taken, found[0]


def _extra(problem: Problem, is_hidden: np.ndarray) -> int:
    return int((is_hidden & ~problem.must_hide).sum())


def _exposed(what: str, problem: Problem, is_hidden: Flags, *, is_ours: bool = False) -> Result:
    audit = audit_hidden(problem, is_hidden)
    remark = (
        f"of {audit.audited} small cells {audit.exact} exact, {audit.known} known to be small; "
        f"{_extra(problem, is_hidden)} extra cells"
    )
    size = f"{len(problem.values):,} cells"
    return Result(what, size, "", audit.known, 0 if is_ours else None, unit="exposed", remark=remark)


def _beside_optimum(drawn: Drawn, problem: Problem, ours: Found) -> Result:
    """Return how many extra cells a publication hides beside what a longer search finds."""
    what = f"{drawn.name}: extra cells, as in a publication : the least"
    hidden = _extra(problem, ours.is_hidden)
    taken, best = _timed(problem, NODES_FOR_PROOF)
    least = _extra(problem, best.is_hidden)
    remark = f"{'proven' if best.is_proven else 'not proven'}; processor {taken.processor:.2f} s, {best.nodes} nodes"
    return Result(what, str(hidden), str(least), hidden / max(least, 1), OPTIMUM_RATIO if best.is_proven else None,
                  remark=remark)  # fmt: skip


def _of_rounding(drawn: Drawn, problem: Problem) -> list[Result]:
    printed = to_nearest(problem, SMALL)
    told = "takes the reader minutes, so not worked out"
    if drawn != D:
        audit = audit_nearest(problem, printed, SMALL)
        told = f"of {audit.audited} small cells {audit.exact} exact, {audit.known} known small"
    broken, sums = broken_sums(problem, printed), len(problem.starts) - 1
    found: list[Rounded] = []
    taken = measure(lambda: found.append(round_to(problem, SMALL)))
    errors = np.abs(found[0].values - problem.values)
    return [
        Result(f"{drawn.name}: each to the nearest 5", f"{len(problem.values):,} cells", "", broken, unit="sums broken",
               remark=f"of {sums:,}; {told}"),
        Result(f"{drawn.name}: controlled rounding to 5", f"{taken.seconds:.2f} s", "",
               broken_sums(problem, found[0].values), 0, unit="sums broken",
               remark=f"mean error {errors.mean():.2f}, greatest {errors.max()}; processor {taken.processor:.2f} s"),
    ]  # fmt: skip
