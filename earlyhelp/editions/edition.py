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
from earlyhelp.editions.earlier.restate import Comparison, compare
from earlyhelp.editions.earlier.steps_file import RESTATED_FILE, steps_csv
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
from earlyhelp.editions.promises.following import Followed, Follower, as_it_stood, check_none_missing
from earlyhelp.editions.register.entering import Released, enter_once
from earlyhelp.editions.register.entry import Entry
from earlyhelp.editions.register.past import Past, hash_of_what_it_is_made_of, read_past
from earlyhelp.editions.staging import put_edition_in_place, staged
from earlyhelp.editions.subject import Subjects
from earlyhelp.editions.told import sentences_on
from earlyhelp.editions.words.edition_words import EditionWords, words_of_edition
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
    check_earlier(manner.earlier, out)
    if manner.keeps_private:
        check_own_folder(out)
    with open_dataset(source, tables={*BESIDE_FIGURES, *tables_read()}) as dataset:
        asked = find_asked(dataset, publication, period, place, audience, out, manner)
        words = words_of_edition(manner.words, asked)
        old_half = says_of_old_half(out, dataset.manifest.as_at, replaces=manner.keeps_private)
        with tables_beside(dataset, asked.key) if manner.keeps_private else nullcontext() as tables:
            made, figures, for_staff = _make(dataset, source, asked, words)
            private = _write_private_half(dataset, asked, figures, tables, for_staff) if tables else None
            return replace(made, private=private, says=(*filter(None, (old_half,)), *made.says))


def _make(
    dataset: Dataset, source: Path, asked: Asked, words: EditionWords | None
) -> tuple[Edition, EditionFigures, dict[str, str]]:
    """Make the half to hand over, and put it in its place if nothing speaks against it.

    Returns     the edition, its figures, and the text of each file for staff by its name
    """
    inputs, earlier = hash_inputs(source), _earlier(asked)
    past = _past(asked, inputs)
    figures = figures_of_edition(dataset, asked.period, asked.places, asked.audience, past)
    figures = figures.as_draft if asked.manner.is_draft else figures
    comparison = compare(earlier, figures, dataset, asked.key) if earlier else None
    followed = _follow(asked, figures, earlier)
    asked = asked.with_actions(followed.to_do)
    subjects = _subjects(dataset, asked, figures)
    with staged(asked.out) as folder:
        half = write_half_to_hand_over(ToHandOver(asked, figures, subjects, comparison, followed, words), folder)
        if words:
            words.check()
        attacked = attack_edition(folder, asked, figures, past) if asked.protects else None
        settings = {path.name: hash_file(path) for path in asked.manner.settings_files}
        settings |= words.hashes if words else {}
        text = manifest_json(asked, subjects.of_county, figures, half, inputs, settings, attacked)
        write_file(folder / MANIFEST_FILE, text)
        # Entered first: what lies in its place may be handed out at once.
        entry = _enter(asked, figures, past)
        put_edition_in_place(folder, asked.out, (*half.outputs, MANIFEST_FILE))
    says = (*sentences_on(asked, figures, attacked, past, entry), *(words.says if words else ()))
    return _edition(dataset, asked, half, says), figures, _for_staff(asked, figures, comparison, words)


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
    return read_earlier_edition(folder, asked.known.county.code, audience=asked.audience)


def _follow(asked: Asked, figures: EditionFigures, earlier: EarlierEdition | None) -> Followed:
    """Follow the promises of the file of actions as it stood on the day on which the edition goes out."""
    actions, registering = asked.manner.settings.actions, asked.manner.registering
    if earlier:
        check_none_missing(actions, earlier.promises, str(earlier.folder))
    stood = as_it_stood(actions, registering.published_on) if registering else actions
    follower = Follower(figures.now, asked.known, earlier.promises if earlier else {}, figures.now.as_at)
    return follower.follow(stood)


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


def _for_staff(
    asked: Asked, figures: EditionFigures, comparison: Comparison | None, words: EditionWords | None
) -> dict[str, str]:
    """The files of the private half that say what was hidden, restated and written."""
    hidden = texts_for_staff(asked, figures) if asked.protects else {}
    restated = {RESTATED_FILE: steps_csv(comparison.split)} if comparison and comparison.split else {}
    return hidden | restated | (words.texts_for_staff if words else {})


def _write_private_half(
    dataset: Dataset, asked: Asked, figures: EditionFigures, tables: TablesBeside, for_staff: dict[str, str]
) -> Path:
    half = PrivateHalf(
        dataset, figures.scope, figures.calculated_csv, len(figures.calculated.cells), asked.key,
        asked.manner.settings.keep_months, for_staff,
    )  # fmt: skip
    return write_private_half(half, tables, asked.out)
