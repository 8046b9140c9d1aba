"""An edition read as an attacker reads it, before it is put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from earlyhelp.disclosure.policies import POLICIES, Policy
from earlyhelp.editions.asked import Asked
from earlyhelp.editions.figures_of_edition import EditionFigures
from earlyhelp.editions.register.past import Past
from earlyhelp.editions.releasing import known_schools
from earlyhelp.measures.figures import Figure
from earlyhelp.places import PlaceRegister

if TYPE_CHECKING:
    from earlyhelp.attacker.cells import OwnFigure

MOST_TOLD: Final = 10


class ExposedError(Exception):
    """The attacker found a hidden number in what was to be published. The text names tables and places, no number."""

    def __init__(self, sentences: Iterable[str]) -> None:
        found = tuple(dict.fromkeys(sentences))
        more = len(found) - MOST_TOLD
        told = (*found[:MOST_TOLD], *([f"And {more:,} more."] if more > 0 else []))
        super().__init__("\n".join(("What is hidden here can be worked out, so it must not be published.", *told)))


@dataclass(frozen=True, slots=True)
class Attacked:
    """The result of an attack that exposed nothing.

    hidden      hidden cells that were worked on
    """

    hidden: int


@dataclass(frozen=True)
class Attempt:
    """One attack that may be made.

    folders     as they were written, the last being the one that is to go out; those before it are earlier releases,
                oldest first
    schools     URN -> district and phase, which anyone knows
    below       a number below this is small
    hides_zeros_at      levels at which a hidden cell may be nothing
    own         figures of the reader's own school, which the reader knows
    """

    folders: tuple[Path, ...]
    schools: Mapping[str, tuple[str, str]]
    below: int
    hides_zeros_at: frozenset[str]
    own: tuple[Figure, ...] = ()

    @classmethod
    def on(cls, folders: tuple[Path, ...], places: PlaceRegister, policy: Policy) -> Attempt:
        """Return the attempt of somebody from whom a policy hides what it says."""
        schools = {urn: (school.district, school.phase) for urn, school in known_schools(places).items()}
        zeros = frozenset(level for level in policy.levels if policy.hides_zeros(level))
        return cls(folders, schools, policy.below, zeros)


def attack_files(attempt: Attempt) -> Attacked:
    """Run the attacker over folders of a publication.

    Raises  ExposedError: something hidden can be worked out
    Source  docs/decisions/0016-the-attacker.md
    """
    hidden, sentences = exposures_of(attempt)
    if sentences:
        raise ExposedError(sentences)
    return Attacked(hidden)


def exposures_of(attempt: Attempt) -> tuple[int, tuple[str, ...]]:
    """Return how many hidden cells the attacker worked on, and a sentence for each that it found out."""
    # Imported here: an edition that stays inside needs neither the attacker nor its solver.
    from earlyhelp.attacker.attack import attack

    found = attack(
        attempt.folders, schools=attempt.schools, below=attempt.below, hides_zeros_at=attempt.hides_zeros_at,
        own=[_own(figure) for figure in attempt.own if isinstance(figure.count, int)],
    )  # fmt: skip
    return found.hidden_cells, tuple(exposure.sentence for exposure in found.exposures)


def _own(figure: Figure) -> OwnFigure:
    from earlyhelp.attacker.cells import Cell, OwnFigure

    days = figure.period.first.isoformat(), figure.period.last.isoformat()
    cell = Cell(figure.measure, figure.place_level, figure.place_code, figure.breakdown, *days)
    assert isinstance(figure.count, int)
    return OwnFigure(cell, figure.count, figure.out_of if isinstance(figure.out_of, int) else None)


def attack_edition(folder: Path, asked: Asked, figures: EditionFigures, past: Past | None) -> Attacked:
    """Run the attacker over the half to hand over, with the releases that it had to respect.

    folder      where the files lie
    Raises      ExposedError: something hidden can be worked out
    """
    before = past.folders(figures.respected) if past else ()
    if asked.is_for_heads:
        from earlyhelp.editions.attacked_by_heads import attack_by_heads

        return attack_by_heads(folder, before, asked, figures)
    return attack_files(Attempt.on((*before, folder), asked.known, POLICIES[asked.audience]))
