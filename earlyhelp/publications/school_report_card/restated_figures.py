"""What became of the figures since an earlier edition of the same period, and why: a table for the last page."""

from __future__ import annotations

from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.publications.restated import Restated, RowsRestated
from earlyhelp.report.cell_notes import day_in_words
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form, print_number
from earlyhelp.report.sentences import Name, RowNumber, Sentence, say
from earlyhelp.report.tables import FigureCell, NoFigure, Row, Table, TableCell

COLUMNS = ("Then", "Now", "Figures that differ", "Why")


def restated_figures(figures: ReleasedFigures) -> tuple[Exhibit, ...]:
    """Return a table of the measures with figures that differ; nothing without an earlier edition or a difference."""
    differing = [each for each in figures.subject.restated if each.differing]
    if not differing:
        return ()
    since = day_in_words(differing[0].earlier_as_at)
    rows = tuple(
        Row(CATALOGUE[each.measure].asks if each.measure in CATALOGUE else each.measure, _cells(each))
        for each in differing
    )
    return (Exhibit(Table(f"Figures that differ from the edition as at {since}", "Question", COLUMNS, rows)),)


def since_the_earlier_edition(figures: ReleasedFigures) -> Sentence | None:
    """Return how many figures of the earlier edition still stand, or None without one."""
    restated = figures.subject.restated
    if not restated:
        return None
    differing = sum(each.differing for each in restated)
    since = Name(day_in_words(restated[0].earlier_as_at))
    if not differing:
        return say("Every figure is as it was in the edition as at {since}.", since=since)
    return say("{differing} of {figures} figures differ from the edition as at {since}.",
               differing=RowNumber(differing), figures=RowNumber(sum(each.figures for each in restated)),
               since=since)  # fmt: skip


def _cells(each: Restated) -> tuple[TableCell, ...]:
    then, now = (
        NoFigure("no total")
        if cell is None
        else FigureCell(cell, Form.COUNT if cell.out_of is None else Form.SHARE, is_of_another_edition=is_then)
        for cell, is_then in ((each.then, True), (each.now, False))
    )
    return then, now, RowNumber(each.differing), Name(_why(each))


def _why(each: Restated) -> str:
    said = ["The definition has changed."] if each.has_other_definition else []
    if each.rows is None:
        said.append("The rows cannot be compared: no private half was kept, or under another key.")
    else:
        said += [_moved(rows) for rows in each.rows]
    return " ".join(said) or "Rows of tables beside these have changed."


def _moved(rows: RowsRestated) -> str:
    moves = (("more", rows.added), ("fewer", rows.gone), ("corrected", rows.changed))
    told = ", ".join(f"{print_number(number)} {word}" for word, number in moves if number)
    then, now = print_number(rows.then), print_number(rows.now)
    return f"Rows of {rows.table} in the whole county, {then} then and {now} now: {told}."
