"""The folder of an earlier edition, read back: its figures as they were released, its promises, its private half."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
from earlyhelp.editions.promises.record import PROMISES_FILE, Recorded, read_record
from earlyhelp.measures.figures import Figure
from earlyhelp.periods import Period
from earlyhelp.places import COUNTY

NO_PROMISES: Mapping[str, Recorded] = {}


@dataclass(frozen=True)
class EarlierEdition:
    """An earlier edition.

    released    its cells as they went out; None where no file of all of them did, as in an edition for head teachers
    kept        its private half, None where it was deleted or never made
    promises    what it promised, by id
    tells_rows  whether the rows behind the figures may be told of: to staff alone, as a row more may be one child
    """

    folder: Path
    period: Period
    as_at: date
    released: Release | None
    kept: KeptHalf | None
    promises: Mapping[str, Recorded] = field(default_factory=lambda: NO_PROMISES)
    tells_rows: bool = True

    def shares_days_with(self, period: Period) -> bool:
        """Return whether some of its figures may have been restated since."""
        return self.period.first <= period.last and period.first <= self.period.last


def check_earlier(folder: Path | None, out: Path) -> None:
    """Raise ValueError where an edition cannot be laid beside this earlier one, before anything is read."""
    if folder and folder.resolve() == out.resolve():
        raise ValueError("The earlier edition would be overwritten: give --out another folder than --earlier.")


def read_earlier_edition(folder: Path, county_code: str, *, audience: str) -> EarlierEdition:
    """Read the edition of a folder.

    county_code     of the edition that it is laid beside; only figures of one and the same can be compared
    audience    for whom that edition is
    Raises      CannotRead: the folder holds no edition, or its figures or promises are not those it was written with.
                ValueError: it is of another county, a draft, or for an audience from whom less is hidden
    """
    manifest = _read_manifest(folder / MANIFEST_FILE)
    protects = POLICIES[audience].protects
    _check_audience(folder, manifest, audience, protects=protects)
    _check_whole(folder, manifest, PROMISES_FILE)
    promises = read_record(folder / PROMISES_FILE, manifest.as_at) if PROMISES_FILE in manifest.hashes else NO_PROMISES
    released = None
    if manifest.audience != TO_SCHOOL.audience:
        released = _released(folder, manifest, county_code, audience)
    return EarlierEdition(
        folder, manifest.period, manifest.as_at, released, read_kept_half(folder), promises, not protects
    )


def _released(folder: Path, manifest: _Manifest, county_code: str, audience: str) -> Release:
    if FIGURES_FILE not in manifest.hashes:
        raise CannotRead(f"{folder / MANIFEST_FILE} is not the manifest of an edition.")
    _check_whole(folder, manifest, FIGURES_FILE)
    figures = read_figures(folder / FIGURES_FILE)
    if any(figure.place_level == COUNTY and figure.place_code != county_code for figure in figures):
        raise ValueError(f"The edition in {folder} is of another county. Only those of one can be laid side by side.")
    return _as_printed(figures, manifest.as_at, audience)


def _as_printed(figures: list[Figure], as_at: date, audience: str) -> Release:
    """The cells of an earlier edition as they went out: what it hid is no longer there, and nothing more is hidden."""
    return replace(release(figures, audience=INTERNAL.audience, as_at=as_at), audience=audience)


def _check_audience(folder: Path, manifest: _Manifest, audience: str, *, protects: bool) -> None:
    if protects and manifest.audience != audience:
        raise ValueError(
            f"The edition in {folder} was made for the audience {manifest.audience}, this one is for {audience}: it "
            "would say what was hidden. Only editions for the same audience can be laid side by side."
        )
    if protects and manifest.is_draft:
        raise ValueError(
            f"The edition in {folder} is a draft and never went out: this one would print its figures. Give the "
            "edition that was handed out."
        )


def _check_whole(folder: Path, manifest: _Manifest, name: str) -> None:
    written = manifest.hashes.get(name)
    if written is not None and (not (folder / name).is_file() or hash_file(folder / name) != written):
        raise CannotRead(f"{folder / name} is not the file that {MANIFEST_FILE} beside it was written with.")


@dataclass(frozen=True, slots=True)
class _Manifest:
    period: Period
    as_at: date
    audience: str
    is_draft: bool
    hashes: Mapping[str, str]


def _read_manifest(path: Path) -> _Manifest:
    if not path.is_file():
        raise CannotRead(f"{path.parent} holds no edition: it has no {MANIFEST_FILE}.")
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
        period = Period(*(date.fromisoformat(content["period"][name]) for name in ("first", "last")))
        as_at, audience = date.fromisoformat(content["as_at"]), str(content["audience"]["audience"])
        hashes = {str(name): str(written) for name, written in content["outputs_sha256"].items()}
        return _Manifest(period, as_at, audience, bool(content.get("draft")), hashes)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise CannotRead(f"{path} is not the manifest of an edition.") from None
