"""`earlyhelp figures`: every figure of a dataset as figures.csv."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from earlyhelp.cli.check_told import lines_on_rows
from earlyhelp.cli.periods_asked import period_asked
from earlyhelp.cli.refusals import refusals
from earlyhelp.cli.registering_asked import DraftOption, PublishedOption, RegisterOption, registering_asked

if TYPE_CHECKING:
    from rich.console import Console

    from earlyhelp.editions.figures import FiguresWritten


def figures(
    source: Annotated[Path, typer.Argument(help="The dataset: a folder, or one workbook.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for figures.csv; made where it is missing.")],
    from_: Annotated[str, typer.Option("--from", help="First day of the period, such as 2016-01-01.")] = "",
    to: Annotated[str, typer.Option("--to", help="Last day of the period, such as 2016-07-31.")] = "",
    term: Annotated[str, typer.Option("--term", help="A term instead of two days, such as 2015/16-spring.")] = "",
    audience: Annotated[
        str, typer.Option("--audience", help="Who may read it: public, forum, school (head teachers) or internal.")
    ] = "internal",
    register: RegisterOption = None,
    draft: DraftOption = False,
    published_on: PublishedOption = "",
) -> None:
    """Calculate every measure for every place and write figures.csv."""
    from rich.console import Console

    from earlyhelp.disclosure.policies import POLICIES
    from earlyhelp.editions.figures import write_figures
    from earlyhelp.measures.notes import caution

    with refusals():
        period = period_asked(from_, to, term)
        if audience not in POLICIES:
            raise ValueError(f'There is no audience "{audience}" yet. This version has: {", ".join(POLICIES)}.')
        registering = registering_asked(register, out, published_on, is_draft=draft)
        written = write_figures(source, period, audience, out, registering)
    console = Console()
    for line in lines_on_rows(written.tables):
        console.print(line)
    _print_findings(console, written)
    console.print(
        f"Wrote {written.path}: {len(written.release.cells):,} figures, {written.period.label}.", soft_wrap=True
    )
    if sentence := caution(written.period, written.release.as_at):
        console.print(sentence, soft_wrap=True)
    for sentence in written.says:
        console.print(sentence, soft_wrap=True)
    if written.release.notice and not written.says:
        console.print(f"{written.release.notice}.")


def _print_findings(console: Console, written: FiguresWritten) -> None:
    from rich.table import Table

    if not written.findings:
        console.print("The check found nothing to put right.")
        return
    table = Table(box=None, pad_edge=False, title="Findings", title_justify="left", title_style="bold")
    table.add_column("rule", no_wrap=True, style="cyan")
    table.add_column("effect", no_wrap=True)
    table.add_column("times", justify="right", no_wrap=True)
    table.add_column("what")
    for finding in written.findings:
        table.add_row(finding.rule.id, finding.effect.in_words, f"{finding.count:,}", finding.rule.title)
    console.print(table)
    console.print("`earlyhelp check` says for each row what to put right.")
