"""The published figures beside the computed ones: `python -m examples.staffordshire_2016.published` prints the summary.

published_figures.csv has a row for each figure of 2016 about cases, staffing, forms and link meetings, in the words
of this project. `breakdown` may add cells up (` + `, ` - `), and name a cell of another measure (`measure:cell`).
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from earlyhelp.dataset.source import Dataset, open_dataset
from earlyhelp.editions.released import scope_of
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.figures import Figure, Number
from earlyhelp.periods import Period

HERE = Path(__file__).parent
COLUMNS = (
    "id", "what", "published", "records", "measure", "breakdown", "place", "first", "last", "figure", "count", "out_of",
    "reachable", "kind", "reason",
)  # fmt: skip
# Fractions in words, as the least and the greatest share that bears them.
WORDS = {
    "half": ("0.48", "0.52"), "over half": ("0.5", "0.7"), "nearly three quarters": ("0.72", "0.75"),
    "one in five": ("0.19", "0.21"), "one fifth": ("0.19", "0.21"), "two thirds": ("0.65", "0.68"),
    "about one third": ("0.32", "0.35"), "all": ("1", "1"), "at least 35%": ("0.35", "1"), "at most 40%": ("0", "0.4"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Published:
    """A figure as it was printed, and where the product computes it; `count` and `out_of` are what the records give.

    figure  what of the cell was printed: count, share, out of, cells (their number), districts (with any), findings,
            target; `share of county` and `share of place` are of the total, `share of one base` of the first cell's
    kind    why it cannot be reached: no whole number fits, no measure, not a figure
    """

    id: str
    what: str
    published: str
    records: str
    measure: str
    breakdown: str
    place: str
    period: Period
    figure: str
    count: str
    out_of: str
    is_reachable: bool
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Computed:
    """What the product computes: a count, and where a share was printed what it is a share of."""

    count: Number
    out_of: Number | None = None


def read_published() -> list[Published]:
    """Return the rows of published_figures.csv in their order."""
    with (HERE / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        return [_published(row) for row in csv.DictReader(file)]


def _published(row: dict[str, str]) -> Published:
    period = Period(date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))
    told = {name: row[name] for name in COLUMNS if name not in ("first", "last", "reachable")}
    return Published(**told, period=period, is_reachable=row["reachable"] == "yes")


class Records:
    """The two sets of records, opened once, and their figures, calculated once for each period."""

    def __init__(self, folder: Path) -> None:
        self._datasets: dict[str, Dataset] = {
            name: open_dataset(folder / name) for name in ("records", "records_of_june")
        }
        self._figures: dict[tuple[str, Period], dict[tuple[str, str, str], Figure]] = {}

    def close(self) -> None:
        for dataset in self._datasets.values():
            dataset.close()

    def compute(self, each: Published) -> Computed:
        """Return what the product computes. Raises KeyError: there is no such cell, or it has no number."""
        if each.figure == "findings":
            rules = self._datasets[each.records].findings.count_by_rule()
            return Computed(next(rule.count for rule in rules if rule.rule.id == each.breakdown))
        if each.figure == "target":
            return Computed(self._target(each), 1)
        if each.figure == "cells":
            return Computed(self._cells(each))
        if each.figure == "districts":
            return Computed(self._districts(each))
        return self._sum(each)

    def _cells(self, each: Published) -> int:
        start = each.breakdown.removesuffix("*")
        county = self._datasets[each.records].manifest.county_code
        keys = (key for key in self._of(each) if key[:2] == (each.measure, county))
        return sum(breakdown.startswith(start) and ";" not in breakdown for *_, breakdown in keys)

    def _districts(self, each: Published) -> int:
        figures = (figure for figure in self._of(each).values() if figure.place_level == "district")
        of_cell = (figure for figure in figures if (figure.measure, figure.breakdown) == (each.measure, each.breakdown))
        return sum(bool(figure.count) for figure in of_cell)

    def _target(self, each: Published) -> Number:
        dataset = self._datasets[each.records]
        row = dataset.connection.execute(
            "SELECT value FROM target WHERE measure = ? AND place_code = ? AND from_on <= ?",
            [each.breakdown, dataset.manifest.county_code, each.period.first],
        ).fetchone()
        if row is None:
            raise KeyError(f"{each.id}: there is no target for {each.breakdown}.")
        return Decimal(row[0])

    def _sum(self, each: Published) -> Computed:
        cells = list(_signed(each.breakdown))
        figures = [self._cell(each, cell, each.place) for _, cell in cells]
        count = sum(
            (sign * _number(figure.count) for (sign, _), figure in zip(cells, figures, strict=True)), Decimal(0)
        )
        if each.figure == "count":
            return Computed(count)
        if each.figure in ("share of county", "share of place"):
            place = "county" if each.figure.endswith("county") else each.place
            return Computed(count, _number(self._cell(each, "all", place).count))
        if each.figure == "share of one base":
            return Computed(count, _number(figures[0].out_of))
        out_of = sum((_number(figure.out_of) for figure in figures), Decimal(0))
        return Computed(out_of) if each.figure == "out of" else Computed(count, out_of)

    def _cell(self, each: Published, cell: str, place: str) -> Figure:
        measure, _, breakdown = cell.rpartition(":")
        code = self._datasets[each.records].manifest.county_code if place == "county" else place
        return self._of(each)[measure or each.measure, code, breakdown]

    def _of(self, each: Published) -> dict[tuple[str, str, str], Figure]:
        key = (each.records, each.period)
        if key not in self._figures:
            dataset = self._datasets[each.records]
            figures = calculate(dataset.connection, scope_of(dataset, each.period, ("county", "district")))
            self._figures[key] = {(figure.measure, figure.place_code, figure.breakdown): figure for figure in figures}
        return self._figures[key]


def _signed(breakdown: str) -> Iterator[tuple[int, str]]:
    """Yield each cell of a sum with its sign."""
    sign = 1
    for word in breakdown.split(" "):
        if word in ("+", "-"):
            sign = 1 if word == "+" else -1
        else:
            yield sign, word


def _number(value: Number | None) -> Decimal:
    if value is None:
        raise KeyError("A cell has no number.")
    return Decimal(value)


def is_said_by(published: str, computed: Computed) -> bool:
    """Return whether the printed words or digits are a right way to print what was computed.

    A percentage is right where the share rounds to it, halves up, with as many decimals; a fraction in words within
    the bounds of WORDS; any other figure exactly.
    """
    if computed.out_of is None:
        return Decimal(published) == computed.count
    share = Decimal(computed.count) / Decimal(computed.out_of)
    if published in WORDS:
        low, high = WORDS[published]
        return Decimal(low) <= share <= Decimal(high)
    printed = Decimal(published.removesuffix("%"))
    return (share * 100).quantize(printed, rounding=ROUND_HALF_UP) == printed


def summary(rows: list[Published], records: Records) -> list[str]:
    """Return a line for each figure that can be reached and one for each that cannot, then how many of each."""
    lines = [_line(each, records) for each in rows]
    reached = sum(each.is_reachable for each in rows)
    lines.append(f"{len({each.id for each in rows})} figures in {len(rows)} rows: {reached} reached")
    kinds = Counter(each.kind for each in rows if not each.is_reachable)
    return lines + [f"{count} not reachable: {kind}" for kind, count in sorted(kinds.items())]


def _line(each: Published, records: Records) -> str:
    if not each.is_reachable:
        return f"{each.id}  {each.what}: {each.published} | not reachable, {each.kind}. {each.reason}"
    computed = records.compute(each)
    base = f" of {computed.out_of}" if computed.out_of is not None else ""
    right = "" if is_said_by(each.published, computed) else " | DIFFERS"
    return f"{each.id}  {each.what}: {each.published} | {computed.count}{base}{right}"


if __name__ == "__main__":
    both = Records(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
    sys.stdout.write("\n".join(summary(read_published(), both)) + "\n")
    both.close()
