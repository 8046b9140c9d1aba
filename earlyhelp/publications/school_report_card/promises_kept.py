"""What happened to what we promised: each promise of an earlier card, its figure then and now, its outcome."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from earlyhelp.measures.figures import Status
from earlyhelp.publications.declare import method
from earlyhelp.publications.labels import label
from earlyhelp.publications.number_words import in_words, opening
from earlyhelp.publications.promised import Judged, Promised, Standing
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.publications.school_report_card.promise_outcomes import outcome
from earlyhelp.report.cell_notes import day_in_words
from earlyhelp.report.document import Exhibit, Page
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import Name, Sentence, plain
from earlyhelp.report.tables import FigureCell, NoFigure, Row, Table, TableCell

KEY: Final = "what-we-promised"
TITLE: Final = "What happened to what we promised"
NO_FIGURE: Final = NoFigure("no figure")
# An earlier number beside one that is hidden now may be nearly the same.
NOT_SHOWN: Final = NoFigure("not shown")


def build(figures: ReleasedFigures, pages: Collection[str]) -> Page | None:
    """Return the page; None where no earlier card promised anything about the pages that this card has.

    pages   keys of the pages of the card
    """
    told = tuple(each for each in figures.subject.promises if each.page in pages)
    if not told:
        return None
    measures = dict.fromkeys(each.judged.evidence.measure for each in told if each.judged)
    return Page(
        key=KEY,
        topic="Promises of earlier cards",
        heading=heading(told),
        exhibits=(*_with_figures(told), *_with_words(told)),
        tells=tells(told),
        methods=tuple(method(measure) for measure in measures),
        notes=_notes(told),
        source=Name("the people who made the promises, and the figures of this card and of earlier ones"),
    )


def heading(told: Collection[Promised]) -> Sentence:
    if len(told) == 1:
        return plain(f"The one promise of earlier cards {_one(*told)}")
    kept, overdue = _count(told, Standing.KEPT), sum(each.is_overdue for each in told)
    said = f"{opening(in_words(kept))} of {in_words(len(told))} promises kept"
    return plain(f"{said}, {in_words(overdue)} overdue" if overdue else said)


def _one(told: Promised) -> str:
    if told.standing.is_open:
        return "is overdue" if told.is_overdue else "is still open"
    return "was kept" if told.standing is Standing.KEPT else "was dropped"


def tells(told: Collection[Promised]) -> tuple[Sentence, ...]:
    """Return how the promises stand, and which has been waited for longest."""
    standings = [
        (words, _count(told, standing))
        for standing, words in (
            (Standing.KEPT, "kept"), (Standing.UNDER_WAY, "under way"), (Standing.NOT_STARTED, "not started"),
            (Standing.DROPPED, "dropped"), (Standing.NOTHING_SAID, "open without a word on how far they are"),
        )
    ]  # fmt: skip
    parts = ", ".join(f"{in_words(count)} {'is' if count == 1 else 'are'} {words}" for words, count in standings
                      if count)  # fmt: skip
    said = [plain(f"Of the promises still open at the last card or made since, {parts}.")]
    late = [each for each in told if each.is_overdue and each.action.due_on]
    if late:
        first = min(late, key=lambda each: (each.action.due_on, each.action.id))
        assert first.action.due_on is not None
        said.append(Sentence((Name(f"Longest overdue, since {day_in_words(first.action.due_on)}: "),
                              Name(_with_a_stop(first.action.what)))))  # fmt: skip
    return tuple(said)


def _count(told: Collection[Promised], standing: Standing) -> int:
    return sum(each.standing is standing for each in told)


def _with_a_stop(text: str) -> str:
    return f"{text.removesuffix('.')}."


def _notes(told: Collection[Promised]) -> tuple[Sentence, ...]:
    notes = [plain("A promise that was kept or dropped is told here once, and then leaves this page.")]
    if any(each.judged for each in told):
        notes.append(plain("Then means the first card that had the promise. A figure moves for many reasons: that it "
                           "moved as promised does not say that the promise moved it."))  # fmt: skip
    return tuple(notes)


# What became of a promise stands beside it, where a telephone shows it.
def _with_figures(told: Collection[Promised]) -> tuple[Exhibit, ...]:
    rows = tuple(
        Row(
            each.action.what,
            (outcome(each), _then(each.judged), _now(each.judged), _figure_named(each.judged), _who(each)),
        )
        for each in told
        if each.judged
    )
    columns = ("What became of it", "Then", "Now", "Figure", "Who, by when")
    return (Exhibit(Table("Promises that a figure speaks for", "Promise", columns, rows)),) if rows else ()


def _with_words(told: Collection[Promised]) -> tuple[Exhibit, ...]:
    rows = tuple(Row(each.action.what, (outcome(each), _who(each))) for each in told if not each.judged)
    columns = ("What became of it", "Who, by when")
    table = Table("Promises that those who see to them speak for", "Promise", columns, rows)
    return (Exhibit(table),) if rows else ()


def _who(each: Promised) -> TableCell:
    due = each.action.due_on
    when = f", by {day_in_words(due)}" if due else ""
    moved = f" (at first by {day_in_words(each.first_due_on)})" if each.first_due_on else ""
    return Name(f"{each.action.owner}{when}{moved}")


def _figure_named(of: Judged) -> TableCell:
    measure = of.evidence.measure
    cell = of.now or of.then
    parts = cell.parts if cell else {}
    which = "".join(f"{label(measure, name, code)}, " for name, code in parts.items())
    return Name(f"{method(measure).asks} {which}{of.place.name}.")


def _then(of: Judged) -> TableCell:
    if of.then is None:
        return NO_FIGURE
    if of.now is not None and of.now.status is Status.SUPPRESSED:
        return NOT_SHOWN
    return FigureCell(of.then, _form(of), is_of_another_edition=True)


def _now(of: Judged) -> TableCell:
    return NO_FIGURE if of.now is None else FigureCell(of.now, _form(of))


def _form(of: Judged) -> Form:
    cells = [cell for cell in (of.now, of.then) if cell is not None and cell.status.has_number]
    if any(cell.unit == "months" for cell in cells):
        return Form.MONTHS
    return Form.SHARE if any(cell.out_of is not None for cell in cells) else Form.COUNT
