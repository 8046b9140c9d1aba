"""`earlyhelp demo`: the main job once over an invented county, from nothing to a card for the public and a head's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import rmtree
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Final

import typer

from earlyhelp.cli.publish import tell_failed
from earlyhelp.cli.refusals import refusals
from earlyhelp.periods import Period
from earlyhelp.places import SCHOOL

if TYPE_CHECKING:
    from rich.console import Console

    from earlyhelp.editions.edition import Edition
    from earlyhelp.editions.figures import FiguresWritten

PERIOD: Final = Period(date(2016, 1, 1), date(2016, 7, 31))
PUBLICATION: Final = "school-report-card"
REGISTER: Final = "releases"
BUSY: Final = ("requests", "all")
# The invented county goes out on the day after its records end.
PUBLISHED_ON: Final = date(2016, 9, 16)


def demo(
    out: Annotated[Path, typer.Option("--out", help="Folder for all that is made.")] = Path("build/demo"),
    requests: Annotated[int, typer.Option("--requests", min=1, help="Requests for support, in three years.")] = 14_000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed invents the same county.")] = 2016,
) -> None:
    """Invent a county, check it, compute its figures, publish a card for the public and one for a head teacher."""
    from rich.console import Console

    from earlyhelp.editions.figures import write_figures

    console = Console(highlight=False)
    started = perf_counter()
    county = out / "county"
    with _step(console, "Inventing a county") as say:
        say(_invent(county, requests, seed))
    with _step(console, "Checking every row") as say:
        say(_check(county, out / "findings.xlsx"))
    with _step(console, "Computing every figure for county, districts and schools") as say:
        figures = write_figures(county, PERIOD, "internal", out / "figures")
        say(_described(figures))
    rmtree(out / REGISTER, ignore_errors=True)  # the releases of a county that was invented anew
    with _step(console, "Publishing the county's report card for the public") as say:
        public = _publish(out, "county", "public")
        say("\n  ".join(public.says))
    with _step(console, "Publishing a school's report card for its head teacher") as say:
        of_school = _publish(out, _busiest_school(figures), "school")
        say("\n  ".join(of_school.says))
    console.print(f"Done in {perf_counter() - started:.1f} s, all of it invented. Kept in {out}:")
    for edition in (public, of_school):
        tell_failed(edition)
    _print_results(console, public)


def _publish(out: Path, place: str, audience: str) -> Edition:
    from earlyhelp.editions.edition import publish
    from earlyhelp.editions.manner import Manner, Registering

    manner = Manner(registering=Registering(out / REGISTER, PUBLISHED_ON))
    with refusals():
        return publish(out / "county", PUBLICATION, PERIOD, place, audience, out / f"for_{audience}", manner)


def _busiest_school(figures: FiguresWritten) -> str:
    """The school with the most requests, the first by its URN of several; any that has a figure where none asked."""
    schools = [cell for cell in figures.release.cells if cell.place_level == SCHOOL]
    asked = {cell.place_code: cell.count or 0 for cell in schools if (cell.measure, cell.breakdown) == BUSY}
    return min((cell.place_code for cell in schools), key=lambda urn: (-asked.get(urn, 0), urn))


def _invent(county: Path, requests: int, seed: int) -> str:
    from earlyhelp.synthetic.county import synthesise

    rows = synthesise(county, requests=requests, seed=seed).rows
    return f"{sum(rows.values()):,} rows in {len(rows)} tables, {rows['school']} schools, {rows['family']:,} families"


def _check(county: Path, workbook: Path) -> str:
    from earlyhelp.dataset.findings_workbook import write_findings_workbook
    from earlyhelp.dataset.source import open_dataset

    with open_dataset(county, restricted=True) as dataset:
        write_findings_workbook(dataset, workbook)
        read, used = (sum(getattr(table, name) for table in dataset.counts) for name in ("read", "used"))
        return f"{read:,} rows read, {used:,} used, {read - used:,} refused; {dataset.findings.count():,} findings"


def _described(written: FiguresWritten) -> str:
    measures = {cell.measure for cell in written.release.cells}
    return f"{len(written.release.cells):,} figures of {len(measures)} measures"


def _print_results(console: Console, public: Edition) -> None:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_row("  county", "the dataset, as a council would supply it")
    table.add_row("  findings.xlsx", "what a person at the source might put right")
    table.add_row("  figures", "figures.csv with every cell, for the authority alone")
    table.add_row("  for_public", "the county's card with its figures and manifest: small numbers are hidden")
    table.add_row("  for_school", "a school's card and figures in the folder that its head teacher is given")
    table.add_row("  …/private", "what the figures were made of: for the authority alone")
    table.add_row("  releases", "the register of what went out")
    console.print(table)
    console.print("The county's card, to open in any browser:")
    # The path ends the output, alone on its line and never folded, so that it can be copied or clicked.
    console.print(str(public.files[0].resolve()), soft_wrap=True, style="bold")


@contextmanager
def _step(console: Console, words: str) -> Iterator[Callable[[str], None]]:
    """Show the step while it runs, and with its time and result when it is done."""
    result: list[str] = []
    started = perf_counter()
    with console.status(f"{words} …"):
        yield result.append
    console.print(f"[green]✓[/green] {words}: [bold]{perf_counter() - started:.1f} s[/bold]")
    for line in result:
        console.print(f"  {line}", style="dim")
