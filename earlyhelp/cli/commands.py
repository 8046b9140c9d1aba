"""Which commands there are, found without importing any of them."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Final

ENTRY_POINTS: Final = "earlyhelp.commands"

# In the order of the work: from a new dataset to a finished card.
NAMES: Final = (
    "demo",
    "template",
    "schema",
    "synthesise",
    "map",
    "extract",
    "check",
    "convert",
    "measures",
    "figures",
    "words",
    "publish",
    "protect",
)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the name that is typed, and the function that answers."""

    name: str
    module: str
    function: str


def list_commands() -> list[Command]:
    """Return our own commands in the order of the work, then those of installed packages by name."""
    own = [Command(name, f"earlyhelp.cli.{name}", name) for name in NAMES]
    joined = [Command(point.name, point.module, point.attr) for point in metadata.entry_points(group=ENTRY_POINTS)]
    return own + sorted(joined, key=lambda command: command.name)


def first_line_of_help(command: Command) -> str:
    """Return the first line of the function's docstring, read from the file and never run; empty if there is none."""
    spec = find_spec(command.module)
    if spec is None or spec.origin is None:
        return ""
    for node in ast.parse(Path(spec.origin).read_bytes()).body:
        if isinstance(node, ast.FunctionDef) and node.name == command.function:
            return (ast.get_docstring(node) or "").partition("\n")[0]
    return ""
