"""`earlyhelp protect`: protection by hand, one command for each of its steps."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from earlyhelp.cli.refusals import refusals

group: Final = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
METHODS: Final = ("hide", "round")
SchoolsOption = Annotated[
    Path | None, typer.Option("--schools", help="The county's schools: school.csv with urn, district_code and phase.")
]


@group.callback()
def protect() -> None:
    """Hide small numbers in figures, say why one is hidden, attack a publication, list releases."""


@group.command("figures")
def protect_figures(
    path: Annotated[Path, typer.Argument(metavar="FIGURES.CSV", help="Internal figures, as `figures` writes them.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the protected figures.csv.")],
    audience: Annotated[str, typer.Option("--audience", help="Who may read it: public, forum or school.")] = "public",
    schools: SchoolsOption = None,
    method: Annotated[str, typer.Option("--method", help="hide small numbers, or round every count.")] = "hide",
) -> None:
    """Protect a figures.csv for an audience."""
    from earlyhelp.disclosure.policies import POLICIES
    from earlyhelp.editions.by_hand.protected_file import protect_file
    from earlyhelp.editions.told import on_attack, on_hidden

    with refusals():
        if audience not in POLICIES:
            raise ValueError(f'There is no audience "{audience}". This version has: {", ".join(POLICIES)}.')
        if method not in METHODS:
            raise ValueError(f'There is no method "{method}". This version has: {", ".join(METHODS)}.')
        made = protect_file(path, audience, out, schools, rounds=method == "round")
    typer.echo(f"Wrote {made.figures}: {len(made.release.cells):,} figures.")
    for sentence in filter(None, (*on_hidden((made.release,)), on_attack(made.attacked))):
        typer.echo(sentence)
    if method == "round":
        typer.echo("Every count is rounded, and all sums hold. Not attacked: the attacker looks for hidden numbers.")
    typer.echo(f"For the authority alone: {made.changes} says which rule hid each.")
    typer.echo("Not held against earlier releases: only `publish` and `figures` have the records for that.")


@group.command("explain")
def explain(
    edition: Annotated[Path, typer.Argument(help="Folder of an edition, or of one head teacher's part of it.")],
    measure: Annotated[str, typer.Argument(help="Name of the measure.")],
    place: Annotated[str, typer.Option("--place", help="Code of the place; the county where it is left out.")] = "",
    breakdown: Annotated[str, typer.Option("--breakdown", help="As in figures.csv, such as source_code=2A.")] = "all",
    private: Annotated[
        bool, typer.Option("--private", help="For the authority: say which rule it was, from the private half.")
    ] = False,
) -> None:
    """Say why a figure of an edition is hidden, without giving a number away."""
    from earlyhelp.editions.by_hand.why_hidden import CellAsked, explain_cell

    with refusals():
        for sentence in explain_cell(edition, CellAsked(measure, place, breakdown), for_staff=private):
            typer.echo(sentence)


@group.command("attack")
def attack(
    folders: Annotated[list[Path], typer.Argument(help="Publications, the oldest first; the last is under test.")],
    schools: SchoolsOption = None,
    audience: Annotated[str, typer.Option("--audience", help="Whose policy is tested.")] = "public",
) -> None:
    """Try to work out what a publication hides, from its files and from those before it."""
    from earlyhelp.disclosure.policies import POLICIES
    from earlyhelp.editions.attacked import Attempt, attack_files
    from earlyhelp.editions.by_hand.school_list import read_schools
    from earlyhelp.editions.told import on_attack

    with refusals():
        if missing := next((folder for folder in folders if not folder.is_dir()), None):
            raise ValueError(f"{missing} is no folder.")
        if audience not in POLICIES or not POLICIES[audience].protects:
            raise ValueError(f'No policy for "{audience}" hides anything.')
        attacked = attack_files(Attempt.on(tuple(folders), read_schools(schools), POLICIES[audience]))
    typer.echo(on_attack(attacked))


@group.command("releases")
def releases(
    register: Annotated[Path, typer.Option("--register", help="Folder of the register.")] = Path("releases"),
) -> None:
    """List what left the house: when, to whom, under which policy."""
    from earlyhelp.editions.register.register import read_register

    with refusals():
        entries = read_register(register).entries
    if not entries:
        typer.echo(f"{register} holds no release.")
    for entry in entries:
        typer.echo(
            f"{entry.number}. {entry.published_on.isoformat()}, for {entry.to_whom}: {entry.publication}, "
            f"{entry.places}, {entry.period.label}, records up to {entry.as_at.isoformat()}; hidden {entry.policy}."
        )
