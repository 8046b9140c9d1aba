"""`earlyhelp demo`: the main job once over an invented county, from nothing to the card of every place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Final

import typer

from earlyhelp.cli.publish import tell_failed
from earlyhelp.periods import Period

if TYPE_CHECKING:
    from rich.console import Console

    from earlyhelp.editions.edition import Edition
    from earlyhelp.editions.figures import FiguresWritten

PERIOD: Final = Period(date(2016, 1, 1), date(2016, 7, 31))
PUBLICATION: Final = "school-report-card"
PLACES: Final = "all"
AUDIENCE: Final = "internal"


def demo(
    out: Annotated[Path, typer.Option("--out", help="Folder for all that is made.")] = Path("build/demo"),
    requests: Annotated[int, typer.Option("--requests", min=1, help="Requests for support, in three years.")] = 14_000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed invents the same county.")] = 2016,
) -> None:
    """Invent a county, check it, compute its figures and publish its report cards."""
    from rich.console import Console

    from earlyhelp.editions.edition import publish
    from earlyhelp.editions.figures import write_figures

    console = Console(highlight=False)
    started = perf_counter()
    county, figures, cards = out / "county", out / "figures", out / "cards"
    with _step(console, "Inventing a county") as say:
        say(_invent(county, requests, seed))
    with _step(console, "Checking every row") as say:
        say(_check(county, out / "findings.xlsx"))
    with _step(console, "Computing every figure for county, districts and schools") as say:
        say(_described(write_figures(county, PERIOD, AUDIENCE, figures)))
    with _step(console, "Publishing a report card for county, each district and each school") as say:
        edition = publish(county, PUBLICATION, PERIOD, PLACES, AUDIENCE, cards)
        say(f"{len(edition.cards) - len(edition.failed):,} cards, {edition.period_label}")
    console.print(f"Done in {perf_counter() - started:.1f} s, all of it invented. Kept in {out}:")
    tell_failed(edition)
    _print_results(console, out, edition)


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


def _print_results(console: Console, out: Path, edition: Edition) -> None:
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_row("  county", "the dataset, as a council would supply it")
    table.add_row("  findings.xlsx", "what a person at the source might put right")
    table.add_row("  figures", "figures.csv with every cell")
    table.add_row("  cards", "the report cards with their contents page, figures and manifest")
    table.add_row("  cards/private", "what the figures were made of: for the authority alone")
    console.print(table)
    console.print("The county's card, to open in any browser:")
    # The path ends the output, alone on its line and never folded, so that it can be copied or clicked.
    console.print(str((out / "cards" / edition.cards[0].file).resolve()), soft_wrap=True, style="bold")


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
