"""`earlyhelp`: finds the command that was typed, imports that one alone, and fails in one clear sentence."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module, metadata
from typing import Annotated, Any

import typer

from earlyhelp.cli.commands import Command, first_line_of_help, list_commands
from earlyhelp.cli.failures import exit_code, explain

DEBUG = "EARLYHELP_DEBUG"
# A module of several commands calls them so; the function of its name says what they have in common.
GROUP = "group"


def run() -> None:
    """Run the command line of this process and leave with its exit code.

    Exit code   the command's own; 2 for a wrong option or a file that the computer refuses; 3 when the program failed
    """
    write_utf8()
    # Asked to stop, a command takes its temporary files with it.
    signal.signal(signal.SIGTERM, _stop)
    gc.set_threshold(200_000)  # a command makes many small objects, keeps them to its end, and ends soon
    try:
        typer.main.get_command(build_app(sys.argv[1:])).main(prog_name="earlyhelp")
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        typer.echo(explain(error, debug=DEBUG), err=True)
        raise SystemExit(exit_code(error)) from None


def build_app(arguments: Sequence[str]) -> typer.Typer:
    """Return the application that can run these arguments.

    Only the command they name is imported, the others are listed by name and help; so `earlyhelp --help` is quick
    and a command never waits for the libraries of another.
    """
    # Plain help: half the time of the drawn one, and a screen reader meets no box lines.
    app = typer.Typer(
        no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_show_locals=False
    )
    app.callback()(_options_of_all)
    typed = next((argument for argument in arguments if not argument.startswith("-")), None)
    for command in list_commands():
        if command.name != typed:
            app.command(command.name, short_help=first_line_of_help(command))(_listed)
        elif isinstance(group := getattr(import_module(command.module), GROUP, None), typer.Typer):
            app.add_typer(group, name=command.name)
        else:
            app.command(command.name)(load(command))
    return app


def load(command: Command) -> Callable[..., Any]:
    """Import the command's module and return its function."""
    return getattr(import_module(command.module), command.function)


def write_utf8() -> None:
    """Let this process write names and signs that the Windows code pages lack."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and (getattr(stream, "encoding", "") or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8", errors="replace")


def _stop(number: int, _frame: object) -> None:
    raise SystemExit(128 + number)


def _listed() -> None:
    """Stands in the list for a command that was not typed."""


def _print_version(is_asked: bool) -> None:
    if is_asked:
        typer.echo(f"earlyhelp {metadata.version('earlyhelp')}")
        raise typer.Exit


def _options_of_all(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Early help for families: an open dataset, exact figures and report cards."""
