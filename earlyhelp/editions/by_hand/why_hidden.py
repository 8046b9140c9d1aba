"""Why a cell of an edition is hidden, in sentences that give no number away."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.disclosure.policies import POLICIES, Policy
from earlyhelp.editions.figures_read import read_figures
from earlyhelp.editions.files import FIGURES_FILE, MANIFEST_FILE
from earlyhelp.editions.private.for_staff import CHANGES, CHANGES_FILE
from earlyhelp.editions.private.half import FOLDER
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.places import COUNTY, DISTRICT, SCHOOL


@dataclass(frozen=True, slots=True)
class CellAsked:
    """The cell that somebody asks about.

    place   its code; empty: the county's
    """

    measure: str
    place: str = ""
    breakdown: str = "all"


def explain_cell(edition: Path, asked: CellAsked, *, for_staff: bool = False) -> tuple[str, ...]:
    """Return sentences on why a cell of an edition is hidden, or that it is not.

    edition     the folder of an edition, or of one head teacher's part of it
    for_staff   whether to say which rule it was, from the private half
    Raises      CannotRead: the folder holds no edition, or no private half. ValueError: it has no such cell
    """
    figures = read_figures(edition / FIGURES_FILE)
    figure, policy = _find(figures, asked), _policy(edition)
    if figure.status is not Status.SUPPRESSED:
        return (f"{_name(figure)} is not hidden: its status is {figure.status}.",)
    refused = [sentence for sentence in _refused(edition) if figure.note and sentence.startswith(f"{figure.measure} ")]
    sentences = [*(refused or _why(figure, policy)), *_equations(figure, figures)]
    if for_staff:
        sentences.append(_rule(edition, figure))
    return tuple(sentences)


def _find(figures: Iterable[Figure], asked: CellAsked) -> Figure:
    of_place = [
        figure
        for figure in figures
        if figure.measure == asked.measure
        and (figure.place_code == asked.place if asked.place else figure.place_level == COUNTY)
    ]
    if not of_place:
        raise ValueError(f"The edition has no figure {asked.measure} of {asked.place or 'the county'}.")
    if found := next((figure for figure in of_place if figure.breakdown == asked.breakdown), None):
        return found
    known = ", ".join(sorted({figure.breakdown for figure in of_place})[:12])
    raise ValueError(f'{asked.measure} has no breakdown "{asked.breakdown}" there. It has, among others: {known}.')


def _policy(edition: Path) -> Policy:
    content = _manifest(edition)
    try:
        return POLICIES[content["audience"]["audience"]]
    except (KeyError, TypeError):
        raise CannotRead(f"{edition} has no manifest of an edition.") from None


def _refused(edition: Path) -> list[str]:
    """Return the sentences on tables that are not shown at a level at all."""
    return [str(sentence) for sentence in _manifest(edition).get("tables_refused", [])]


def _manifest(edition: Path) -> dict[str, Any]:
    path = _edition_of(edition) / MANIFEST_FILE
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        raise CannotRead(f"{path} is not the manifest of an edition.") from None


def _edition_of(folder: Path) -> Path:
    """The edition itself; a head teacher's folder has the manifest in the folder above."""
    for each in (folder, folder.resolve().parent):
        if (each / MANIFEST_FILE).is_file():
            return each
    raise CannotRead(f"{folder} holds no edition: it has no {MANIFEST_FILE}.")


def _name(figure: Figure) -> str:
    return f"{figure.measure}, {figure.breakdown}, {figure.place_level} {figure.place_code}"


def _why(figure: Figure, policy: Policy) -> tuple[str, ...]:
    most = policy.below - 1
    if policy.hides_zeros(figure.place_level):
        small = f"a number from 0 to {most}, or what is left beside it is"
    else:
        small = f"a number from 1 to {most}, or what is left beside it is"
    return (
        f"{_name(figure)} is hidden.",
        f"It is {small}, or somebody could work out such a number from it. Which of these is not said: a reader who "
        "knew that this one is small, or that it is not, could begin to calculate.",
    )


def _equations(figure: Figure, figures: Iterable[Figure]) -> tuple[str, ...]:
    """Say in which sums the cell stands, and how many of the others there are hidden, too: anyone can see that."""
    beside = [each for each in figures if each.measure == figure.measure]
    same = [each for each in beside if each.breakdown == figure.breakdown]
    across = {
        COUNTY: ("its districts and what lies in none", [each for each in same if each.place_level == DISTRICT]),
        DISTRICT: ("the county and the other districts", [each for each in same if each.place_level != SCHOOL]),
        SCHOOL: ("its district and the other schools", [each for each in same if each.place_level == SCHOOL]),
    }
    words, others = across[figure.place_level]
    tables = [(words, others)]
    here = [each for each in beside if (each.place_level, each.place_code) == (figure.place_level, figure.place_code)]
    names = tuple(figure.parts)
    if names:
        tables.append(
            (f"the other cells by {' and '.join(names)}", [each for each in here if tuple(each.parts) == names])
        )
    else:
        tables.append(("its own parts", [each for each in here if each.parts]))
    return tuple(
        f"It is held against {words}: {_hidden(others, figure)} of {len(others) - (figure in others):,} hidden, too."
        for words, others in tables
        if any(each != figure for each in others)
    )


def _hidden(others: Iterable[Figure], figure: Figure) -> str:
    return f"{sum(each.status is Status.SUPPRESSED for each in others if each != figure):,}"


def _rule(edition: Path, figure: Figure) -> str:
    """Say which rule hid the cell, from the half that the authority keeps."""
    path = _edition_of(edition) / FOLDER / CHANGES_FILE
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            if tuple(rows.fieldnames or ()) != CHANGES:
                raise CannotRead(f"{path} does not hold changes as this program writes them.")
            for row in rows:
                if _is_of(row, figure):
                    return f"For the authority alone: the rule was {row['reason']}."
    except OSError:
        raise CannotRead(f"{edition} has no private half with {CHANGES_FILE}, so the rule cannot be told.") from None
    return "The private half names no rule for it."


def _is_of(row: dict[str, str], figure: Figure) -> bool:
    key = (figure.measure, figure.place_level, figure.place_code, figure.breakdown, figure.period.first.isoformat())
    return tuple(row[name] for name in ("measure", "place_level", "place_code", "breakdown", "period_start")) == key
