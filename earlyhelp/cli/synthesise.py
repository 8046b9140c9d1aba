"""earlyhelp synthesise: an invented county in the dataset's form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from earlyhelp.synthetic.county import Summary


def synthesise(
    out: Annotated[Path, typer.Option("--out", help="Folder to write; an earlier invented county is replaced.")],
    requests: Annotated[int, typer.Option("--requests", min=1, help="Requests for support, in three years.")] = 14_000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same bytes.")] = 1,
    dirty: Annotated[
        bool, typer.Option("--dirty", help="Plant every kind of finding; planted.csv lists them.")
    ] = False,
    copies: Annotated[int, typer.Option("--copies", min=1, help="Write so many varied copies, as Parquet.")] = 1,
    form: Annotated[
        str, typer.Option("--format", help="csv, parquet or council-files; copies are always Parquet.")
    ] = "csv",
    as_at: Annotated[str, typer.Option("--as-at", help="Last day of the data, such as 2016-09-15.")] = "2016-09-15",
    identities: Annotated[bool, typer.Option("--identities", help="With --copies: write identities too.")] = False,
) -> None:
    """Write an invented county: families, schools, cases and forms, none of them real.

    With --format council-files it is written as a council's own systems and spreadsheets would give it out, to try
    `earlyhelp map` and `earlyhelp extract` on.
    """
    from rich.console import Console

    from earlyhelp.periods import read_day
    from earlyhelp.synthetic.county import synthesise as write_county

    try:
        with Console(stderr=True).status("starting") as status:
            summary = write_county(
                out, requests=requests, seed=seed, as_at=read_day(as_at), form=form, dirty=dirty, copies=copies,
                identities=identities, progress=status.update,
            )  # fmt: skip
    except ValueError as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(2) from None
    if summary.files:
        _print_files(summary)
    else:
        _print_summary(summary)


def _print_summary(summary: Summary) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column("table")
    table.add_column("rows", justify="right")
    for name, rows in summary.rows.items():
        table.add_row(name, f"{rows:,}")
    Console().print(table)
    typer.echo(f"Wrote {sum(summary.rows.values()):,} rows of {len(summary.rows)} tables into {summary.out}.")
    if summary.planted:
        typer.echo(f"Planted {len(summary.planted)} findings; {summary.out / 'planted.csv'} lists them.")
    typer.echo(f"Next: earlyhelp check {summary.out}")


def _print_files(summary: Summary) -> None:
    for file in summary.files:
        typer.echo(str(file.relative_to(summary.out)))
    typer.echo(f"Wrote {len(summary.files)} files into {summary.out}; each folder has a shipped mapping of its name.")
    given = " ".join(str(summary.out / kind) for kind in ("capita_one", "school_register"))
    mappings = "--mapping capita_one --mapping school_register"
    typer.echo(f"Next: earlyhelp extract {given} {mappings} --county Staffordshire --out dataset")
