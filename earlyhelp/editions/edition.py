"""A publication end to end: open, calculate, release, build, write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from earlyhelp.dataset.findings import RuleCount
from earlyhelp.dataset.source import TableCount, open_dataset
from earlyhelp.editions.files import FIGURES_FILE, hash_file, hash_inputs, write_file
from earlyhelp.editions.manifest import manifest_json
from earlyhelp.editions.places_asked import find_place
from earlyhelp.editions.released import release_figures, resolve_period
from earlyhelp.editions.subject import read_subject
from earlyhelp.periods import Period
from earlyhelp.places import COUNTY
from earlyhelp.publications.school_report_card import card
from earlyhelp.report.document import Publication
from earlyhelp.report.writers.figures_csv import write_figures_csv
from earlyhelp.report.writers.html.write import write_html

PUBLICATIONS: Final = {card.NAME: card.build}
TERMS: Final = ("autumn", "spring", "summer")
MANIFEST_FILE: Final = "manifest.json"


@dataclass(frozen=True, slots=True)
class Edition:
    """What was made, and what the check of the dataset said.

    files       in the order in which they were written, the card first
    tables      rows read, used and refused of each table supplied
    findings    rules broken, each with how often
    """

    document: Publication
    files: tuple[Path, ...]
    tables: tuple[TableCount, ...]
    findings: tuple[RuleCount, ...]


def publish(source: Path, publication: str, period: Period | str, place: str, audience: str, out: Path) -> Edition:
    """Make one edition of a publication from a dataset.

    source      folder or workbook of a dataset
    publication a name in PUBLICATIONS
    period      two dates, or the name of a period such as 2015/16-spring
    place       "county", or the county's code or name; another place is found, and refused while it has no card
    audience    the name of a disclosure policy
    out         folder for the files, made where it is missing; files of the same names are replaced
    Raises      CannotRead: the source cannot be read. ValueError: no such period or place. KeyError: no such
                publication or audience
    """
    build = PUBLICATIONS[publication]
    with open_dataset(source) as dataset:
        asked = find_place(dataset, place)
        if asked.level != COUNTY:
            raise ValueError(f"No card can be made yet for {asked.name}; this version makes the one for the county.")
        resolved = resolve_period(dataset, period)
        subject = read_subject(dataset, resolved, _label(period, resolved))
        release = release_figures(dataset, resolved, audience=audience, levels=("county", "district"))
        tables, findings = dataset.counts, dataset.findings.count_by_rule()
    document = build(release, subject)
    out.mkdir(parents=True, exist_ok=True)
    texts = {f"{publication}-{asked.level}.html": write_html(document), FIGURES_FILE: write_figures_csv(release.cells)}
    for name, text in texts.items():
        write_file(out / name, text)
    outputs = {name: hash_file(out / name) for name in sorted(texts)}
    write_file(out / MANIFEST_FILE, manifest_json(publication, subject, release, hash_inputs(source), outputs))
    return Edition(document, tuple(out / name for name in (*texts, MANIFEST_FILE)), tables, findings)


def _label(asked: Period | str, resolved: Period) -> str:
    """The dates, after the name where a term was asked for by its name."""
    if isinstance(asked, Period) or "-" not in asked or asked.rpartition("-")[2].lower() not in TERMS:
        return resolved.label
    year, _, term = asked.strip().rpartition("-")
    return f"{term.capitalize()} term {year}: {resolved.label}"
