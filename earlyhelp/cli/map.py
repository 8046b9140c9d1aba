"""`earlyhelp map`: proposes a mapping for a council's own files, and previews what a mapping makes of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from earlyhelp.extracts.files.sheet import Sheet
    from earlyhelp.extracts.mapping.declare import Mapping
    from earlyhelp.extracts.proposals.preview import Preview
    from earlyhelp.extracts.proposals.proposal import Proposal

UNREADABLE, OPEN = 2, 1
_MOST_QUESTIONS = 12
_WIDTH = 20


def map(
    files: Annotated[list[Path], typer.Argument(help="Files of the council, or folders of them.")],
    out: Annotated[Path | None, typer.Option("--out", help="The mapping to write; a file that is there stays.")] = None,
    county: Annotated[str, typer.Option("--county", help="Whose data they are: code or name.")] = "",
    known: Annotated[
        str, typer.Option("--with", help="A mapping whose list of schools is taken over: a file, or a shipped one.")
    ] = "",
    show: Annotated[bool, typer.Option("--show", help="Show ten rows before and after the mapping.")] = False,
    mapping: Annotated[str, typer.Option("--mapping", help="With --show: the mapping to try.")] = "",
    as_at: Annotated[
        str, typer.Option("--as-at", help="With --show: last day the data speak for, such as 2016-07-31.")
    ] = "",
) -> None:
    """Propose a mapping for a council's own files, and preview what it makes of them.

    Each line says how sure it is and why; questions stand as comments. Leaves with 0 where the mapping can be used,
    1 where a table still lacks something, 2 where a file cannot be read or nothing was understood.
    """
    if show and not mapping:
        _leave("Say which mapping to try: earlyhelp map FILES --show --mapping mapping.toml")
    if mapping and not show:
        _leave("--mapping goes with --show, which tries a mapping. To propose a new one, leave it out.")
    if show and out:
        _leave("--show writes nothing, so it takes no --out. Leave one of the two out.")
    if show:
        _show(files, mapping, county, as_at)
    elif out:
        _propose(files, out, county, known)
    else:
        _leave("Say where to write the mapping: earlyhelp map FILES --out mapping.toml")


def _leave(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(UNREADABLE) from None


def _propose(files: list[Path], out: Path, county: str, known: str) -> None:
    from earlyhelp.dataset.reading.cannot_read import CannotRead
    from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong
    from earlyhelp.vocabulary.districts import find_county

    if out.exists():
        _leave(f"{out} is there already and is not overwritten. Choose another name, or move it away.")
    try:
        code = find_county(county).code if county else ""
        looked_at = _read_and_propose(files, code, _known(known))
    except (CannotRead, LookupError, MappingWrong) as problem:
        _leave(str(problem.args[0] if isinstance(problem, LookupError) else problem))
    proposal = looked_at.proposal
    for sentence in looked_at.unreadable:
        typer.echo(f"Left out: {sentence}", err=True)
    if not proposal.mapping.tables:
        where = "the one sheet" if len(proposal.unused) == 1 else f"any of {len(proposal.unused):,} sheets"
        _leave(f"No table of the dataset was found in {where}. Nothing was written.")
    out.write_text(proposal.text, encoding="utf-8", newline="\n")
    _print(proposal, out)
    for name, titles in looked_at.shipped.items():
        more = f" and {len(titles) - 1:,} more" if len(titles) > 1 else ""
        typer.echo(f"Note: {titles[0]}{more} can be read by a shipped mapping as it is: --mapping {name}.")
    _print_next(proposal, out, county)
    raise typer.Exit(OPEN if proposal.open_tables else 0)


def _known(name: str) -> Mapping | None:
    from earlyhelp.extracts.mapping.find_mapping import find_mapping
    from earlyhelp.extracts.mapping.read import read_mapping

    return read_mapping(find_mapping(name)) if name else None


@dataclass(frozen=True, slots=True)
class _LookedAt:
    """What came of looking: the proposal, shipped mappings that fit, and sentences on files that cannot be read."""

    proposal: Proposal
    shipped: dict[str, list[str]]
    unreadable: list[str]


def _read_and_propose(files: list[Path], county_code: str, known: Mapping | None) -> _LookedAt:
    from tempfile import TemporaryDirectory

    from rich.console import Console

    from earlyhelp.dataset.reading.cannot_read import CannotRead
    from earlyhelp.extracts.files.find_files import find_files
    from earlyhelp.extracts.files.read_file import read_file
    from earlyhelp.extracts.proposals.propose import propose
    from earlyhelp.extracts.proposals.shipped_fits import shipped_fits

    sheets: list[Sheet] = []
    unreadable: list[str] = []
    with Console(stderr=True).status("reading the files") as status:
        with TemporaryDirectory(prefix="earlyhelp-", ignore_cleanup_errors=True) as folder:
            for found in find_files(files):
                # One file that cannot be read, such as minutes among the extracts, hinders none of the others.
                try:
                    sheets += read_file(found, Path(folder))
                except CannotRead as problem:
                    unreadable.append(str(problem))
        status.update("looking at the columns")
        return _LookedAt(propose(sheets, county_code, known=known), shipped_fits(sheets), unreadable)


def _print(proposal: Proposal, out: Path) -> None:
    from collections import Counter

    sure = Counter(str(claim.certainty) for claim in proposal.claims if claim.targets)
    left = sum(1 for claim in proposal.claims if not claim.targets)
    said = ", ".join(f"{count:,} {name}" for name, count in sure.items())
    typer.echo(f"{len(proposal.claims):,} columns: {said}; {left:,} not used.")
    for each in proposal.unused:
        typer.echo(f"Not used: {each}.")
    for each in proposal.open_tables:
        typer.echo(f"Waits for an answer, and is not read until then: {each}.")
    for each in proposal.questions[:_MOST_QUESTIONS]:
        typer.echo(f"? {each}")
    if proposal.questions:
        count = "1 question; it" if len(proposal.questions) == 1 else f"{len(proposal.questions):,} questions; each"
        typer.echo(f"{count} stands in {out} behind a `?`.")
    typer.echo(f"Wrote {out}. Read it before you use it.")
    if any(rule.name in ("identity", "referral_identity") for rule in proposal.mapping.tables):
        typer.echo("Note: it takes over names, for matching with social care. No figure needs them: take the tables")
        typer.echo("identity and referral_identity out of it unless you match.")


def _print_next(proposal: Proposal, out: Path, county: str) -> None:
    import shlex

    asked = "" if county else " --county NAME"
    if not any(source.as_at for source in proposal.mapping.sources.values()):
        typer.echo("? No file says which is the last day the data speak for: say it with --as-at.")
        asked += " --as-at YYYY-MM-DD"
    typer.echo(f"Next: earlyhelp map FILES --show --mapping {shlex.quote(str(out))}{asked}")


def _show(files: list[Path], mapping: str, county: str, as_at: str) -> None:
    import shlex

    from rich.console import Console

    from earlyhelp.dataset.reading.cannot_read import CannotRead
    from earlyhelp.extracts.extract import prepare
    from earlyhelp.extracts.mapping.find_mapping import find_mapping
    from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong
    from earlyhelp.extracts.mapping.read import read_mapping
    from earlyhelp.extracts.proposals.preview import previews
    from earlyhelp.periods import read_day

    try:
        with Console(stderr=True).status("reading the files") as status:
            mappings = [read_mapping(find_mapping(mapping))]
            day = read_day(as_at) if as_at else None
            prepared = prepare(files, mappings, county=county, as_at=day, tell=status.update)
    except (CannotRead, MappingWrong, ValueError) as problem:
        _leave(str(problem))
    for each in previews(prepared):
        _print_preview(each)
    found = len(prepared.questions.found)
    typer.echo("1 question is open." if found == 1 else f"{found:,} questions are open.")
    told = {"--county": county, "--as-at": as_at}
    asked = "".join(f" {option} {shlex.quote(given)}" for option, given in told.items() if given)
    typer.echo(f"Next: earlyhelp extract FILES --mapping {shlex.quote(mapping)}{asked} --out DATASET")


def _print_preview(preview: Preview) -> None:
    """Print a preview in pieces that the terminal is wide enough for."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console()
    columns = max(1, console.width // _WIDTH)
    for start in range(0, len(preview.names), columns):
        part = slice(start, start + columns)
        title = escape(preview.title) if start == 0 else None
        table = Table(*[escape(name) for name in preview.names[part]], title=title, title_justify="left")
        for row in preview.rows:
            table.add_row(*[escape(text) for text in row[part]])
        console.print(table)
