"""Writes what a run made: the dataset, and beside it the account and the questions."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.manifest import FILE_NAME, Manifest, TableSource, manifest_json
from earlyhelp.extracts.building.account import HEADINGS, account_of
from earlyhelp.extracts.building.build import Built, Laid
from earlyhelp.extracts.building.council import Council
from earlyhelp.extracts.building.merging import Row
from earlyhelp.extracts.building.questions import Question, Questions
from earlyhelp.extracts.building.reasons import Reason
from earlyhelp.extracts.mapping.declare import Mapping, Source
from earlyhelp.extracts.mapping.find_mapping import is_shipped

ACCOUNT: Final = "account.csv"
QUESTIONS: Final = "questions.md"
_NO_QUESTION: Final = "None: the mapping foresaw everything in these files."
_ANSWERING: Final = (
    "Answer them in the mapping and run `earlyhelp extract` again. This page may quote texts of your files: "
    "do not send it on unread."
)


class FolderInUse(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The folder holds something else than an earlier extract."""


def make_room(out: Path) -> None:
    """Make the folder, or empty it of an earlier extract.

    Raises  FolderInUse: it holds anything else, which is never overwritten. OSError: it cannot be made
    """
    if out.is_dir() and any(out.iterdir()):
        if not ((out / ACCOUNT).exists() and (out / FILE_NAME).exists()):
            raise FolderInUse(f"{out} is not empty and holds no earlier extract. Choose a new folder with --out.")
        for name in (*(f"{table}.csv" for table in TABLES), ACCOUNT, QUESTIONS, FILE_NAME):
            (out / name).unlink(missing_ok=True)
    out.mkdir(parents=True, exist_ok=True)


def write_extract(
    out: Path,
    built: Built,
    laid: Sequence[Laid],
    council: Council,
    as_at: date,
    questions: Questions,
    reasons: Sequence[Reason],
) -> None:
    """Write the tables as CSV, dataset.json, the account, the questions and the reasons into a folder with room."""
    for name, rows in built.tables.items():
        write_rows(out / f"{name}.csv", name, rows)
    manifest = Manifest(council.county_code, council.county_name, as_at, MappingProxyType(_sources(built, laid, as_at)))
    (out / FILE_NAME).write_text(manifest_json(manifest), encoding="utf-8", newline="\n")
    with (out / ACCOUNT).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADINGS)
        writer.writerows(account_of([rows for each in laid for rows in each.sources.values()], built.made))
    page = questions_page(questions, reasons, [each.mapping for each in laid])
    (out / QUESTIONS).write_text(page, encoding="utf-8", newline="\n")


def write_rows(path: Path, table: str, rows: Iterable[Row]) -> None:
    """Write one table as the dataset's CSV: declared columns in the declared order, lines ended by LF."""
    names = [column.name for column in TABLES[table].columns]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([row.get(name) for name in names] for row in rows)


def questions_page(questions: Questions, reasons: Sequence[Reason], mappings: Sequence[Mapping]) -> str:
    """Return the questions as a page, each with what would answer it, and why rows were refused and values blanked."""
    entries = [_entry(number, each) for number, each in enumerate(questions.found.values(), start=1)]
    asked = [_ANSWERING, *_copies(mappings), "", *entries] if entries else [_NO_QUESTION, ""]
    refused = ["## Refused rows and values", "", *(f"- {each.in_words}" for each in reasons)] if reasons else []
    return "\n".join(["# Questions", "", *asked, *refused]).rstrip() + "\n"


def _copies(mappings: Sequence[Mapping]) -> list[str]:
    shipped = [mapping.path for mapping in mappings if is_shipped(mapping.path)]
    return [f"{path.stem} is shipped: copy {path}, change the copy, and give it instead." for path in shipped]


def _entry(number: int, question: Question) -> str:
    lines = f"```toml\n{question.answer}\n```" if "=" in question.answer else question.answer
    under = f"Under `{question.under}`: " if question.under else ""
    how = f"{under}{question.how}".strip()
    return "\n".join(each for each in (f"{number}. {question.in_words}\n", how, lines) if each) + "\n"


def _sources(built: Built, laid: Sequence[Laid], as_at: date) -> dict[str, TableSource]:
    """What dataset.json says of each table: the systems it comes from, and the later of their first whole days."""
    found: dict[str, list[Source]] = {name: [] for name in built.tables}
    for each in laid:
        for rule in each.mapping.tables:
            source = each.mapping.sources[rule.source]
            if rule.name in found and source not in found[rule.name]:
                found[rule.name].append(source)
    return {name: _table_source(sources, as_at, _refused(name, built)) for name, sources in found.items()}


def _refused(table: str, built: Built) -> str:
    """What the card has to know of rows that never reached the dataset; empty where all did."""
    made = [each for each in built.made if each.rule.name == table]
    refused, rows = sum(len(each.refused) for each in made), sum(len(each.places) for each in made)
    return f"{refused:,} of {rows:,} rows of the files could not be used" if refused else ""


def _table_source(sources: list[Source], as_at: date, refused: str) -> TableSource:
    firsts = [source.complete_from for source in sources]
    return TableSource(
        _joined(source.system for source in sources),
        as_at.isoformat() if sources else "",
        # Complete only from where all of them are; unknown for one is unknown for the table.
        date.fromisoformat(max(firsts)) if firsts and all(firsts) else None,
        _joined([*(source.note for source in sources), refused]),
    )


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(text for text in texts if text))
