"""figures.csv of a dataset and a period: every cell, released for an audience."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from earlyhelp.dataset.findings import RuleCount
from earlyhelp.dataset.source import TableCount, open_dataset
from earlyhelp.disclosure.cells import Release
from earlyhelp.editions.files import FIGURES_FILE, write_file
from earlyhelp.editions.released import release_figures, resolve_period
from earlyhelp.measures.catalogue import tables_read
from earlyhelp.periods import Period
from earlyhelp.report.writers.figures_csv import write_figures_csv

PLACES_AND_TERMS = ("district", "school", "term")


@dataclass(frozen=True, slots=True)
class FiguresWritten:
    """What was written, and what the check of the dataset said.

    period      first and last day of the figures
    tables      rows read, used and refused of each table that the figures rest on
    findings    rules broken in these tables, each with how often
    """

    path: Path
    period: Period
    release: Release
    tables: tuple[TableCount, ...]
    findings: tuple[RuleCount, ...]


def write_figures(source: Path, period: Period | str, audience: str, out: Path) -> FiguresWritten:
    """Calculate every measure for every place and write figures.csv into a folder.

    source      folder or workbook of a dataset
    period      two dates, or the name of a period such as 2015/16-spring
    out         the folder, made where it is missing; a figures.csv that is there is replaced
    Raises      CannotRead: the source cannot be read. ValueError: no such period. KeyError: no such audience
    Source      docs/rules/figures_file.md
    """
    with open_dataset(source, tables={*PLACES_AND_TERMS, *tables_read()}) as dataset:
        resolved = resolve_period(dataset, period)
        release = release_figures(dataset, resolved, audience=audience)
        tables, findings = dataset.counts, dataset.findings.count_by_rule()
    out.mkdir(parents=True, exist_ok=True)
    write_file(out / FIGURES_FILE, write_figures_csv(release.cells))
    return FiguresWritten(out / FIGURES_FILE, resolved, release, tables, findings)
