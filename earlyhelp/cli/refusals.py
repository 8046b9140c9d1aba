"""What cannot be used or may not go out ends a command with its sentence and the right exit code."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import typer

from earlyhelp.cli.failures import FAILED


@contextmanager
def refusals() -> Generator[None]:
    """Leave with 2 where something given cannot be used, or cannot be protected.

    Leave with the code of a failure where the attacker found a hidden number: the program itself has failed then.
    """
    from earlyhelp.dataset.reading.cannot_read import CannotRead
    from earlyhelp.editions.attacked import ExposedError

    try:
        yield
    except (CannotRead, ValueError) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(2) from None
    except ExposedError as exposed:
        typer.echo(str(exposed), err=True)
        raise typer.Exit(FAILED) from None
