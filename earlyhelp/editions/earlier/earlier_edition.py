"""The folder of an earlier edition, read back: its figures as they were released, and its private half."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.gate import release
from earlyhelp.disclosure.policies import INTERNAL, POLICIES, TO_SCHOOL
from earlyhelp.editions.figures_read import read_figures
from earlyhelp.editions.files import FIGURES_FILE, MANIFEST_FILE, hash_file
from earlyhelp.editions.private.half import KeptHalf, read_kept_half
from earlyhelp.measures.figures import Figure
from earlyhelp.periods import Period
from earlyhelp.places import COUNTY


@dataclass(frozen=True)
class EarlierEdition:
    """An earlier edition.

    released    its cells as they went out
    kept        its private half, None where it was deleted or never made
    tells_rows  whether the rows behind the figures may be told of: to staff alone, as a row more may be one child
    """

    as_at: date
    released: Release
    kept: KeptHalf | None
    tells_rows: bool = True


def check_earlier(folder: Path | None, out: Path, audience: str) -> None:
    """Raise ValueError where an edition cannot be laid beside this earlier one, before anything is read."""
    if folder and folder.resolve() == out.resolve():
        raise ValueError("The earlier edition would be overwritten: give --out another folder than --earlier.")
    if folder and audience == TO_SCHOOL.audience:
        raise ValueError("An edition for head teachers does not say what changed: leave --earlier out.")


def read_earlier_edition(folder: Path, period: Period, county_code: str, *, audience: str) -> EarlierEdition:
    """Read the edition of a folder.

    period, county_code     of the edition that it is laid beside; only figures of one and the same can be compared
    audience    for whom that edition is
    Raises      CannotRead: the folder holds no edition, or its figures are not those it was written with.
                ValueError: it is of another period or county, or for an audience from whom less is hidden
    """
    manifest = _read_manifest(folder / MANIFEST_FILE)
    if manifest.period != period:
        raise ValueError(
            f"The edition in {folder} is of {manifest.period.label}, this one of {period.label}. Only editions of the "
            "same period can be laid side by side."
        )
    if POLICIES[audience].protects and manifest.audience != audience:
        raise ValueError(
            f"The edition in {folder} was made for the audience {manifest.audience}, this one is for {audience}: it "
            "would say what was hidden. Only editions for the same audience can be laid side by side."
        )
    path = folder / FIGURES_FILE
    if not path.is_file() or hash_file(path) != manifest.hash_of_figures:
        raise CannotRead(f"{path} is not the file that {MANIFEST_FILE} beside it was written with.")
    figures = read_figures(path)
    if any(figure.place_level == COUNTY and figure.place_code != county_code for figure in figures):
        raise ValueError(f"The edition in {folder} is of another county. Only those of one can be laid side by side.")
    printed = _as_printed(figures, manifest.as_at, audience)
    return EarlierEdition(manifest.as_at, printed, read_kept_half(folder), not POLICIES[audience].protects)


def _as_printed(figures: list[Figure], as_at: date, audience: str) -> Release:
    """The cells of an earlier edition as they went out: what it hid is no longer there, and nothing more is hidden."""
    return replace(release(figures, audience=INTERNAL.audience, as_at=as_at), audience=audience)


@dataclass(frozen=True, slots=True)
class _Manifest:
    period: Period
    as_at: date
    audience: str
    hash_of_figures: str


def _read_manifest(path: Path) -> _Manifest:
    if not path.is_file():
        raise CannotRead(f"{path.parent} holds no edition: it has no {MANIFEST_FILE}.")
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
        period = Period(*(date.fromisoformat(content["period"][name]) for name in ("first", "last")))
        as_at, audience = date.fromisoformat(content["as_at"]), str(content["audience"]["audience"])
        return _Manifest(period, as_at, audience, str(content["outputs_sha256"][FIGURES_FILE]))
    except (ValueError, KeyError, TypeError):
        raise CannotRead(f"{path} is not the manifest of an edition.") from None
