"""`earlyhelp convert`: writes a dataset as Parquet or CSV."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

REFUSED, UNREADABLE = 1, 2


class Form(StrEnum):
    """What the tables are written as."""

    PARQUET = "parquet"
    CSV = "csv"


def convert(
    source: Annotated[Path, typer.Argument(help="Folder of CSV or Parquet files with dataset.json, or one workbook.")],
    out: Annotated[Path, typer.Option("--out", help="Folder to write to; one that holds no tables yet.")],
    form: Annotated[Form, typer.Option("--format", help="What the tables are written as.")] = Form.PARQUET,
    identities: Annotated[
        bool, typer.Option("--identities", help="Write the tables that hold identities as well.")
    ] = False,
) -> None:
    """Write the usable rows of a dataset as Parquet or CSV, sorted by key.

    Leaves with 0 where every row was written, 1 where some were refused, 2 where the source cannot be read.
    """
    from earlyhelp.dataset.source import CannotRead, open_dataset
    from earlyhelp.dataset.writing import FolderNotEmpty, write_dataset

    try:
        with open_dataset(source, restricted=identities) as dataset:
            written = write_dataset(dataset, out, "csv" if form is Form.CSV else "parquet")
            left_out = sum(each.read - each.used for each in dataset.counts)
    except (CannotRead, FolderNotEmpty) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from None
    typer.echo(f"{len(written) - 1} tables written to {out}.")
    if left_out:
        typer.echo(f"{left_out:,} refused rows were left out; earlyhelp check {source} lists them.")
        raise typer.Exit(REFUSED)
