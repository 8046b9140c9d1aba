"""`earlyhelp words audit`: the claims of a report that nobody bound to figures, judged by their own arithmetic."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from earlyhelp.claims.finding import Finding

INCONSISTENT: Final = 1
UNREADABLE: Final = 2


def audit(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE…", help="Markdown, text, Word or PDF; several are read together.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON list instead of sentences.")] = False,
) -> None:
    """Find the claims in a report that cannot be right: shares, sums, ranks, dates, lists, words of change.

    Leaves with 0 where nothing is inconsistent, 1 where something is, 2 where a file cannot be read.
    """
    from earlyhelp.claims.audit import audit_files
    from earlyhelp.claims.finding import CannotRead

    try:
        found = audit_files(files)
    except CannotRead as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(UNREADABLE) from None
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in found], ensure_ascii=False, indent=2))
    else:
        _print(found, len(files))
    if found:
        raise typer.Exit(INCONSISTENT)


def _print(found: list[Finding], files: int) -> None:
    for finding in found:
        typer.echo(f"{finding.file}, line {finding.line}: {finding.sentence}")
        typer.echo(f"    {finding.claim}: {finding.why}")
        typer.echo(f"    Consistent would be: {finding.consistent_would_be}.  [{finding.rule}]\n")
    read = "1 file" if files == 1 else f"{files} files"
    claims = "1 claim is" if len(found) == 1 else f"{len(found)} claims are"
    typer.echo(f"{read} read: {claims} inconsistent." if found else f"{read} read: nothing inconsistent was found.")
