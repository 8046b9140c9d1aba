"""`earlyhelp publish`: a report card from a dataset."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from earlyhelp.cli.check_told import lines_on_rows
from earlyhelp.cli.periods_asked import period_asked

if TYPE_CHECKING:
    from earlyhelp.editions.edition import Edition


def publish(
    publication: Annotated[str, typer.Argument(help="What to make: school-report-card.")],
    source: Annotated[Path, typer.Argument(help="The dataset: a folder, or one workbook.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the files; made where it is missing.")],
    from_: Annotated[str, typer.Option("--from", help="First day of the period, such as 2016-01-01.")] = "",
    to: Annotated[str, typer.Option("--to", help="Last day of the period, such as 2016-07-31.")] = "",
    term: Annotated[str, typer.Option("--term", help="A term instead of two days, such as 2015/16-spring.")] = "",
    place: Annotated[str, typer.Option("--place", help="Whom it is about: county, or its name.")] = "county",
    audience: Annotated[str, typer.Option("--audience", help="Who may read it: internal.")] = "internal",
) -> None:
    """Make a report card as one HTML file, with its figures and a manifest beside it."""
    from earlyhelp.dataset.reading.cannot_read import CannotRead
    from earlyhelp.disclosure.policies import POLICIES
    from earlyhelp.editions import edition

    try:
        period = period_asked(from_, to, term)
        _check_known("publication", publication, tuple(edition.PUBLICATIONS))
        _check_known("audience", audience, tuple(POLICIES))
        made = edition.publish(source, publication, period, place, audience, out)
    except (CannotRead, ValueError) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(2) from None
    _print_check(made)
    card, *beside = made.files
    typer.echo(
        f"Wrote {card}: {len(made.document.pages)} pages on {made.document.place_name}, {made.document.period_label}."
    )
    typer.echo(f"Beside it: {', '.join(path.name for path in beside)}.")
    for sentence in (made.document.caution, f"{made.document.notice}." if made.document.notice else ""):
        if sentence:
            typer.echo(sentence)


def _print_check(made: Edition) -> None:
    """Say what the check of the dataset found, as `figures` does: rows in all, then the tables that lost any."""
    for line in lines_on_rows(made.tables):
        typer.echo(line)
    if not made.findings:
        typer.echo("The check found nothing to put right.")
        return
    typer.echo(f"Findings of the check: {_by_effect(made)}. `earlyhelp check` says for each row what to put right.")


def _by_effect(made: Edition) -> str:
    from earlyhelp.dataset.validation.rules import Effect

    words = {Effect.REFUSED_WITH_PARENT: "refused with another", Effect.KEPT: "queries", Effect.NOTICE: "notices"}
    times = {effect: sum(finding.count for finding in made.findings if finding.effect is effect) for effect in Effect}
    return ", ".join(f"{words.get(effect, effect.value)} {count:,}" for effect, count in times.items() if count)


def _check_known(kind: str, asked: str, known: tuple[str, ...]) -> None:
    if asked not in known:
        raise ValueError(f'There is no {kind} "{asked}" yet. This version has: {", ".join(known)}.')
