"""`earlyhelp template`: the blank workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.template_workbook import write_template


def template(
    out: Annotated[Path, typer.Option("--out", help="The workbook to write, such as dataset.xlsx.")],
) -> None:
    """Write a blank Excel workbook of the dataset, with drop-down lists and notes.

    A file that is there is never replaced: it may be a workbook already filled. Leaves with 2 where there is one.
    """
    if out.suffix.lower() != ".xlsx":
        raise typer.BadParameter("the name of the workbook has to end in .xlsx", param_hint="--out")
    if not out.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.parent}", param_hint="--out")
    if out.exists():
        typer.echo(f"{out} is there already and is not replaced. Choose another name with --out.", err=True)
        raise typer.Exit(2)
    write_template(out)
    typer.echo(f"Wrote {out}: {len(TABLES)} tables, one sheet each. Its sheet cover says how to fill it.")
