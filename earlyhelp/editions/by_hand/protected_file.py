"""An internal figures.csv in, a protected one out: for figures that were put together elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.gate import release_rounded, release_together
from earlyhelp.disclosure.policies import POLICIES, Policy
from earlyhelp.disclosure.publication import ToRelease
from earlyhelp.editions.attacked import Attacked, Attempt, attack_files
from earlyhelp.editions.by_hand.school_list import read_schools
from earlyhelp.editions.by_hand.whole_figures import with_zeros_of_schools
from earlyhelp.editions.figures_read import read_figures
from earlyhelp.editions.files import FIGURES_FILE, write_file
from earlyhelp.editions.private.for_staff import CHANGES_FILE, changes_csv
from earlyhelp.editions.private.half import FOLDER
from earlyhelp.editions.releasing import known_schools, whole_schools
from earlyhelp.editions.staging import put_in_place, staged
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.places import SCHOOL, PlaceRegister
from earlyhelp.report.writers.figures_csv import write_figures_csv


@dataclass(frozen=True, slots=True)
class ProtectedFile:
    """What was written: the file to hand over, and the changes with their reasons for the authority alone."""

    figures: Path
    changes: Path
    release: Release
    attacked: Attacked | None


def protect_file(
    path: Path, audience: str, out: Path, schools: Path | None = None, *, rounds: bool = False
) -> ProtectedFile:
    """Protect a figures.csv for an audience.

    path        internal figures of one period
    out         the folder for figures.csv and private/changes.csv
    rounds      whether all counts are rounded instead of some hidden; then nothing is hidden to be attacked
    schools     CSV with urn, district_code and phase; needed where the audience is shown schools and the file has any
    Raises      CannotRead: a file cannot be read. ValueError: the figures are not internal, of several periods, or of
                schools that `schools` does not have. NotSafeError, ExposedError: they cannot be protected
    """
    policy, places = POLICIES[audience], read_schools(schools)
    if not policy.protects:
        raise ValueError(f"The audience {audience} is shown everything: there is nothing to protect.")
    figures = _to_protect(read_figures(path), policy, places, path)
    asked = ToRelease((figures,), figures[0].period.last, known_schools(places))
    (release,) = (release_rounded if rounds else release_together)(asked, audience=audience)
    period = figures[0].period
    with staged(out) as folder:
        write_file(folder / FIGURES_FILE, write_figures_csv(release.cells))
        attacked = None if rounds else attack_files(Attempt.on((folder,), places, policy))
        (folder / FOLDER).mkdir(mode=0o700)
        changes = f"{FOLDER}/{CHANGES_FILE}"
        write_file(folder / changes, changes_csv(((period, release),)))
        put_in_place(folder, out, (FIGURES_FILE, changes))
    return ProtectedFile(out / FIGURES_FILE, out / changes, release, attacked)


def _to_protect(figures: list[Figure], policy: Policy, places: PlaceRegister, path: Path) -> list[Figure]:
    """Return the figures of the levels that the audience is shown, each school with all its cells."""
    if not figures:
        raise CannotRead(f"{path} holds no figure.")
    if len({figure.period for figure in figures}) > 1:
        raise ValueError(f"{path} holds figures of several periods. Give one file for each.")
    if any(figure.status is Status.SUPPRESSED for figure in figures):
        raise ValueError(f"{path} hides figures already: protect the internal figures it was made of.")
    shown = [figure for figure in figures if figure.place_level in policy.levels]
    named = {figure.place_code for figure in shown if figure.place_level == SCHOOL}
    if not policy.hides_zeros(SCHOOL) or not named:
        return shown
    if unknown := sorted(named - places.school_by_urn.keys()):
        raise ValueError(
            f"{len(unknown):,} schools of {path} are unknown, {unknown[0]} the first: name the county's schools with "
            "--schools, as in the dataset's table school."
        )
    whole = whole_schools(places, figures[0].period, policy.audience)
    open_then = [figure for figure in shown if figure.place_level != SCHOOL or figure.place_code in whole]
    return with_zeros_of_schools(open_then, whole)
