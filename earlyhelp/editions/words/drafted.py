"""Drafts for people to edit: the card's own sentences, their figures as bindings. What people wrote stays theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from earlyhelp.editions.files import csv_text, write_file
from earlyhelp.editions.words.as_written import Writer
from earlyhelp.editions.words.cards_asked import CardAsked, Opened, opened
from earlyhelp.editions.words.figures_of_card import FiguresOfCard
from earlyhelp.editions.words.folder import (
    NAMES_FILE,
    WordsFolder,
    all_places,
    file_name,
    page_keys,
    read_text,
    read_words,
)
from earlyhelp.editions.words.sections import Redrafted, Section, Sections, read_sections, redraft
from earlyhelp.editions.words.seen import rows_of
from earlyhelp.periods import Period
from earlyhelp.places import Place
from earlyhelp.publications.school_report_card import card
from earlyhelp.publications.settings import DEFAULT, CardSettings
from earlyhelp.publications.subject import Subject
from earlyhelp.report.document import Page

DRAFTED_FILE: Final = "drafted.csv"
COLUMNS: Final = ("file", "page", "sha256")
_LEFT_OUT: Final = "<!-- Of its own the card says more here; what no binding can say is left out. -->"
_NOTHING: Final = "<!-- The card's own sentences stand here until you write some. -->"
_HOW: Final = (
    "<!-- A draft. Change what you like: a section you changed is yours, and no later draft touches it. Numbers stand "
    "in {{ }}; `earlyhelp words check` shows what they read. docs/guides/writing_the_words.md says how. -->"
)
_NAMES: Final = "# Names that may hold a number, one a line, such as the name of a project.\n"


@dataclass(frozen=True)
class DraftedWords:
    """What was written for one place. kept  keys of the sections that are people's"""

    place: Place
    path: Path
    drafted: int
    kept: tuple[str, ...]


def draft_words(
    source: Path, words: Path, period: Period | str, place: str, audience: str, settings: CardSettings = DEFAULT
) -> tuple[DraftedWords, ...]:
    """Write drafts of the words of each place into a folder, made where it is missing.

    source      folder or workbook of a dataset
    place       "county", "districts", "schools", "all", or the code or name of one place
    audience    whose figures choose the facts; the text serves every audience
    Raises      CannotRead: the source cannot be read. ValueError: there is no such period or place, or a file cannot be
                read. NotSafeError: the figures cannot be protected
    Source      docs/rules/words.md
    """
    with opened(source, period, place, audience, settings) as edition:
        words.mkdir(parents=True, exist_ok=True)
        folder = read_words(words, edition.asked.period, edition.known)
        folder.folder.mkdir(exist_ok=True)
        if not (words / NAMES_FILE).exists():
            write_file(words / NAMES_FILE, _NAMES)
        return tuple(_draft_all(edition, folder))


def _draft_all(edition: Opened, folder: WordsFolder) -> Iterator[DraftedWords]:
    hashes = _read_drafted(folder.folder)
    for each in edition.cards(edition.asked.places.places):
        place = each.subject.place
        path, name = folder.path(place), file_name(place)
        there = read_sections(read_text(path)) if path.is_file() else Sections(_above(each.subject), ())
        made = redraft(there, tuple(_drafts(edition, folder, each)), hashes[name])
        write_file(path, made.sections.text)
        hashes[name] = dict(made.drafted)
        yield DraftedWords(place, path, _count(made), made.kept)
    rows = ((file, page, sha256) for file in sorted(hashes) for page, sha256 in sorted(hashes[file].items()))
    write_file(folder.folder / DRAFTED_FILE, csv_text(COLUMNS, rows))


def _count(made: Redrafted) -> int:
    return len(made.sections.pages) - len(made.kept)


def _above(subject: Subject) -> str:
    return f"# {subject.place.name}, {subject.period.label}\n\n{_HOW}"


def _drafts(edition: Opened, folder: WordsFolder, each: CardAsked) -> Iterator[Section]:
    """Yield a section for each page of the card that people may write on."""
    places = {place.code: place for place in all_places(edition.known)}
    settings = edition.asked.manner.settings
    figures = FiguresOfCard(each.cells, each.subject, places, settings)
    writer = Writer(each.subject, figures, folder.own_names)
    keys = page_keys(each.subject.place.level)
    for page in card.build(each.cells, each.subject, settings).pages:
        if page.key in keys:
            yield Section(page.key, "\n\n".join((f"<!-- {page.topic} -->", *_said(page, writer))))


def _said(page: Page, writer: Writer) -> tuple[str, ...]:
    """Return what a draft says under a page: nothing where bindings cannot say the first of the card's own sentences.

    The card's own then stand, which say more.
    """
    written = [writer.write(sentence) if sentence.cells else None for sentence in page.tells]
    if not written or written[0] is None:
        return (_NOTHING,)
    heading = writer.write(page.heading) if page.heading.cells else None
    tells = [text for text in written if text is not None]
    more = [_LEFT_OUT] if len(tells) < len(written) else []
    return (*([f"heading: {heading}"] if heading else []), *tells, *more)


def _read_drafted(folder: Path) -> defaultdict[str, Mapping[str, str]]:
    found: defaultdict[str, Mapping[str, str]] = defaultdict(dict)
    path = folder / DRAFTED_FILE
    for file, page, sha256 in rows_of(path, COLUMNS) if path.is_file() else ():
        found[file] = {**found[file], page: sha256}
    return found
