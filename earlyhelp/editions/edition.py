"""An edition end to end: calculate once, release, write, attack what was written, then put it in place."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from earlyhelp.dataset.findings import RuleCount
from earlyhelp.dataset.source import Dataset, TableCount, open_dataset
from earlyhelp.editions.asked import Asked, find_asked
from earlyhelp.editions.attacked import attack_edition
from earlyhelp.editions.cards import Card
from earlyhelp.editions.earlier.earlier_edition import EarlierEdition, check_earlier, read_earlier_edition
from earlyhelp.editions.earlier.restate import compare
from earlyhelp.editions.figures_of_edition import EditionFigures, figures_of_edition
from earlyhelp.editions.files import (
    MANIFEST_FILE,
    hash_file,
    hash_inputs,
    write_file,
)
from earlyhelp.editions.hand_over import HandedOver, ToHandOver, write_half_to_hand_over
from earlyhelp.editions.manifest import manifest_json
from earlyhelp.editions.manner import Manner
from earlyhelp.editions.private.for_staff import texts_for_staff
from earlyhelp.editions.private.half import check_own_folder, says_of_old_half
from earlyhelp.editions.private.write import PrivateHalf, TablesBeside, tables_beside, write_private_half
from earlyhelp.editions.register.entering import Released, enter_once
from earlyhelp.editions.register.entry import Entry
from earlyhelp.editions.register.past import Past, hash_of_what_it_is_made_of, read_past
from earlyhelp.editions.staging import put_edition_in_place, staged
from earlyhelp.editions.subject import Subjects
from earlyhelp.editions.told import sentences_on
from earlyhelp.measures.catalogue import tables_read
from earlyhelp.periods import Period

# What a card says besides its figures: places, dates of terms, targets, and the wording of questions.
BESIDE_FIGURES: Final = ("district", "school", "term", "target", "questionnaire_item")


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
    Raises      CannotRead: the source, the earlier edition or the register cannot be read. ValueError: no such period
                or place, or none for this audience; the earlier edition is of another period. NotSafeError: the figures
                cannot be protected. ExposedError: the attacker found a hidden number. KeyError: no such publication
                or audience. After any of them nothing is published and nothing registered
    Source      docs/rules/editions.md
    """
    manner = manner or Manner()
    check_earlier(manner.earlier, out, audience)
    if manner.keeps_private:
        check_own_folder(out)
    with open_dataset(source, tables={*BESIDE_FIGURES, *tables_read()}) as dataset:
        asked = find_asked(dataset, publication, period, place, audience, out, manner)
        old_half = says_of_old_half(out, dataset.manifest.as_at, replaces=manner.keeps_private)
        with tables_beside(dataset, asked.key) if manner.keeps_private else nullcontext() as tables:
            made, figures = _make(dataset, source, asked)
            private = _write_private_half(dataset, asked, figures, tables) if tables else None
            return replace(made, private=private, says=(*filter(None, (old_half,)), *made.says))


def _make(dataset: Dataset, source: Path, asked: Asked) -> tuple[Edition, EditionFigures]:
    """Make the half to hand over, and put it in its place if nothing speaks against it."""
    inputs, earlier = hash_inputs(source), _earlier(asked)
    past = _past(asked, inputs)
    figures = figures_of_edition(dataset, asked.period, asked.places, asked.audience, past)
    figures = figures.as_draft if asked.manner.is_draft else figures
    comparison = compare(earlier, figures.now, dataset, figures.scope, asked.key) if earlier else None
    subjects = _subjects(dataset, asked, figures)
    with staged(asked.out) as folder:
        half = write_half_to_hand_over(ToHandOver(asked, figures, subjects, comparison), folder)
        attacked = attack_edition(folder, asked, figures, past) if asked.protects else None
        settings = {path.name: hash_file(path) for path in asked.manner.settings_files}
        text = manifest_json(asked, subjects.of_county, figures, half, inputs, settings, attacked)
        write_file(folder / MANIFEST_FILE, text)
        # Entered first: what lies in its place may be handed out at once.
        entry = _enter(asked, figures, past)
        put_edition_in_place(folder, asked.out, (*half.outputs, MANIFEST_FILE))
    return _edition(dataset, asked, half, sentences_on(asked, figures, attacked, past, entry)), figures


def _past(asked: Asked, inputs: Mapping[str, str]) -> Past | None:
    registering = asked.manner.registering
    if registering is None or not asked.protects:
        return None
    made_of = hash_of_what_it_is_made_of(inputs, asked.publication, asked.period, asked.places.in_a_word)
    return read_past(registering.folder, asked.known.county.code, asked.audience, made_of)


def _earlier(asked: Asked) -> EarlierEdition | None:
    folder = asked.manner.earlier
    if folder is None:
        return None
    return read_earlier_edition(folder, asked.period, asked.known.county.code, audience=asked.audience)


def _subjects(dataset: Dataset, asked: Asked, figures: EditionFigures) -> Subjects:
    earlier_period = asked.period.same_period_last_year if figures.a_year_earlier else None
    return Subjects(dataset, asked.known, asked.period, asked.label, earlier_period, tells_rows=not asked.protects)


def _enter(asked: Asked, figures: EditionFigures, past: Past | None) -> Entry | None:
    registering = asked.manner.registering
    if past is None or registering is None or registering.is_draft:
        return None
    released = Released(
        asked.known.county.code, asked.publication, asked.period, figures.now.as_at, asked.audience,
        asked.places.in_a_word, past.made_of, figures.texts,
    )  # fmt: skip
    return enter_once(past, released, registering.published_on)


def _edition(dataset: Dataset, asked: Asked, half: HandedOver, says: tuple[str, ...]) -> Edition:
    return Edition(
        cards=half.cards,
        files=tuple(asked.out / name for name in (*half.outputs, MANIFEST_FILE)),
        private=None,
        period=asked.period,
        period_label=asked.label,
        tables=dataset.counts,
        findings=dataset.findings.count_by_rule(),
        says=says,
    )


def _write_private_half(dataset: Dataset, asked: Asked, figures: EditionFigures, tables: TablesBeside) -> Path:
    half = PrivateHalf(
        dataset, figures.scope, figures.calculated_csv, len(figures.calculated.cells), asked.key,
        asked.manner.settings.keep_months, texts_for_staff(asked, figures) if asked.protects else {},
    )  # fmt: skip
    return write_private_half(half, tables, asked.out)
