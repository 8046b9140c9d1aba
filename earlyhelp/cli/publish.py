"""`earlyhelp publish`: report cards from a dataset, for one place or many."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from earlyhelp.cli.check_told import lines_on_rows
from earlyhelp.cli.failures import FAILED, explain
from earlyhelp.cli.main import DEBUG
from earlyhelp.cli.periods_asked import period_asked
from earlyhelp.cli.refusals import refusals
from earlyhelp.cli.registering_asked import DraftOption, PublishedOption, RegisterOption, registering_asked

if TYPE_CHECKING:
    from earlyhelp.editions.edition import Edition

Told = Callable[[int, int], None]
MOST_TOLD: Final = 10


def publish(
    publication: Annotated[str, typer.Argument(help="What to make: school-report-card.")],
    source: Annotated[Path, typer.Argument(help="The dataset: a folder, or one workbook.")],
    out: Annotated[Path, typer.Option("--out", help="Folder for the files; made where it is missing.")],
    from_: Annotated[str, typer.Option("--from", help="First day of the period, such as 2016-01-01.")] = "",
    to: Annotated[str, typer.Option("--to", help="Last day of the period, such as 2016-07-31.")] = "",
    term: Annotated[str, typer.Option("--term", help="A term instead of two days, such as 2015/16-spring.")] = "",
    place: Annotated[
        str, typer.Option("--place", help="Whom it is about: county, districts, schools, all, or one by code or name.")
    ] = "county",
    audience: Annotated[
        str, typer.Option("--audience", help="Who may read it: public, forum, school (head teachers) or internal.")
    ] = "public",
    settings: Annotated[Path | None, typer.Option("--settings", help="The council's own looks, words and key.")] = None,
    actions: Annotated[Path | None, typer.Option("--actions", help="What was agreed to be done, page by page.")] = None,
    earlier: Annotated[
        Path | None, typer.Option("--earlier", help="Folder of the edition before: what changed, what was promised.")
    ] = None,
    words: Annotated[
        Path | None, typer.Option("--words", help="Folder of what people say on the pages, as `words draft` makes it.")
    ] = None,
    private: Annotated[
        bool, typer.Option("--private/--no-private", help="Keep what the figures were made of in a folder private.")
    ] = True,
    register: RegisterOption = None,
    draft: DraftOption = False,
    published_on: PublishedOption = "",
) -> None:
    """Make report cards as HTML, one file for each place, with their figures and a manifest beside them.

    What could let somebody be recognised is hidden, an attacker is set on the files as written, and the release is
    entered into the register; for the audience internal none of this is done.
    """
    from earlyhelp.disclosure.policies import POLICIES
    from earlyhelp.editions.council_settings import read_settings
    from earlyhelp.editions.edition import publish as publish_edition
    from earlyhelp.editions.hand_over import PUBLICATIONS
    from earlyhelp.editions.manner import Manner

    with refusals():
        period = period_asked(from_, to, term)
        _check_known("publication", publication, tuple(PUBLICATIONS))
        _check_known("audience", audience, tuple(POLICIES))
        files = tuple(path for path in (settings, actions) if path)
        with _progress() as told:
            own = read_settings(settings, actions)
            registering = registering_asked(register or own.register, out, published_on, is_draft=draft)
            manner = Manner(own, files, private, earlier, told, registering, words)
            made = publish_edition(source, publication, period, place, audience, out, manner)
    _print_check(made)
    _print_files(made)
    for sentence in made.says:
        typer.echo(sentence)
    tell_failed(made)


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


def _print_files(made: Edition) -> None:
    cards = [card for card in made.cards if card.is_made]
    files = made.files
    if len(made.cards) == 1 and cards:
        typer.echo(f"Wrote {files[0]}: {cards[0].pages} pages on {cards[0].place.name}, {made.period_label}.")
    else:
        typer.echo(f"Wrote {len(cards):,} of {len(made.cards):,} cards, {made.period_label}. Start at {files[0]}.")
    of_cards = {Path(card.file).name for card in cards}
    beside = dict.fromkeys(path.name for path in files if path.name not in of_cards and path != files[0])
    typer.echo(f"Beside {'it' if len(cards) == 1 else 'them'}: {', '.join(beside)}.")
    if made.private:
        typer.echo(f"For the authority alone: {made.private}. Do not hand it over; its README.txt says why.")


def tell_failed(made: Edition) -> None:
    """Say which cards could not be made, and leave with the exit code of a failure of the program if any could not.

    The text of an error may quote data, so its kind and place are told alone; EARLYHELP_DEBUG shows all of it.
    """
    for card in made.failed[:MOST_TOLD]:
        assert card.error is not None
        if os.environ.get(DEBUG):
            raise card.error
        typer.echo(f"No card of {card.place.name} ({card.place.level} {card.place.code}).", err=True)
        typer.echo(explain(card.error, debug=DEBUG), err=True)
    if (more := len(made.failed) - MOST_TOLD) > 0:
        typer.echo(f"And no card of {more:,} more places; manifest.json names them.", err=True)
    if made.failed:
        raise typer.Exit(FAILED)


@contextmanager
def _progress() -> Generator[Told]:
    """Show how many cards are done and how long the rest will take: on a terminal, and where there are many."""
    with ExitStack() as stack:
        bars: list[Callable[[int], None]] = []

        def told(done: int, of: int) -> None:
            if of > 1 and sys.stderr.isatty():
                if not bars:
                    bars.append(stack.enter_context(_bar(of)))
                bars[0](done)

        yield told


@contextmanager
def _bar(of: int) -> Generator[Callable[[int], None]]:
    # Imported here, since a single card is done before a bar could be drawn.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn("Cards"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("cards", total=of)
        yield lambda done: progress.update(task, completed=done)


def _check_known(kind: str, asked: str, known: tuple[str, ...]) -> None:
    if asked not in known:
        raise ValueError(f'There is no {kind} "{asked}" yet. This version has: {", ".join(known)}.')
