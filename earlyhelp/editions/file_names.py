"""What the file of a card is called: by publication, place and period, in letters that every system takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from earlyhelp.periods import Period
from earlyhelp.places import DISTRICT, SCHOOL, Place, plain_letters

MOST_LETTERS: Final = 60


def card_file(publication: str, place: Place, county: Place, period: Period) -> str:
    """Return the name of the file of one card, such as school-report-card-staffordshire-2016-01-01-2016-07-31.html."""
    return f"{publication}-{slug(place, county)}-{period.first.isoformat()}-{period.last.isoformat()}.html"


def card_files(publication: str, places: Iterable[Place], county: Place, period: Period) -> dict[Place, str]:
    """Return the file of each place's card; places that would share one have their code at the end."""
    asked = tuple(places)
    named = {place: card_file(publication, place, county, period) for place in asked}
    times = Counter(named.values())
    end = f"-{period.first.isoformat()}-{period.last.isoformat()}.html"
    return {
        place: file if times[file] == 1 else f"{file.removesuffix(end)}-{_hyphened(place.code)}{end}"
        for place, file in named.items()
    }


def card_files_apart(publication: str, places: Iterable[Place], county: Place, period: Period) -> dict[Place, str]:
    """Return the file of each place's card in a folder of its own, which is named by the place."""
    files = card_files(publication, places, county, period)
    return {place: f"{slug(place, county)}/{file}" for place, file in files.items()}


def slug(place: Place, county: Place) -> str:
    """Return a place in small ASCII letters, digits and hyphens, at most 60.

    A school has its URN before its name, so that two of one name stay apart; a district called like its county, as
    where one council does the work of both, says so. A name without any such letter gives the code.
    """
    named = _hyphened(place.name)
    if place.level == DISTRICT and named == _hyphened(county.name):
        named += "-district"
    parts = [_hyphened(place.code), named] if place.level == SCHOOL or not named else [named]
    letters = "-".join(part for part in parts if part)
    if len(letters) <= MOST_LETTERS:
        return letters
    return letters[: MOST_LETTERS + 1].rpartition("-")[0] or letters[:MOST_LETTERS]


def _hyphened(text: str) -> str:
    words = (word.encode("ascii", "ignore").decode() for word in plain_letters(text).split())
    return "-".join(word for word in words if word)
