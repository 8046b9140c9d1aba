"""An edition for head teachers, attacked by each of them: with the own folder, and the own school's figures known.

Before them it is attacked as a whole, as by somebody who has what all heads were given of all schools but their own.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from earlyhelp.disclosure.policies import TO_SCHOOL
from earlyhelp.editions.asked import Asked
from earlyhelp.editions.attacked import Attacked, Attempt, ExposedError, attack_files, exposures_of
from earlyhelp.editions.figures_of_edition import EditionFigures
from earlyhelp.editions.file_names import card_files_apart
from earlyhelp.editions.files import write_file
from earlyhelp.measures.figures import Figure
from earlyhelp.places import SCHOOL

# To start another process takes as long as a few attacks.
FEW: Final = 8
MOST_PROCESSES: Final = 8


def attack_by_heads(folder: Path, before: tuple[Path, ...], asked: Asked, figures: EditionFigures) -> Attacked:
    """Let each head teacher attack what he or she is given.

    folder      where the folders of the heads lie
    before      earlier releases, oldest first
    Raises      ExposedError: one of them could work out something hidden
    """
    known = _known_by_heads(figures)
    files = card_files_apart(asked.publication, asked.places.places, asked.known.county, asked.period)
    alike = _attack_what_is_alike(before, asked, figures)
    attempts = [
        replace(Attempt.on((*before, own), asked.known, TO_SCHOOL), own=known.get(place.code, ()))
        for place, file in files.items()
        if (own := folder / file.partition("/")[0]).is_dir()
    ]
    results = list(_exposures(attempts))
    if sentences := list(chain.from_iterable(found for _, found in results)):
        raise ExposedError(sentences)
    return alike


def _attack_what_is_alike(before: tuple[Path, ...], asked: Asked, figures: EditionFigures) -> Attacked:
    with TemporaryDirectory(prefix="earlyhelp-alike-") as name:
        for file, text in figures.texts.items():
            write_file(Path(name) / file, text)
        return attack_files(Attempt.on((*before, Path(name)), asked.known, TO_SCHOOL))


def _known_by_heads(figures: EditionFigures) -> dict[str, tuple[Figure, ...]]:
    """The figures that each head knows of the own school, by its URN."""
    found: defaultdict[str, list[Figure]] = defaultdict(list)
    now = (cell.figure for cell in figures.calculated.cells)
    for figure in chain(now, figures.calculated_a_year_earlier):
        if figure.place_level == SCHOOL and figure.measure in TO_SCHOOL.own_measures:
            found[figure.place_code].append(figure)
    return {urn: tuple(own) for urn, own in found.items()}


def _exposures(attempts: list[Attempt]) -> Iterator[tuple[int, tuple[str, ...]]]:
    if len(attempts) <= FEW:
        yield from map(exposures_of, attempts)
        return
    # New processes, not copies of this one: the engine of the figures has threads, which a copy would not have.
    workers = min(os.cpu_count() or 1, MOST_PROCESSES)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(exposures_of, attempts, chunksize=FEW)
