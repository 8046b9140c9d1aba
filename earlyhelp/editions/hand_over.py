"""Writes the half to hand over: cards with their figures beside them, in one folder or in one for each head teacher."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Final

from earlyhelp.disclosure.cells import Release
from earlyhelp.editions.asked import Asked
from earlyhelp.editions.cards import Card, write_cards
from earlyhelp.editions.contents import contents_of
from earlyhelp.editions.earlier.restate import Comparison
from earlyhelp.editions.figures_of_edition import EditionFigures
from earlyhelp.editions.file_names import card_files, card_files_apart
from earlyhelp.editions.files import (
    CONTENTS_FILE,
    FIGURES_EARLIER_FILE,
    FIGURES_FILE,
    OPEN_DATA_FILE,
    write_file,
)
from earlyhelp.editions.for_heads import ReleasesToHeads
from earlyhelp.editions.promises.following import Followed
from earlyhelp.editions.promises.record import PROMISES_FILE, record_json
from earlyhelp.editions.subject import Subjects
from earlyhelp.editions.words.edition_words import EditionWords
from earlyhelp.places import Place
from earlyhelp.publications.released_figures import ReleasedCells
from earlyhelp.publications.school_report_card import card
from earlyhelp.publications.subject import Subject
from earlyhelp.report.document import Publication
from earlyhelp.report.writers.figures_csv import write_figures_csv
from earlyhelp.report.writers.html.contents import write_contents
from earlyhelp.report.writers.open_data_csv import write_open_data

PUBLICATIONS: Final = {card.NAME: card.build}
TITLES: Final = {card.NAME: card.TITLE}


@dataclass(frozen=True)
class HandedOver:
    """What was written.

    cards       one for each place, those too that could not be made
    outputs     SHA-256 of each file by its name, in the order in which they are opened
    """

    cards: tuple[Card, ...]
    outputs: dict[str, str]


@dataclass(frozen=True)
class ToHandOver:
    """What the half to hand over is made of."""

    asked: Asked
    figures: EditionFigures
    subjects: Subjects
    comparison: Comparison | None
    followed: Followed
    words: EditionWords | None = None

    def subject_of(self, place: Place) -> Subject:
        restated = self.comparison.of(place) if self.comparison else ()
        return replace(self.subjects.of(place), restated=restated, promises=self.followed.told)

    def build(self, cells: ReleasedCells, place: Place) -> Publication:
        build = PUBLICATIONS[self.asked.publication]
        subject = self.subject_of(place)
        if self.words:
            subject = replace(subject, words=self.words.on_card(cells, subject))
        return build(cells, subject, self.asked.manner.settings)


def write_half_to_hand_over(parts: ToHandOver, folder: Path) -> HandedOver:
    """Write cards and figures into a folder that is there."""
    written = _write_for_heads(parts, folder) if parts.asked.is_for_heads else _write_for_all(parts, folder)
    records = parts.followed.records
    promises = {PROMISES_FILE: write_file(folder / PROMISES_FILE, record_json(records))} if records else {}
    return replace(written, outputs=written.outputs | promises)


def _write_for_all(parts: ToHandOver, folder: Path) -> HandedOver:
    asked, figures = parts.asked, parts.figures
    cells = ReleasedCells(figures.now, figures.a_year_earlier)
    places = asked.places.places
    files = card_files(asked.publication, places, asked.known.county, asked.period)
    cards: list[Card] = []
    for made in write_cards(places, lambda place: parts.build(cells, place), files.__getitem__, folder):
        cards.append(made)
        asked.manner.told(len(cards), len(places))
    texts = figures.texts | _open_data(figures.releases, asked)
    if asked.places.is_many:
        county = parts.subjects.of_county
        contents = contents_of(TITLES[asked.publication], asked.known, county, figures.now, cards)
        texts[CONTENTS_FILE] = write_contents(contents, asked.manner.settings.brand)
    beside = {name: write_file(folder / name, text) for name, text in texts.items()}
    made_cards = {each.file: each.sha256 for each in cards if each.is_made}
    first = {name: beside.pop(name) for name in (CONTENTS_FILE,) if name in beside}
    return HandedOver(tuple(cards), first | made_cards | beside)


def _write_for_heads(parts: ToHandOver, folder: Path) -> HandedOver:
    """Give each head teacher a folder with the own card and figures: no file is for two, and no page lists others."""
    asked = parts.asked
    # A card and the files beside it are made of one and the same.
    given = lru_cache(maxsize=1)(ReleasesToHeads(parts.figures, asked.known).to)
    places = asked.places.places
    files = card_files_apart(asked.publication, places, asked.known.county, asked.period)
    cards: list[Card] = []
    outputs: dict[str, str] = {}

    def build_one(place: Place) -> Publication:
        return parts.build(ReleasedCells(*given(place.code)), place)

    for made in write_cards(places, build_one, files.__getitem__, folder):
        cards.append(made)
        if made.is_made:
            outputs[made.file] = made.sha256
            outputs |= _write_beside_one(folder, made, *given(made.place.code), asked)
        asked.manner.told(len(cards), len(places))
    return HandedOver(tuple(cards), outputs)


def _write_beside_one(folder: Path, made: Card, now: Release, before: Release | None, asked: Asked) -> dict[str, str]:
    own = made.file.partition("/")[0]
    texts = {FIGURES_FILE: write_figures_csv(now.cells)}
    if before:
        texts[FIGURES_EARLIER_FILE] = write_figures_csv(before.cells)
    texts |= _open_data((now, before) if before else (now,), asked)
    return {f"{own}/{name}": write_file(folder / own / name, text) for name, text in texts.items()}


def _open_data(releases: Iterable[Release], asked: Asked) -> dict[str, str]:
    """All cells as open data, by the name of the file; nothing where they stay inside."""
    if not asked.protects:
        return {}
    known = asked.known
    places = (known.county, *known.districts, *(school.place for school in known.schools))
    names = {place.code: place.name for place in places}
    cells = chain.from_iterable(release.cells for release in releases)
    return {OPEN_DATA_FILE: write_open_data(cells, names)}
