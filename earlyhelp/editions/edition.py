"""An edition end to end: open, calculate once, release, make each card, write, and keep what it was made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from earlyhelp.dataset.findings import RuleCount
from earlyhelp.dataset.source import Dataset, TableCount, open_dataset
from earlyhelp.disclosure.policies import POLICIES
from earlyhelp.editions.cards import Card, write_cards
from earlyhelp.editions.contents import contents_of
from earlyhelp.editions.earlier.earlier_edition import EarlierEdition, read_earlier_edition
from earlyhelp.editions.earlier.restate import Comparison, compare
from earlyhelp.editions.figures_of_edition import EditionFigures, figures_of_edition
from earlyhelp.editions.file_names import card_files
from earlyhelp.editions.files import (
    CONTENTS_FILE,
    FIGURES_EARLIER_FILE,
    FIGURES_FILE,
    MANIFEST_FILE,
    delete_files,
    hash_file,
    hash_inputs,
    take_manifest_away,
    write_file,
)
from earlyhelp.editions.manifest import manifest_json
from earlyhelp.editions.manner import Manner
from earlyhelp.editions.places_asked import PlacesAsked, places_asked, read_places
from earlyhelp.editions.private.half import check_own_folder, read_kept_half
from earlyhelp.editions.private.pseudonyms import Key, key_for
from earlyhelp.editions.private.write import PrivateHalf, TablesBeside, tables_beside, write_private_half
from earlyhelp.editions.released import resolve_period
from earlyhelp.editions.subject import Subjects
from earlyhelp.measures.catalogue import tables_read
from earlyhelp.measures.notes import caution
from earlyhelp.periods import Period
from earlyhelp.places import Place, PlaceRegister
from earlyhelp.publications.released_figures import ReleasedCells
from earlyhelp.publications.school_report_card import card
from earlyhelp.publications.subject import Subject
from earlyhelp.report.document import Publication
from earlyhelp.report.writers.figures_csv import write_figures_csv
from earlyhelp.report.writers.html.contents import write_contents

PUBLICATIONS: Final = {card.NAME: card.build}
TITLES: Final = {card.NAME: card.TITLE}
# What a card says besides its figures: places, dates of terms, targets, and the wording of questions.
BESIDE_FIGURES: Final = ("district", "school", "term", "target", "questionnaire_item")
TERMS: Final = ("autumn", "spring", "summer")


@dataclass(frozen=True, slots=True)
class Edition:
    """What was made, and what the check of the dataset said.

    cards       one for each place, those too that could not be made
    files       of the half to hand over, in the order in which they are opened: the contents page or the card first
    private     the folder of the half to keep, None where it was not written
    tables      rows read, used and refused of each table supplied
    findings    rules broken, each with how often
    says        sentences that whoever publishes should read
    """

    cards: tuple[Card, ...]
    files: tuple[Path, ...]
    private: Path | None
    period: Period
    period_label: str
    tables: tuple[TableCount, ...]
    findings: tuple[RuleCount, ...]
    says: tuple[str, ...]

    @property
    def failed(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if not card.is_made)


@dataclass(frozen=True)
class _Asked:
    """What was asked for, found in the dataset.

    says    the sentence on a private half that lies in the folder already, or nothing
    """

    publication: str
    period: Period
    label: str
    register: PlaceRegister
    places: PlacesAsked
    audience: str
    manner: Manner
    key: Key
    out: Path
    says: str


def publish(
    source: Path,
    publication: str,
    period: Period | str,
    place: str,
    audience: str,
    out: Path,
    manner: Manner | None = None,
) -> Edition:
    """Make one edition of a publication from a dataset, with a card for each place.

    source      folder or workbook of a dataset
    publication a name in PUBLICATIONS
    period      two dates, or the name of a period such as 2015/16-spring
    place       "county", "districts", "schools", "all", or the code or name of one place
    audience    the name of a disclosure policy
    out         folder for the files, made where it is missing; files of the same names are replaced
    Raises      CannotRead: the source or the earlier edition cannot be read. ValueError: no such period or place, or
                the earlier edition is of another period. KeyError: no such publication or audience
    Source      docs/rules/editions.md
    """
    manner = manner or Manner()
    _check_earlier(manner.earlier, out)
    if manner.keeps_private:
        check_own_folder(out)
    with open_dataset(source, tables={*BESIDE_FIGURES, *tables_read()}) as dataset:
        asked = _asked(dataset, publication, period, place, audience, out, manner)
        earlier = _earlier(manner, asked)
        with tables_beside(dataset, asked.key) if manner.keeps_private else nullcontext() as tables:
            figures = figures_of_edition(dataset, asked.period, asked.places, audience)
            comparison = compare(earlier, figures.now, dataset, figures.scope, asked.key) if earlier else None
            made = _write(dataset, source, asked, figures, comparison)
            return replace(made, private=_write_private_half(dataset, asked, figures, tables) if tables else None)


def _asked(
    dataset: Dataset, publication: str, period: Period | str, place: str, audience: str, out: Path, manner: Manner
) -> _Asked:
    resolved, register = resolve_period(dataset, period), read_places(dataset)
    return _Asked(
        publication, resolved, _label(period, resolved), register, places_asked(register, place, resolved),
        audience, manner, key_for(manner.settings.key, dataset.manifest.county_code), out,
        _says_of_old_half(out, dataset, replaces=manner.keeps_private),
    )  # fmt: skip


def _write(
    dataset: Dataset, source: Path, asked: _Asked, figures: EditionFigures, comparison: Comparison | None
) -> Edition:
    """Write the half to hand over."""
    earlier_period = asked.period.same_period_last_year if figures.a_year_earlier else None
    subjects = Subjects(dataset, asked.register, asked.period, asked.label, earlier_period)
    county, out = subjects.of_county, asked.out
    out.mkdir(parents=True, exist_ok=True)
    before = take_manifest_away(out)
    cards = _write_cards(asked, figures, lambda place: _with_restated(subjects.of(place), comparison))
    outputs = {each.file: each.sha256 for each in cards if each.is_made}
    outputs |= _write_beside(asked, figures, county, cards)
    delete_files(out, before - outputs.keys())
    hashes = hash_inputs(source), {path.name: hash_file(path) for path in asked.manner.settings_files}
    write_file(out / MANIFEST_FILE, manifest_json(asked.publication, county, figures, cards, *hashes, outputs))
    return Edition(
        cards=tuple(cards),
        files=tuple(out / name for name in (*_in_order(outputs), MANIFEST_FILE)),
        private=None,
        period=asked.period,
        period_label=asked.label,
        tables=dataset.counts,
        findings=dataset.findings.count_by_rule(),
        says=tuple(filter(None, (asked.says, caution(asked.period, figures.now.as_at), _notice(asked.audience)))),
    )


def _earlier(manner: Manner, asked: _Asked) -> EarlierEdition | None:
    if manner.earlier is None:
        return None
    return read_earlier_edition(manner.earlier, asked.period, asked.register.county.code, audience=asked.audience)


def _write_private_half(dataset: Dataset, asked: _Asked, figures: EditionFigures, tables: TablesBeside) -> Path:
    text, cells, months = figures.calculated_csv, len(figures.calculated.cells), asked.manner.settings.keep_months
    half = PrivateHalf(dataset, figures.scope, text, cells, asked.key, months)
    return write_private_half(half, tables, asked.out)


def _write_cards(asked: _Asked, figures: EditionFigures, subject_of: Callable[[Place], Subject]) -> list[Card]:
    cells = ReleasedCells(figures.now, figures.a_year_earlier)
    places, build = asked.places.places, PUBLICATIONS[asked.publication]

    def build_one(place: Place) -> Publication:
        return build(cells, subject_of(place), asked.manner.settings)

    files = card_files(asked.publication, places, asked.register.county, asked.period)

    cards: list[Card] = []
    for made in write_cards(places, build_one, files.__getitem__, asked.out):
        cards.append(made)
        asked.manner.told(len(cards), len(places))
    return cards


def _write_beside(asked: _Asked, figures: EditionFigures, county: Subject, cards: Sequence[Card]) -> dict[str, str]:
    """Write the figures, and the contents page of many cards; return the SHA-256 of each by its name."""
    texts = {FIGURES_FILE: figures.now_csv}
    if figures.a_year_earlier:
        texts[FIGURES_EARLIER_FILE] = write_figures_csv(figures.a_year_earlier.cells)
    if asked.places.is_many:
        contents = contents_of(TITLES[asked.publication], asked.register, county, figures.now, cards)
        texts[CONTENTS_FILE] = write_contents(contents, asked.manner.settings.brand)
    return {name: write_file(asked.out / name, text) for name, text in texts.items()}


def _with_restated(subject: Subject, comparison: Comparison | None) -> Subject:
    return replace(subject, restated=comparison.of(subject.place)) if comparison else subject


def _says_of_old_half(out: Path, dataset: Dataset, *, replaces: bool) -> str:
    """Say that the private half of an earlier edition, there already, has been kept past its day."""
    kept = read_kept_half(out)
    if kept is None or kept.keep_until >= dataset.manifest.as_at:
        return ""
    became = "That of this edition has taken its place." if replaces else "Delete it."
    return f"{kept.folder} was to be kept until {kept.keep_until.isoformat()}, which is past. {became}"


def _notice(audience: str) -> str:
    notice = POLICIES[audience].notice
    return f"{notice}." if notice else ""


def _check_earlier(earlier: Path | None, out: Path) -> None:
    if earlier and earlier.resolve() == out.resolve():
        raise ValueError("The earlier edition would be overwritten: give --out another folder than --earlier.")


def _in_order(outputs: dict[str, str]) -> list[str]:
    """The contents page first where there is one, then cards and figures as they were written."""
    return sorted(outputs, key=lambda name: name != CONTENTS_FILE)


def _label(asked: Period | str, resolved: Period) -> str:
    """The dates, after the name where a term was asked for by its name."""
    if isinstance(asked, Period) or "-" not in asked or asked.rpartition("-")[2].lower() not in TERMS:
        return resolved.label
    year, _, term = asked.strip().rpartition("-")
    return f"{term.capitalize()} term {year}: {resolved.label}"
