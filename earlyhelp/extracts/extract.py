"""From a council's files to a dataset, end to end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from earlyhelp.extracts.building.account import RuleCount, SheetCount, count_rule, count_sheets
from earlyhelp.extracts.building.as_at import find_as_at
from earlyhelp.extracts.building.build import Built, Laid, build_tables
from earlyhelp.extracts.building.council import Council, find_council
from earlyhelp.extracts.building.key_file import id_key
from earlyhelp.extracts.building.laid_out import LaidOut
from earlyhelp.extracts.building.lay_out_sheets import columns_read, lay_out_sheets
from earlyhelp.extracts.building.match_files import read_sheets
from earlyhelp.extracts.building.questions import Questions
from earlyhelp.extracts.building.reshape import reshape
from earlyhelp.extracts.building.source_rows import join_sheets
from earlyhelp.extracts.building.write import make_room, write_extract
from earlyhelp.extracts.files.find_files import find_files
from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.mapping.declare import Mapping, Source
from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a run made and what became of every row.

    sheets      how the rows of each sheet divide
    rules       how the rows offered to each table divide
    rows        rows written, by table
    """

    council: Council
    as_at: date
    sheets: tuple[SheetCount, ...]
    rules: tuple[RuleCount, ...]
    rows: dict[str, int]
    questions: Questions


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything read and built, before anything is written."""

    council: Council
    as_at: date
    laid: tuple[Laid, ...]
    built: Built
    questions: Questions


def extract(
    files: Sequence[Path],
    mappings: Sequence[Mapping],
    out: Path,
    *,
    county: str = "",
    as_at: date | None = None,
    tell: Callable[[str], None] = lambda step: None,
) -> Extraction:
    """Write the dataset that the mappings make of the files, with its account and its questions.

    files   files and folders; which of them are read the mappings say
    out     a new or empty folder, or one with an earlier extract, which is replaced
    county  code or name; the mappings may say it instead
    as_at   the last day the data speak for; the sources may say it instead
    tell    told each step as it begins
    Raises  CannotRead: a file cannot be read. MappingWrong: something is not said, or contradicts itself.
            FolderInUse: `out` holds something else. Nothing is written then
    """
    made = prepare(files, mappings, county=county, as_at=as_at, tell=tell)
    tell("writing the dataset")
    make_room(out)
    write_extract(out, made.built, made.laid, made.council, made.as_at, made.questions)
    return Extraction(
        made.council,
        made.as_at,
        tuple(count for each in made.laid for rows in each.sources.values() for count in count_sheets(rows)),
        tuple(count_rule(each) for each in made.built.made),
        {name: len(rows) for name, rows in made.built.tables.items()},
        made.questions,
    )


def prepare(
    files: Sequence[Path],
    mappings: Sequence[Mapping],
    *,
    county: str = "",
    as_at: date | None = None,
    tell: Callable[[str], None] = lambda step: None,
) -> Prepared:
    """Read the files and make the tables without writing anything. Arguments and errors as for `extract`."""
    council = find_council(mappings, county)
    questions = Questions()
    with TemporaryDirectory(prefix="earlyhelp-", ignore_cleanup_errors=True) as folder:
        tell("reading the files")
        sheets, passed_over = read_sheets(find_files(files), mappings, Path(folder))
    for found in passed_over:
        questions.note(f"{found.name} fits no source of the mapping and was passed over.")
    return make_tables(sheets, mappings, council, questions, as_at=as_at, tell=tell)


def make_tables(
    sheets: Sequence[Sheet],
    mappings: Sequence[Mapping],
    council: Council,
    questions: Questions,
    *,
    as_at: date | None = None,
    tell: Callable[[str], None] = lambda step: None,
) -> Prepared:
    """Make the tables of sheets that are read already. Arguments and errors as for `extract`."""
    tell("finding the rows")
    laid_out = [_lay_out(mapping, sheets, questions) for mapping in mappings]
    if as_at is None:
        as_at = find_as_at((source, each) for pairs in laid_out for source, found in pairs for each in found)
    tell("making the tables")
    laid = tuple(
        Laid(
            mapping,
            {
                source.name: reshape(join_sheets(source, found, columns_read(mapping, source, found)))
                for source, found in pairs
            },
            id_key(mapping, council.county_code, questions),
        )
        for mapping, pairs in zip(mappings, laid_out, strict=True)
    )
    return Prepared(council, as_at, laid, build_tables(laid, council, as_at, questions), questions)


def _lay_out(mapping: Mapping, sheets: Sequence[Sheet], questions: Questions) -> list[tuple[Source, list[LaidOut]]]:
    pairs = [(source, lay_out_sheets(mapping, source, sheets, questions)) for source in mapping.sources.values()]
    if not any(found for _, found in pairs):
        patterns = ", ".join(pattern for source in mapping.sources.values() for pattern in source.files)
        raise MappingWrong([f"No file fits the mapping {mapping.path.stem}. It reads files named {patterns}."])
    for source, found in pairs:
        if not found:
            questions.note(f"No file was given for [source.{source.name}] of {mapping.path.stem}.")
    return pairs
