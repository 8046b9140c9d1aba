"""What staff need besides: which rule hid each cell, and whom each head teacher's folder is for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from earlyhelp.disclosure.cells import Release
from earlyhelp.editions.asked import Asked
from earlyhelp.editions.figures_of_edition import EditionFigures
from earlyhelp.editions.file_names import card_files_apart
from earlyhelp.editions.files import csv_text
from earlyhelp.periods import Period

CHANGES_FILE: Final = "changes.csv"
TO_SEND_FILE: Final = "to_send.csv"
CHANGES: Final = (
    "measure", "period_start", "period_end", "place_level", "place_code", "breakdown", "became", "reason",
)  # fmt: skip
TO_SEND: Final = ("urn", "school", "district_code", "district", "folder")


def texts_for_staff(asked: Asked, figures: EditionFigures) -> dict[str, str]:
    """Return the text of each file by its name."""
    periods = (asked.period, asked.period.same_period_last_year)
    texts = {CHANGES_FILE: changes_csv(zip(periods, figures.releases, strict=False))}
    if asked.is_for_heads:
        texts[TO_SEND_FILE] = _to_send_csv(asked)
    return texts


def changes_csv(releases: Iterable[tuple[Period, Release]]) -> str:
    """Return every change the policy made, with its reason and never with the number that was there.

    releases    each with its period
    """
    return csv_text(
        CHANGES,
        (
            (change.measure, period.first.isoformat(), period.last.isoformat(), change.place_level, change.place_code,
             change.breakdown, change.became, change.reason)
            for period, release in releases
            for change in release.changes
        ),
    )  # fmt: skip


def _to_send_csv(asked: Asked) -> str:
    """A line for each head teacher: a mail merge takes it as it is."""
    known, places = asked.known, asked.places.places
    district_names = {district.code: district.name for district in known.districts}
    files = card_files_apart(asked.publication, places, known.county, asked.period)
    rows: list[Sequence[str]] = []
    for place in places:
        code = known.school(place.code).district_code
        rows.append((place.code, place.name, code, district_names.get(code, ""), files[place].partition("/")[0]))
    return csv_text(TO_SEND, rows)
