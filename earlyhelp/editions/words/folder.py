"""The folder of words that a council keeps: one file for each period and place, names, and two lists of the program's.

    words/names.txt                              names that may hold a number, one a line
    words/2016-01-01_2016-07-31/county.md        what is said on the county's card
    words/2016-01-01_2016-07-31/E07000901.md     of a district by its code, of a school by its URN

Source: docs/rules/words.md
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from earlyhelp.periods import Period
from earlyhelp.places import COUNTY, Place, PlaceRegister
from earlyhelp.publications.school_report_card.card import parts_for
from earlyhelp.publications.settings import DEFAULT
from earlyhelp.report.commentary.declared_names import check_own_name
from earlyhelp.report.commentary.words_file import WordsFile, needs_declaring, read_words_file

NAMES_FILE: Final = "names.txt"
_ENDING: Final = ".md"


class WordsError(ValueError):
    """Something in a folder of words is to be put right. The text has a line for each fault, with file and line."""

    def __init__(self, faults: Iterable[str]) -> None:
        super().__init__("\n".join(faults))


@dataclass(frozen=True)
class WordsFolder:
    """The words of one period.

    folder      that of the period
    files       what is said of each place that has a file
    own_names   names that may hold a number: places of the county, and the council's own
    """

    folder: Path
    files: Mapping[Place, WordsFile]
    own_names: tuple[str, ...]

    def path(self, place: Place) -> Path:
        return self.folder / file_name(place)

    @property
    def sound(self) -> WordsFolder:
        """The pages without a fault of their own, of the places that have any."""
        files = {place: file.sound for place, file in self.files.items()}
        kept = {place: sound for place, sound in files.items() if sound.pages or not self.files[place].faults}
        return replace(self, files=kept)

    def check(self, places: Iterable[Place]) -> None:
        """Raise WordsError where the files of these places hold a fault that shows without a figure."""
        faults = [
            f"{self.path(place)}:{fault.line} {fault.says}."
            for place in places
            if place in self.files
            for fault in self.files[place].faults
        ]
        if faults:
            raise WordsError(faults)


def page_keys(level: str) -> tuple[str, ...]:
    """Return the keys of the pages that a card of a place of this level may have, in the card's own order."""
    return tuple(page.key for _, _, pages in parts_for(level, DEFAULT) for page in pages if page.is_for(level))


def file_name(place: Place) -> str:
    """Return what the file of a place is called."""
    return f"{COUNTY if place.level == COUNTY else place.code}{_ENDING}"


def folder_of(words: Path, period: Period) -> Path:
    """Return the folder of a period, such as words/2016-01-01_2016-07-31."""
    return words / f"{period.first.isoformat()}_{period.last.isoformat()}"


def read_words(words: Path, period: Period, known: PlaceRegister) -> WordsFolder:
    """Return the words of a period; without a folder of that period there are none.

    known       all places of the county
    Raises      WordsError: the folder is not there, a file cannot be read, or is named after no place
    """
    if not words.is_dir():
        raise WordsError((f"{words} is no folder. Make it with `earlyhelp words draft`, or name another.",))
    own_names = (*_names(words / NAMES_FILE), *_names_of_places(known))
    by_file = {file_name(place): place for place in all_places(known)}
    files: dict[Place, WordsFile] = {}
    folder = folder_of(words, period)
    for path in sorted(folder.glob(f"*{_ENDING}")):
        if path.name not in by_file:
            raise WordsError((f"{path} is named after no place of the county: call it county.md, or by the code.",))
        place = by_file[path.name]
        files[place] = read_words_file(read_text(path), page_keys(place.level), own_names)
    return WordsFolder(folder, files, own_names)


def read_text(path: Path) -> str:
    """Return the text of a file that people write. Raises WordsError: it cannot be opened, or is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise WordsError((f"{path} could not be opened: {error.strerror}.",)) from None
    except UnicodeDecodeError:
        raise WordsError((f"{path} is not text in UTF-8. Save it again as UTF-8.",)) from None


def _names(path: Path) -> tuple[str, ...]:
    if not path.is_file():
        return ()
    numbered = [(number, line.strip()) for number, line in enumerate(read_text(path).splitlines(), 1)]
    names = [(number, name) for number, name in numbered if name and not name.startswith("#")]
    if faults := [f"{path}:{number} {why}." for number, name in names if (why := check_own_name(name))]:
        raise WordsError(faults)
    return tuple(name for _, name in names)


def all_places(known: PlaceRegister) -> Sequence[Place]:
    """Return every place of a register that may have a file."""
    return (known.county, *known.districts, *(school.place for school in known.schools))


def _names_of_places(known: PlaceRegister) -> Iterable[str]:
    # Only a name that begins with a letter: a place may be called anything, a count may not pass for it.
    names = (place.name for place in all_places(known) if not check_own_name(place.name))
    return dict.fromkeys(name for name in names if needs_declaring(name))
