"""`earlyhelp check`: prints what validation found and writes it as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from earlyhelp.dataset.source import Dataset

REFUSED, UNREADABLE = 1, 2
_CHOOSE = "Choose another name with --out, or move it away."
_CHOOSE_FOLDER = "Choose another folder with --out, or move it away."


def check(
    source: Annotated[Path, typer.Argument(help="Folder of CSV or Parquet files with dataset.json, or one workbook.")],
    out: Annotated[
        Path, typer.Option("--out", help="Workbook to write the findings to, for the person who puts them right.")
    ] = Path("findings.xlsx"),
) -> None:
    """Check a dataset: print the findings and write them as a workbook.

    Leaves with 0 where no row was refused, 1 where some were, 2 where the source cannot be read or the findings have
    no place to go. Of the files that are there, earlier findings alone are replaced.
    """
    from rich.console import Console

    from earlyhelp.dataset.source import CannotRead, open_dataset

    obstacle = _obstacle_to_writing(source, out)
    if obstacle:
        _leave(obstacle)
    console = Console()
    try:
        with console.status("Reading and checking …"):
            dataset = open_dataset(source, restricted=True)
    except CannotRead as error:
        _leave(str(error))
    with dataset:
        _print_and_write(console, dataset, out)
        refused = sum(each.refused + each.refused_with_parent for each in dataset.counts)
    raise typer.Exit(REFUSED if refused else 0)


def _leave(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(UNREADABLE) from None


def _obstacle_to_writing(source: Path, out: Path) -> str:
    """Say why the findings may not be written to `out`; empty where they may."""
    from earlyhelp.dataset.findings_workbook import is_findings_workbook

    if out.suffix.casefold() != ".xlsx":
        return f"The findings are a workbook: the name after --out has to end in .xlsx, and {out} does not."
    if out.exists() and source.exists() and out.samefile(source):
        return f"{out} is the dataset itself. Choose another name for the findings with --out."
    is_inside = (source / "dataset.json").exists() and out.parent.exists() and out.parent.samefile(source)
    if is_inside and out.name.casefold() != "findings.xlsx":
        return f"{out} would be read as part of the dataset. Inside its folder the findings are called findings.xlsx."
    if out.exists() and not is_findings_workbook(out):
        return f"{out} is there and holds no findings of earlyhelp, so it is not replaced. {_CHOOSE}"
    return ""


def _obstacle_beside(count: int, out: Path) -> str:
    """Say why all findings may not be written beside the workbook, where they are too many for it."""
    from earlyhelp.dataset.findings_workbook import is_findings_csv, place_of_all_findings

    beside = place_of_all_findings(count, out)
    if beside and beside.exists() and not is_findings_csv(beside):
        return f"{beside} is there and holds no findings of earlyhelp, so it is not replaced. {_CHOOSE_FOLDER}"
    return ""


def _print_and_write(console: Console, dataset: Dataset, out: Path) -> None:
    from earlyhelp.dataset.findings_workbook import write_findings_workbook

    console.print(_counts(dataset))
    by_rule = dataset.findings.count_by_rule()
    if by_rule:
        console.print(_rules(dataset))
    obstacle = _obstacle_beside(dataset.findings.count(), out)
    if obstacle:
        _leave(obstacle)
    try:
        with console.status("Writing the findings …"):
            written = write_findings_workbook(dataset, out)
    except OSError as error:
        _leave(f"{out} could not be written: {error.strerror or error}. Close it, or choose another with --out.")
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
    return (
        f"{_counted(read, 'row')} read: {used:,} used, {refused}; {_counted(blanked, 'value')} blanked, "
        f"{_counted(queries, 'open query', 'open queries')}."
    )


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


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
        table.add_row(each.rule.id, each.effect.in_words, f"{each.count:,}{answered}", example)
    return table
