"""What the figures rest on: rows read, used, refused and blanked, questions still open, tables not supplied."""

from __future__ import annotations

from collections.abc import Mapping

from earlyhelp.places import SCHOOL
from earlyhelp.publications.declare import why_not_measured
from earlyhelp.publications.limits import tables_of
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.publications.school_report_card.restated_figures import restated_figures, since_the_earlier_edition
from earlyhelp.publications.subject import SuppliedTable
from earlyhelp.report.document import Exhibit, Page
from earlyhelp.report.sentences import Name, RowNumber, Sentence, Words, plain, say
from earlyhelp.report.tables import Row, Table

COLUMNS = ("From", "Rows read", "Used", "Refused", "Refused with another", "Values blanked")


def build(figures: ReleasedFigures) -> Page:
    """Return the page. Its numbers are rows of files and describe no person."""
    return Page(
        key="data-quality",
        topic="What the figures rest on",
        heading=heading(figures),
        exhibits=(*supplied(figures), *not_measured(figures), *restated_figures(figures)),
        tells=tells(figures),
        methods=(),
        notes=(*_notes_on_rows(figures), *_notes_of_sources(figures.subject.source_notes)),
    )


def _notes_on_rows(figures: ReleasedFigures) -> tuple[Sentence, ...]:
    if not figures.subject.tells_rows:
        return (plain("How many rows each table has is told to staff alone: between two editions a row more or less "
                      "can be a family."),)  # fmt: skip
    return (plain("A refused row is not used in any figure, nor is a row that belongs to one (refused with "
                     "another). A blanked value is read as not recorded and its row stays. "
                     "Tables that no figure here is counted from are not listed."),)  # fmt: skip


def heading(figures: ReleasedFigures) -> Sentence:
    tables = figures.subject.tables
    used, read = sum(table.used for table in tables), sum(table.read for table in tables)
    if used == read:
        return plain("Every row of the dataset could be used")
    if not figures.subject.tells_rows:
        share = "Over 99%" if (read - used) * 100 < read else f"{used * 100 // read}%"
        return Sentence((Name(share), Words(" of the rows of the dataset could be used")))
    said = say("{used} of {read} rows of the dataset could be used", used=RowNumber(used), read=RowNumber(read))
    assert said is not None
    return said


def supplied(figures: ReleasedFigures) -> tuple[Exhibit, ...]:
    """Return the table of rows by table; on a school's card, of the tables its own figures are counted from.

    Nothing where numbers of rows are not told.
    """
    if not figures.subject.tells_rows:
        return ()
    needed = {table for cell in figures.one_of_each() for table in tables_of(cell)} if _is_a_school(figures) else None
    tables = figures.subject.tables
    rows = tuple(Row(table.table, _numbers(table)) for table in tables if needed is None or table.table in needed)
    return (Exhibit(Table("Rows by table of the dataset", "Table", COLUMNS, rows)),)


def _is_a_school(figures: ReleasedFigures) -> bool:
    return figures.subject.place.level == SCHOOL


def not_measured(figures: ReleasedFigures) -> tuple[Exhibit, ...]:
    """Return a table of the measures without any number for the place, and why; nothing where there are none."""
    rows = tuple(Row(asks, (Name(status), Name(note))) for asks, status, note in why_not_measured(figures))
    if not rows:
        return ()
    return (Exhibit(Table("Questions that could not be answered", "Question", ("Status", "Why"), rows)),)


def tells(figures: ReleasedFigures) -> tuple[Sentence, ...]:
    tables = figures.subject.tables
    subject = figures.subject
    rows = (_refused_and_blanked(tables), _most_refused(tables), _queries(subject.queries))
    told, most, queries = rows if subject.tells_rows else (None, None, None)
    said = (told, since_the_earlier_edition(figures) or most, queries, _absent(subject.absent_tables))
    return tuple(sentence for sentence in said if sentence is not None)


def _refused_and_blanked(tables: tuple[SuppliedTable, ...]) -> Sentence | None:
    refused = sum(table.refused + table.refused_with_parent for table in tables)
    blanked = sum(table.blanked for table in tables)
    if not refused and not blanked:
        return plain("No row of the dataset was refused and no value was blanked.")
    return say(
        "{refused} {rows} refused and {blanked} {values} blanked.",
        refused=_number_or_no(refused), rows=Name("row was" if refused == 1 else "rows were"),
        blanked=_number_or_no(blanked, opens=False), values=Name("value was" if blanked == 1 else "values were"),
    )  # fmt: skip


def _number_or_no(number: int, opens: bool = True) -> RowNumber | Name:
    return RowNumber(number) if number else Name("No" if opens else "no")


def _most_refused(tables: tuple[SuppliedTable, ...]) -> Sentence | None:
    most = max(tables, key=lambda table: table.refused, default=None)
    if most is None or not most.refused:
        return None
    return say("The table with most refused rows is {table} ({refused} of {read}).", table=Name(most.table),
               refused=RowNumber(most.refused), read=RowNumber(most.read))  # fmt: skip


def _queries(queries: int) -> Sentence | None:
    if not queries:
        return plain("No question to the people who keep the records is open.")
    return say("{queries} {questions} to the people who keep the records {are} still open; the rows stay in the "
               "figures.", queries=RowNumber(queries), questions=Name("question" if queries == 1 else "questions"),
               are=Name("is" if queries == 1 else "are"))  # fmt: skip


def _absent(tables: tuple[str, ...]) -> Sentence | None:
    return say("These tables were not supplied: {tables}.", tables=Name(", ".join(tables))) if tables else None


def _notes_of_sources(notes: Mapping[str, str]) -> tuple[Sentence, ...]:
    """Return what the dataset says of its sources, each note once, with the tables it is about unless it is all."""
    about: dict[str, list[str]] = {}
    for table, note in notes.items():
        if note:
            about.setdefault(note, []).append(table)
    return tuple(
        Sentence((Name(f"{note.removesuffix('.')} ({', '.join(names)})." if len(names) < len(notes) else note),))
        for note, names in about.items()
    )


def _numbers(table: SuppliedTable) -> tuple[Name | RowNumber, ...]:
    return (
        Name(table.system or "not said"), RowNumber(table.read), RowNumber(table.used), RowNumber(table.refused),
        RowNumber(table.refused_with_parent), RowNumber(table.blanked),
    )  # fmt: skip
