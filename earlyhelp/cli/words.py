"""`earlyhelp words`: what people say on the pages, checked against the figures, and drafted for them to edit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from earlyhelp.cli.periods_asked import period_asked
from earlyhelp.cli.refusals import refusals
from earlyhelp.cli.words_audit import audit

if TYPE_CHECKING:
    from earlyhelp.editions.words.card_words import CardWords
    from earlyhelp.editions.words.checked import CheckedWords
    from earlyhelp.report.commentary.bound_sentence import BoundSentence, SaidBinding

group: Final = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)
TO_PUT_RIGHT: Final = 1
MOST_BEHIND: Final = 3
_MISSING: Final = " A page that is missing above is shown once its text is put right."

SourceArgument = Annotated[Path, typer.Argument(help="The dataset: a folder, or one workbook.")]
WordsOption = Annotated[Path, typer.Option("--words", help="The council's folder of words.")]
FromOption = Annotated[str, typer.Option("--from", help="First day of the period, such as 2016-01-01.")]
ToOption = Annotated[str, typer.Option("--to", help="Last day of the period, such as 2016-07-31.")]
TermOption = Annotated[str, typer.Option("--term", help="A term instead of two days, such as 2015/16-spring.")]
AudienceOption = Annotated[
    str, typer.Option("--audience", help="Who may read it: public, forum, school (head teachers) or internal (quick).")
]

SettingsOption = Annotated[
    Path | None, typer.Option("--settings", help="The council's settings, which say what pages the card has.")
]


@group.callback()
def words() -> None:
    """Check what people wrote for the pages against the figures, and draft it for them."""


group.command("audit")(audit)


@group.command("check")
def check(
    source: SourceArgument,
    words: WordsOption,
    from_: FromOption = "",
    to: ToOption = "",
    term: TermOption = "",
    place: Annotated[
        str, typer.Option("--place", help="Whose words, as for publish; every place that has a file without it.")
    ] = "",
    audience: AudienceOption = "public",
    settings: SettingsOption = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="You have read it: note what every figure reads now.")
    ] = False,
) -> None:
    """Show each sentence as it would be printed, the figure behind each number, and what is to be put right.

    Leaves with 0 where every sentence can be printed or is withheld, 1 where something is to be put right, 2 where
    a file cannot be read.
    """
    from earlyhelp.editions.council_settings import read_settings
    from earlyhelp.editions.words.checked import accept as accept_words
    from earlyhelp.editions.words.checked import check_words

    with refusals():
        _check_audience(audience)
        checked = check_words(
            source, words, period_asked(from_, to, term), place, audience, read_settings(settings, None)
        )
    for card in checked.cards:
        _print_card(card, audience)
    _print_end(checked, is_accepted=accept)
    if checked.faults:
        raise typer.Exit(TO_PUT_RIGHT)
    if accept:
        typer.echo(f"Accepted: {accept_words(checked)} notes what each figure reads now.")


@group.command("draft")
def draft(
    source: SourceArgument,
    words: WordsOption,
    from_: FromOption = "",
    to: ToOption = "",
    term: TermOption = "",
    place: Annotated[
        str, typer.Option("--place", help="Whose words: county, districts, schools, all, or one by code or name.")
    ] = "county",
    audience: AudienceOption = "public",
    settings: SettingsOption = None,
) -> None:
    """Write the card's own sentences as text to edit, with bindings for the figures; sections you changed stay."""
    from earlyhelp.editions.council_settings import read_settings
    from earlyhelp.editions.words.drafted import draft_words

    with refusals():
        _check_audience(audience)
        made = draft_words(source, words, period_asked(from_, to, term), place, audience, read_settings(settings, None))
    for each in made:
        kept = f"; left as you wrote it: {', '.join(each.kept)}" if each.kept else ""
        typer.echo(f"Wrote {each.path}: {each.drafted:,} sections drafted{kept}.")
    typer.echo("Next: change what you like in it, then `earlyhelp words check` with the same options.")


def _print_card(card: CardWords, audience: str) -> None:
    typer.echo(f"{card.place.name}, for the audience {audience}: {card.path}")
    moved = {id(sentence): each for sentence, each in card.moved}
    for page in card.pages:
        typer.echo(f"\n  {page.text.key}")
        for sentence in page.sentences:
            _print_sentence(sentence)
            for each in moved.get(id(sentence), ()):
                typer.echo(f'          MOVED: it read "{each.was}" when it was last accepted')
    typer.echo()


def _print_sentence(sentence: BoundSentence) -> None:
    line = f"{sentence.written.line:>5}  "
    if sentence.withheld:
        typer.echo(f"{line}WITHHELD, as {sentence.withheld}: {sentence.written.source}")
    elif sentence.sentence is None:
        typer.echo(f"{line}TO PUT RIGHT: {sentence.written.source}")
    else:
        typer.echo(f"{line}{sentence.sentence.text}")
        for said in filter(_rests_on_a_figure, sentence.said):
            typer.echo(f"          {said.reads} = {_behind(said)}")


def _rests_on_a_figure(said: SaidBinding) -> bool:
    """Whether it says a figure: "was" or "were" only agrees with one."""
    return bool(said.cells)


def _behind(said: SaidBinding) -> str:
    """Say which figure, or figures, a number or word rests on: measure, place, breakdown, days, count and out of."""
    from earlyhelp.report.cell_texts import exact_number

    told: list[str] = []
    for cell in said.cells[:MOST_BEHIND]:
        is_estimated = cell.count is None
        rests_on = ", estimated from " if is_estimated else " of "
        whole = f"{rests_on}{exact_number(cell.out_of)}" if cell.out_of is not None else ""
        number = cell.value if is_estimated else cell.count
        days = f"{cell.period.first.isoformat()} to {cell.period.last.isoformat()}"
        number_told = exact_number(number) if number is not None else ""
        told.append(
            f"{cell.measure}, {cell.place_level} {cell.place_code}, {cell.breakdown}, {days}: {number_told}{whole}"
        )
    more = len(said.cells) - MOST_BEHIND
    return "; ".join((*told, *([f"and {more} more"] if more > 0 else [])))


def _print_end(checked: CheckedWords, *, is_accepted: bool) -> None:
    from earlyhelp.editions.words.edition_words import QUOTES_A_NUMBER

    printed, withheld = (sum(len(each) for each in of) for of in _counts(checked))
    moved = sum(len(card.moved) for card in checked.cards)
    typer.echo(f"Sentences: {printed:,} printed, {withheld:,} withheld, {moved:,} moved since they were last read.")
    if checked.unseen and not checked.faults and not is_accepted:
        typer.echo(f"{checked.unseen:,} figures in them nobody has accepted yet: `--accept` once you have read them.")
    for card in checked.cards:
        for sentence in card.quoted_numbers:
            typer.echo(f"{card.path}:{sentence.written.line} {QUOTES_A_NUMBER}")
    for fault in checked.faults:
        typer.echo(fault, err=True)
    if checked.faults:
        typer.echo(f"To put right: {len(checked.faults):,}.{_MISSING if checked.has_unshown else ''}", err=True)
    if not checked.folder.files:
        typer.echo(f"There are no words for this period: no file lies in {checked.folder.folder}.")
    elif not checked.cards and not checked.faults:
        typer.echo(f"No file in {checked.folder.folder} is of a place whose card these readers are given.")


def _counts(checked: CheckedWords) -> tuple[list[tuple[BoundSentence, ...]], list[tuple[BoundSentence, ...]]]:
    return [card.printed for card in checked.cards], [card.withheld for card in checked.cards]


def _check_audience(audience: str) -> None:
    from earlyhelp.disclosure.policies import POLICIES

    if audience not in POLICIES:
        raise ValueError(f'There is no audience "{audience}". This version has: {", ".join(POLICIES)}.')
