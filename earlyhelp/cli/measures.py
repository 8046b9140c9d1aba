"""earlyhelp measures: the catalogue, and one measure explained with its SQL."""

from __future__ import annotations

from typing import Annotated

import typer


def measures(
    name: Annotated[str | None, typer.Argument(help="Name of one measure; leave out to list them all.")] = None,
    from_: Annotated[str, typer.Option("--from", help="First day, for the SQL shown.")] = "2016-01-01",
    to: Annotated[str, typer.Option("--to", help="Last day, for the SQL shown.")] = "2016-07-31",
    as_at: Annotated[str, typer.Option("--as-at", help="Last day the data speak for, for the SQL shown.")] = "",
    dialect: Annotated[str, typer.Option("--dialect", help="SQL of duckdb, postgres or spark.")] = "duckdb",
) -> None:
    """List the measures, or explain one with its SQL."""
    from earlyhelp.measures.catalogue import CATALOGUE

    if name is None:
        _list_all()
    elif name not in CATALOGUE:
        from difflib import get_close_matches

        near = get_close_matches(name, CATALOGUE, n=3)
        hint = f" Did you mean {' or '.join(near)}?" if near else " `earlyhelp measures` lists them."
        typer.echo(f"There is no measure called {name}.{hint}", err=True)
        raise typer.Exit(2)
    else:
        try:
            _explain(name, from_, to, as_at or to, dialect)
        except ValueError as problem:
            typer.echo(str(problem), err=True)
            raise typer.Exit(2) from None


def _list_all() -> None:
    from rich.console import Console
    from rich.table import Table

    from earlyhelp.measures.catalogue import CATALOGUE, THEMES

    console = Console()
    for theme in THEMES:
        table = Table(title=theme.capitalize(), title_justify="left", title_style="bold", box=None, pad_edge=False)
        table.add_column("measure", no_wrap=True, style="cyan", min_width=31)
        table.add_column("question")
        table.add_column("unit", no_wrap=True)
        for measure in CATALOGUE.values():
            if measure.theme == theme:
                table.add_row(measure.name, measure.asks, measure.unit)
        console.print(table)
        console.print()
    console.print(f"{len(CATALOGUE)} measures. `earlyhelp measures NAME` explains one with its SQL.")


def _explain(name: str, from_: str, to: str, as_at: str, dialect: str) -> None:
    from rich.console import Console
    from rich.syntax import Syntax
    from rich.table import Table

    from earlyhelp.measures.catalogue import CATALOGUE
    from earlyhelp.measures.explain import facts, statements, translate
    from earlyhelp.measures.scope import Scope
    from earlyhelp.periods import read_day, read_period

    scope = Scope(read_period(from_, to), read_day(as_at), "", frozenset())
    shown = [(step.purpose, translate(step.sql, dialect)) for step in statements(CATALOGUE[name], scope)]
    console = Console()
    console.print(f"[bold]{name}[/bold]\n")
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for label, text in facts(CATALOGUE[name]):
        table.add_row(label, text)
    console.print(table)
    for purpose, sql in shown:
        console.print(f"\n[bold]SQL[/bold] {purpose}\n")
        console.print(Syntax(sql, "sql", background_color="default") if console.is_terminal else sql, soft_wrap=True)
