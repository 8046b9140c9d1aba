"""The folder of an earlier edition, read back: its figures as they were released, and its private half."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.gate import release
from earlyhelp.editions.files import FIGURES_FILE, MANIFEST_FILE, hash_file
from earlyhelp.editions.private.half import KeptHalf, read_kept_half
from earlyhelp.measures.figures import Figure, Number, Status
from earlyhelp.periods import Period
from earlyhelp.places import COUNTY


@dataclass(frozen=True)
class EarlierEdition:
    """An earlier edition.

    released    its cells, released again for the audience of the edition that they will stand in
    kept        its private half, None where it was deleted or never made
    """

    as_at: date
    released: Release
    kept: KeptHalf | None


def read_earlier_edition(folder: Path, period: Period, county_code: str, *, audience: str) -> EarlierEdition:
    """Read the edition of a folder.

    period, county_code     of the edition that it is laid beside; only figures of one and the same can be compared
    audience    for whom that edition is
    Raises      CannotRead: the folder holds no edition, or its figures are not those it was written with.
                ValueError: it is of another period or county
    """
    then, as_at, hash_of_figures = _read_manifest(folder / MANIFEST_FILE)
    if then != period:
        raise ValueError(
            f"The edition in {folder} is of {then.label}, this one of {period.label}. Only editions of the same period "
            "can be laid side by side."
        )
    path = folder / FIGURES_FILE
    if not path.is_file() or hash_file(path) != hash_of_figures:
        raise CannotRead(f"{path} is not the file that {MANIFEST_FILE} beside it was written with.")
    figures = list(_read_figures(path, period))
    if any(figure.place_level == COUNTY and figure.place_code != county_code for figure in figures):
        raise ValueError(f"The edition in {folder} is of another county. Only those of one can be laid side by side.")
    return EarlierEdition(as_at, release(figures, audience=audience, as_at=as_at), read_kept_half(folder))


def _read_manifest(path: Path) -> tuple[Period, date, str]:
    if not path.is_file():
        raise CannotRead(f"{path.parent} holds no edition: it has no {MANIFEST_FILE}.")
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
        period = Period(*(date.fromisoformat(content["period"][name]) for name in ("first", "last")))
        return period, date.fromisoformat(content["as_at"]), str(content["outputs_sha256"][FIGURES_FILE])
    except (ValueError, KeyError, TypeError):
        raise CannotRead(f"{path} is not the manifest of an edition.") from None


def _read_figures(path: Path, period: Period) -> Iterator[Figure]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield Figure(
                    row["measure"], period, row["place_level"], row["place_code"], row["breakdown"],
                    _number(row["count"]), _number(row["out_of"]), _number(row["value"]),
                    row["unit"], Status(row["status"]), row["note"],
                )  # fmt: skip
    except (ValueError, KeyError, InvalidOperation):
        raise CannotRead(f"{path} does not hold figures as this program writes them.") from None


def _number(text: str) -> Number | None:
    if not text:
        return None
    return Decimal(text) if "." in text else int(text)
