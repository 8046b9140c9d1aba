"""What whoever publishes should read: what is hidden, what the attacker found, and what the register now holds."""

from __future__ import annotations

from collections.abc import Sequence

from earlyhelp.disclosure.cells import Release
from earlyhelp.editions.asked import Asked
from earlyhelp.editions.attacked import Attacked
from earlyhelp.editions.figures_of_edition import EditionFigures
from earlyhelp.editions.register.entry import Entry
from earlyhelp.editions.register.past import Past
from earlyhelp.measures.figures import Status
from earlyhelp.measures.notes import caution


def sentences_on(
    asked: Asked, figures: EditionFigures, attacked: Attacked | None, past: Past | None, entry: Entry | None
) -> tuple[str, ...]:
    """Return the sentences on an edition in the order in which they are to be read."""
    notice = figures.now.notice
    sentences = (
        caution(asked.period, figures.now.as_at),
        *(on_hidden(figures.releases) if asked.protects else ()),
        on_attack(attacked),
        on_register(past, entry),
        f"{notice}." if notice else "",
    )
    return tuple(filter(None, sentences))


def on_hidden(releases: Sequence[Release]) -> tuple[str, ...]:
    """Say how many figures are hidden, and which tables are not shown at all."""
    cells = [cell for release in releases for cell in release.cells]
    hidden = sum(cell.status is Status.SUPPRESSED for cell in cells)
    refused = dict.fromkeys(sentence for release in releases for sentence in release.refused)
    return f"Hidden: {hidden:,} of {len(cells):,} figures.", *refused


def on_attack(attacked: Attacked | None) -> str:
    """Say what the attacker tried, or nothing where nothing is hidden from anyone."""
    if attacked is None:
        return ""
    return f"The attacker worked on {attacked.hidden:,} hidden figures in the files as written and exposed none."


def on_register(past: Past | None, entry: Entry | None) -> str:
    """Say what was entered where."""
    if past is None:
        return ""
    folder, there = past.register.folder, len(past.entries)
    held = f"Held against {there:,} earlier {'release' if there == 1 else 'releases'} in {folder}"
    if entry is None:
        return f"{held}; not entered there, as it is a draft."
    if entry == past.same:
        return f"{held}, where it is {entry.in_words} already."
    return f"{held} and entered there as {entry.in_words}."
