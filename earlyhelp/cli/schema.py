"""`earlyhelp schema`: the JSON Schema of the dataset."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from earlyhelp.dataset.json_schema import dataset_schema


def schema(
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; without it, shown.")] = None,
) -> None:
    """Show or write the JSON Schema of the dataset."""
    text = json.dumps(dataset_schema(), indent=2, ensure_ascii=False) + "\n"
    if out is None:
        typer.echo(text, nl=False)
        return
    if not out.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.parent}", param_hint="--out")
    out.write_text(text, encoding="utf-8", newline="\n")
    typer.echo(f"Wrote {out}.")
