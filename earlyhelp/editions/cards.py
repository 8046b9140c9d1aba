"""The cards of an edition, each written as it is made, so that one is in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from traceback import clear_frames

from earlyhelp.editions.files import write_file
from earlyhelp.places import Place
from earlyhelp.report.document import Publication
from earlyhelp.report.writers.html.write import write_html


@dataclass(frozen=True, slots=True)
class Card:
    """One card of an edition.

    file        its name within the folder of the edition, after that of its own folder where it has one
    pages       how many it has; 0 where it could not be made
    sha256      of the file, empty where it could not be made
    error       what kept it from being made; its text may quote data, so it is for a developer alone
    """

    place: Place
    file: str
    pages: int = 0
    sha256: str = ""
    error: Exception | None = None

    @property
    def is_made(self) -> bool:
        return self.error is None


def write_cards(
    places: Iterable[Place], build: Callable[[Place], Publication], file_of: Callable[[Place], str], out: Path
) -> Iterator[Card]:
    """Write the card of each place into a folder, or into one inside it, and yield what became of it.

    A card that cannot be made is no reason to lose the others: it is yielded with its error.
    Raises  OSError: the folder cannot be written to, which holds for all
    """
    for place in places:
        name = file_of(place)
        try:
            document = build(place)
            text = write_html(document)
        except OSError:
            raise
        except Exception as error:
            clear_frames(error.__traceback__)  # else each error would keep the figures its card was made of
            yield Card(place, name, error=error)
        else:
            (out / name).parent.mkdir(exist_ok=True)
            yield Card(place, name, len(document.pages), write_file(out / name, text))
