"""What became of the figures since an earlier edition, and why: a table for the last page."""

from __future__ import annotations

from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.figures import Status
from earlyhelp.publications.labels import label
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.publications.restated import Restated, RowsRestated
from earlyhelp.publications.school_report_card.steps_in_words import steps_in_words
from earlyhelp.report.cell_notes import day_in_words
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form, print_number
from earlyhelp.report.sentences import Name, Part, RowNumber, Sentence, Words, say
from earlyhelp.report.tables import FigureCell, NoFigure, Row, Table, TableCell

COLUMNS: Final = ("Then", "Now", "Figures that differ", "Why")
# How many figures differ is no figure itself, and beside hidden ones it could be taken for one.
COLUMNS_WITHOUT_NUMBERS: Final = ("Then", "Now", "Why")
NOT_SHOWN: Final = NoFigure("not shown")


def restated_figures(figures: ReleasedFigures) -> tuple[Exhibit, ...]:
    """Return a table of the measures with figures that differ; nothing without an earlier edition or a difference."""
    differing = [each for each in figures.subject.restated if each.differing]
    if not differing:
        return ()
    since = _edition_named(differing[0], figures)
    rows = tuple(Row(_question(each), _cells(each, figures)) for each in differing)
    columns = COLUMNS if figures.subject.tells_rows else COLUMNS_WITHOUT_NUMBERS
    return (Exhibit(Table(f"Figures that differ from the edition {since}", "Question", columns, rows)),)


def since_the_earlier_edition(figures: ReleasedFigures) -> Sentence | None:
    """Return how many figures of the earlier edition still stand, or None without one."""
    restated = figures.subject.restated
    if not restated:
        return None
    differing = sum(each.differing for each in restated)
    since = Name(_edition_named(restated[0], figures))
    if not differing:
        return say("Every figure is as it was in the edition {since}.", since=since)
    if not figures.subject.tells_rows:
        return say("Some figures differ from the edition {since}; the table says why.", since=since)
    return say("{differing} of {figures} figures differ from the edition {since}.",
               differing=RowNumber(differing), figures=RowNumber(sum(each.figures for each in restated)),
               since=since)  # fmt: skip


def _question(each: Restated) -> str:
    asks = CATALOGUE[each.measure].asks
    window = each.now.parts.get("window") if each.now else None
    return f"{asks} {label(each.measure, 'window', window)}." if window else asks


def _edition_named(each: Restated, figures: ReleasedFigures) -> str:
    """Return "as at 15 June 2016", after its period where that is another one."""
    as_at = f"as at {day_in_words(each.earlier_as_at)}"
    return as_at if each.earlier_period == figures.subject.period else f"of {each.earlier_period.label} {as_at}"


def _cells(each: Restated, figures: ReleasedFigures) -> tuple[TableCell, ...]:
    why = _why(each, figures)
    numbers = (RowNumber(each.differing),) if figures.subject.tells_rows else ()
    return _then(each), _figure(each.now), *numbers, why


def _then(each: Restated) -> TableCell:
    """What was printed then: not beside a number that is hidden now, which may be nearly the same."""
    if each.now is not None and each.now.status is Status.SUPPRESSED and each.then is not None:
        return NOT_SHOWN
    return _figure(each.then, is_of_another_edition=True)


def _figure(cell: ReleasedCell | None, *, is_of_another_edition: bool = False) -> TableCell:
    if cell is None:
        return NoFigure("no total")
    return FigureCell(cell, Form.COUNT if cell.out_of is None else Form.SHARE, is_of_another_edition)


def _why(each: Restated, figures: ReleasedFigures) -> Sentence:
    """Return in which steps the total moved; where that cannot be told, why not, and what is known all the same."""
    if each.steps is not None:
        return steps_in_words(each.steps)
    parts: list[Part] = []
    if each.why_not_split:
        parts.append(Words(f"The change cannot be split: {each.why_not_split}. "))
    if each.has_other_definition:
        parts.append(Words("The definition has changed. "))
    if each.earlier_period == figures.subject.period:
        parts += [Name(f"{_moved(rows)} ") for rows in each.rows or ()]
    return Sentence(tuple(parts) or (Words(_why_no_steps(each)),))


def _why_no_steps(each: Restated) -> str:
    if each.now is None:
        return "It has no total."
    if each.then is None or not each.then.status.has_number:
        return "No number was shown then to start from."
    return "Its total is as it was."


def _moved(rows: RowsRestated) -> str:
    moves = (("more", rows.added), ("fewer", rows.gone), ("corrected", rows.changed))
    told = ", ".join(f"{print_number(number)} {word}" for word, number in moves if number)
    then, now = print_number(rows.then), print_number(rows.now)
    return f"Rows of {rows.table} in the whole county, {then} then and {now} now: {told}."
