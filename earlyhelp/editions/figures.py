"""figures.csv of a dataset and a period: every cell, released for an audience."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from earlyhelp.dataset.findings import RuleCount
from earlyhelp.dataset.source import Dataset, TableCount, open_dataset
from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.policies import POLICIES, Policy
from earlyhelp.editions.attacked import Attacked, Attempt, attack_files
from earlyhelp.editions.files import FIGURES_FILE, hash_inputs, write_file
from earlyhelp.editions.manner import Registering
from earlyhelp.editions.places_asked import read_places
from earlyhelp.editions.register.entering import Released, enter_once
from earlyhelp.editions.register.entry import Entry
from earlyhelp.editions.register.past import Past, hash_of_what_it_is_made_of, read_past
from earlyhelp.editions.released import release_figures, resolve_period, scope_of
from earlyhelp.editions.releasing import ReleasedTogether, release_all, whole_schools
from earlyhelp.editions.staging import put_in_place, staged
from earlyhelp.editions.told import on_attack, on_hidden, on_register
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.catalogue import tables_read
from earlyhelp.measures.scope import LEVELS
from earlyhelp.periods import Period
from earlyhelp.places import PlaceRegister
from earlyhelp.report.writers.figures_csv import write_figures_csv

PLACES_AND_TERMS = ("district", "school", "term")
PUBLICATION = "figures"
EVERY_PLACE = "all"


@dataclass(frozen=True, slots=True)
class FiguresWritten:
    """What was written, and what the check of the dataset said.

    period      first and last day of the figures
    tables      rows read, used and refused of each table that the figures rest on
    findings    rules broken in these tables, each with how often
    says        sentences on what is hidden, on the attacker and on the register; none for staff
    """

    path: Path
    period: Period
    release: Release
    tables: tuple[TableCount, ...]
    findings: tuple[RuleCount, ...]
    says: tuple[str, ...] = ()


def write_figures(
    source: Path, period: Period | str, audience: str, out: Path, registering: Registering | None = None
) -> FiguresWritten:
    """Calculate every measure for every place that the audience is shown, and write figures.csv into a folder.

    source      folder or workbook of a dataset
    period      two dates, or the name of a period such as 2015/16-spring
    out         the folder, made where it is missing; a figures.csv that is there is replaced
    registering the register of releases; figures for staff are never entered
    Raises      CannotRead: the source or the register cannot be read. ValueError: no such period. KeyError: no such
                audience. NotSafeError, ExposedError: the figures cannot be protected
    Source      docs/rules/figures_file.md
    """
    policy = POLICIES[audience]
    with open_dataset(source, tables={*PLACES_AND_TERMS, *tables_read()}) as dataset:
        resolved = resolve_period(dataset, period)
        if policy.protects:
            past = _past(dataset, source, resolved, audience, registering)
            release, says = _write_protected(dataset, resolved, policy, out, past, registering)
        else:
            release, says = release_figures(dataset, resolved, audience=audience), ()
            out.mkdir(parents=True, exist_ok=True)
            write_file(out / FIGURES_FILE, write_figures_csv(release.cells))
        return FiguresWritten(
            out / FIGURES_FILE, resolved, release, dataset.counts, dataset.findings.count_by_rule(), says
        )


def _past(
    dataset: Dataset, source: Path, period: Period, audience: str, registering: Registering | None
) -> Past | None:
    if registering is None:
        return None
    made_of = hash_of_what_it_is_made_of(hash_inputs(source), PUBLICATION, period, EVERY_PLACE)
    return read_past(registering.folder, dataset.manifest.county_code, audience, made_of)


def _write_protected(
    dataset: Dataset, period: Period, policy: Policy, out: Path, past: Past | None, registering: Registering | None
) -> tuple[Release, tuple[str, ...]]:
    """Release, write beside the folder, attack, enter into the register, and only then put in place."""
    places = read_places(dataset)
    together = _release(dataset, period, policy, places, past)
    (release,) = together.releases
    text = write_figures_csv(release.cells)
    with staged(out) as folder:
        write_file(folder / FIGURES_FILE, text)
        before = past.folders(together.respected) if past else ()
        attacked = attack_files(Attempt.on((*before, folder), places, policy))
        entry = _enter(dataset, period, release, text, past, registering)
        put_in_place(folder, out, (FIGURES_FILE,))
    return release, _says(release, attacked, past, entry)


def _release(
    dataset: Dataset, period: Period, policy: Policy, places: PlaceRegister, past: Past | None
) -> ReleasedTogether:
    levels = tuple(level for level in LEVELS if level in policy.levels)
    schools = whole_schools(places, period, policy.audience)
    scope = replace(scope_of(dataset, period, levels), whole_schools=schools)
    return release_all(dataset, (calculate(dataset.connection, scope),), scope, places, policy.audience, past)


def _enter(
    dataset: Dataset, period: Period, release: Release, text: str, past: Past | None, registering: Registering | None
) -> Entry | None:
    if past is None or registering is None or registering.is_draft:
        return None
    county, audience = dataset.manifest.county_code, release.audience
    released = Released(
        county, PUBLICATION, period, release.as_at, audience, EVERY_PLACE, past.made_of, {FIGURES_FILE: text}
    )
    return enter_once(past, released, registering.published_on)


def _says(release: Release, attacked: Attacked, past: Past | None, entry: Entry | None) -> tuple[str, ...]:
    sentences = (*on_hidden((release,)), on_attack(attacked), on_register(past, entry))
    return tuple(filter(None, sentences))
