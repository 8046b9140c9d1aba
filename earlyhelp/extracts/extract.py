"""From a council's files to a dataset, end to end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from earlyhelp.extracts.building.account import RuleCount, SheetCount, count_rule, count_sheets
from earlyhelp.extracts.building.as_at import days_named, the_last_day
from earlyhelp.extracts.building.build import Built, Laid, build_tables
from earlyhelp.extracts.building.council import Council, find_council
from earlyhelp.extracts.building.judge import ask_about_day, judge_run
from earlyhelp.extracts.building.key_file import id_key
from earlyhelp.extracts.building.laid_out import LaidOut
from earlyhelp.extracts.building.lay_out_sheets import columns_read, lay_out_sheets, named_texts, names_used
from earlyhelp.extracts.building.match_files import fits_source, read_sheets
from earlyhelp.extracts.building.questions import Questions
from earlyhelp.extracts.building.reasons import Reason, reasons_of
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
    reasons     why rows were refused and values not recorded
    """

    council: Council
    as_at: date
    sheets: tuple[SheetCount, ...]
    rules: tuple[RuleCount, ...]
    rows: dict[str, int]
    questions: Questions
    reasons: tuple[Reason, ...]


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
    sources = [rows for each in made.laid for rows in each.sources.values()]
    reasons = reasons_of(sources, made.built.made)
    write_extract(out, made.built, made.laid, made.council, made.as_at, made.questions, reasons)
    return Extraction(
        made.council,
        made.as_at,
        tuple(count for rows in sources for count in count_sheets(rows)),
        tuple(count_rule(each) for each in made.built.made),
        {name: len(rows) for name, rows in made.built.tables.items()},
        made.questions,
        tuple(reasons),
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
    named = days_named((source, each) for pairs in laid_out for source, found in pairs for each in found)
    if as_at is None:
        as_at = the_last_day(named)
    ask_about_day(as_at, named, questions)
    tell("making the tables")
    laid = tuple(
        Laid(
            mapping,
            {
                source.name: reshape(
                    join_sheets(source, found, columns_read(mapping, source, found)), named_texts(mapping, source)
                )
                for source, found in pairs
            },
            id_key(mapping, council.county_code, questions),
        )
        for mapping, pairs in zip(mappings, laid_out, strict=True)
    )
    built = build_tables(laid, council, as_at, questions)
    judge_run(built, questions)
    return Prepared(council, as_at, laid, built, questions)


def _lay_out(mapping: Mapping, sheets: Sequence[Sheet], questions: Questions) -> list[tuple[Source, list[LaidOut]]]:
    pairs = [(source, lay_out_sheets(mapping, source, sheets, questions)) for source in mapping.sources.values()]
    if not any(found for _, found in pairs):
        fitting = [(source, sheet) for source, _ in pairs for sheet in sheets if fits_source(source, sheet)]
        if fitting:
            raise MappingWrong([_no_names(mapping, source, sheet) for source, sheet in fitting])
        patterns = ", ".join(pattern for source in mapping.sources.values() for pattern in source.files)
        raise MappingWrong([f"No file fits the mapping {mapping.path.stem}. It reads files named {patterns}."])
    for source, found in pairs:
        fits = any(fits_source(source, sheet) for sheet in sheets)
        if not found and not fits:
            patterns = ", ".join(source.files)
            questions.ask(
                f"No file was given for [source.{source.name}] of {mapping.path.stem}: none is called {patterns}. "
                "Tables made from it alone are not written",
                "give the file, or put right the patterns in `files`; take the source out if you have no such file",
            )
    return pairs


def _no_names(mapping: Mapping, source: Source, sheet: Sheet) -> str:
    if not sheet.rows:
        return f"{sheet.title} is empty."
    names = names_used(mapping, source)
    return f"{sheet.title} has no row with the columns of [source.{source.name}] of {mapping.path.stem}: {names}."
