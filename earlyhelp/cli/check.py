"""`earlyhelp check`: prints what validation found and writes it as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from earlyhelp.dataset.source import Dataset

REFUSED, UNREADABLE = 1, 2


def check(
    source: Annotated[Path, typer.Argument(help="Folder of CSV or Parquet files with dataset.json, or one workbook.")],
    out: Annotated[
        Path, typer.Option("--out", help="Workbook to write the findings to, for the person who puts them right.")
    ] = Path("findings.xlsx"),
) -> None:
    """Check a dataset: print the findings and write them as a workbook.

    Leaves with 0 where no row was refused, 1 where some were, 2 where the source cannot be read.
    """
    from rich.console import Console

    from earlyhelp.dataset.source import CannotRead, open_dataset

    console = Console()
    try:
        with console.status("Reading and checking …"):
            dataset = open_dataset(source, restricted=True)
    except CannotRead as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from None
    with dataset:
        _print_and_write(console, dataset, out)
        refused = sum(each.refused + each.refused_with_parent for each in dataset.counts)
    raise typer.Exit(REFUSED if refused else 0)


def _print_and_write(console: Console, dataset: Dataset, out: Path) -> None:
    from earlyhelp.dataset.findings_workbook import write_findings_workbook

    console.print(_counts(dataset))
    by_rule = dataset.findings.count_by_rule()
    if by_rule:
        console.print(_rules(dataset))
    try:
        with console.status("Writing the findings …"):
            written = write_findings_workbook(dataset, out)
    except OSError as error:
        typer.echo(
            f"{out} could not be written: {error.strerror or error}. Close it, or choose another with --out.", err=True
        )
        raise typer.Exit(UNREADABLE) from None
    for path in (written.workbook, written.all_findings):
        if path:
            typer.echo(f"Written: {path}")
    typer.echo(closing_sentence(dataset))


def closing_sentence(dataset: Dataset) -> str:
    """Return the one sentence that says how the dataset fared."""
    read = sum(each.read for each in dataset.counts)
    used = sum(each.used for each in dataset.counts)
    blanked = sum(each.blanked for each in dataset.counts)
    queries = sum(each.count - each.answered for each in dataset.findings.count_by_rule() if each.rule.is_query)
    refused = f"{read - used:,} refused" if read > used else "none refused"
    return f"{read:,} rows read: {used:,} used, {refused}; {blanked:,} values blanked, {queries:,} open queries."


def _counts(dataset: Dataset) -> Table:
    from rich.table import Table

    table = Table("table", title="Rows", title_justify="left")
    for heading in ("read", "used", "refused", "refused with parent", "values blanked"):
        table.add_column(heading, justify="right")
    for each in dataset.counts:
        numbers = (each.read, each.used, each.refused, each.refused_with_parent, each.blanked)
        table.add_row(each.table, *(f"{number:,}" for number in numbers))
    return table


def _rules(dataset: Dataset) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table("rule", "effect", title="Findings", title_justify="left", show_lines=True)
    table.add_column("how many", justify="right")
    table.add_column("the first of them", overflow="fold")
    for each in dataset.findings.count_by_rule():
        answered = f" ({each.answered:,} answered)" if each.answered else ""
        where = "" if each.example.row is None else f"{each.example.table}, "
        example = Text(f"{each.rule.title}. {where}{each.example.sentence}")
        effect = "query" if each.rule.is_query else each.effect.replace("_", " ")
        table.add_row(each.rule.id, effect, f"{each.count:,}{answered}", example)
    return table
