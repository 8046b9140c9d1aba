"""`earlyhelp extract`: a council's own files become the dataset."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from rich.table import Table

    from earlyhelp.extracts.extract import Extraction

REFUSED, UNREADABLE = 1, 2
_MOST_LINES = 12


def extract(
    files: Annotated[list[Path], typer.Argument(help="Files of the council, or folders of them.")],
    mapping: Annotated[
        list[str],
        typer.Option("--mapping", help="A mapping: a TOML file, or the name of a shipped one. May be given again."),
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder for the dataset; an earlier extract there is replaced.")],
    county: Annotated[
        str, typer.Option("--county", help="Whose data they are, where no mapping says it: code or name.")
    ] = "",
    as_at: Annotated[
        str, typer.Option("--as-at", help="Last day the data speak for, such as 2016-07-31, where no file says it.")
    ] = "",
) -> None:
    """Make the dataset from a council's own files by a mapping; account for every row.

    Leaves with 0 where every row found its place, 1 where rows were refused or questions are open, 2 where a file or
    a mapping cannot be read. Nothing is written in the last case.
    """
    from rich.console import Console

    from earlyhelp.dataset.reading.cannot_read import CannotRead
    from earlyhelp.extracts.building.write import FolderInUse
    from earlyhelp.extracts.extract import extract as run
    from earlyhelp.extracts.mapping.find_mapping import find_mapping
    from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong
    from earlyhelp.extracts.mapping.read import read_mapping
    from earlyhelp.periods import read_day

    try:
        mappings = [read_mapping(find_mapping(each)) for each in mapping]
        day = read_day(as_at) if as_at else None
        with Console(stderr=True).status("starting") as status:
            made = run(files, mappings, out, county=county, as_at=day, tell=status.update)
    except (CannotRead, FolderInUse, MappingWrong, ValueError) as problem:
        _leave(str(problem))
    _print(made, out)
    is_whole = not made.questions.found and not any(each.refused for each in (*made.rules, *made.sheets))
    raise typer.Exit(0 if is_whole and not any(each.uncounted for each in made.sheets) else REFUSED)


def _leave(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(UNREADABLE) from None


def _print(made: Extraction, out: Path) -> None:
    from rich.console import Console

    console = Console()
    console.print(_sheets(made))
    console.print(_tables(made))
    _print_questions(made, out)
    total = sum(made.rows.values())
    typer.echo(
        f"Wrote {total:,} rows of {len(made.rows)} tables into {out}: {made.council.county_name}, as at {made.as_at}. "
        f"account.csv says what became of each row."
    )
    typer.echo(f"Next: earlyhelp check {shlex.quote(str(out))}")


def _sheets(made: Extraction) -> Table:
    from rich.markup import escape

    table = _counting("Rows of the files", "sheet, and its source", ("rows", "data", "left out", "refused", "blank"))
    for each in made.sheets:
        numbers = (each.rows, each.data, each.left_out, each.refused + each.uncounted, each.blank)
        table.add_row(escape(f"{each.title} ({each.source})"), *(f"{number:,}" for number in numbers))
    return table


def _tables(made: Extraction) -> Table:
    headings = ("rows", "used", "merged", "refused", "left out", "blanked")
    table = _counting("Rows of the dataset", "table, and its source", headings)
    for each in made.rules:
        numbers = (each.offered, each.used, each.merged, each.refused, each.left_out, each.blanked)
        table.add_row(f"{each.table} ({each.source})", *(f"{number:,}" for number in numbers))
    return table


def _counting(title: str, what: str, headings: Sequence[str]) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(
        title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0)
    )
    # The names give way in a narrow terminal, the numbers never.
    table.add_column(what, overflow="fold", min_width=18)
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True, min_width=len(heading))
    return table


def _print_questions(made: Extraction, out: Path) -> None:
    for note in made.questions.notes:
        typer.echo(f"Note: {note}")
    questions = [f"? {question.in_words}" for question in made.questions.found.values()]
    refused = [f"Refused: {reason.in_words}" for reason in made.reasons if reason.outcome.value == "refused"]
    for lines in (questions, refused):
        for line in lines[:_MOST_LINES]:
            typer.echo(line)
        if len(lines) > _MOST_LINES:
            typer.echo(f"… and {len(lines) - _MOST_LINES:,} more.")
    if questions or refused:
        count = "1 question" if len(questions) == 1 else f"{len(questions):,} questions"
        typer.echo(f"{count}. What answers them, and all reasons: {out / 'questions.md'}")
