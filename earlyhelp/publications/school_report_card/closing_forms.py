"""What young people, parents and schools say when work ends: one page for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.measures.figures import Status
from earlyhelp.publications.changes import changed
from earlyhelp.publications.declare import PageDeclaration, Telling, where_none
from earlyhelp.publications.exhibits import SharesOf, one_row
from earlyhelp.publications.judgements import LARGEST, SMALLEST, any_hidden, majority, rank
from earlyhelp.publications.released_figures import (
    Labelled,
    ReleasedFigures,
    by_share,
    is_counted,
    is_most,
    is_spread,
)
from earlyhelp.report.charts.chart import StackedBarChart, StackedRow
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form, exact_share
from earlyhelp.report.sentences import Name, Sentence, Words, plain, say
from earlyhelp.report.tables import FigureCell, Row, Table

ANSWERS: Final = "closing_form_answers"
SCALE: Final = "closing_form_scale"
LEFT_OUT: Final = "closing_form_answers_left_out"
RETURNED: Final = "closing_forms_returned"
ENDS: Final = ("positive", "middle", "negative")


@dataclass(frozen=True)
class AnswersOf:
    """100% bars of one respondent's answers over the whole scale, and a table of their counts first.

    ends    what the positive, the middle and the negative end of the scale are called
    """

    respondent: str
    instrument: str
    title: str
    ends: tuple[str, str, str]

    def build(self, figures: ReleasedFigures) -> Exhibit:
        items = questions(figures, self.respondent, self.instrument)
        if not any(is_counted(item.cell) for item in items):
            # Nobody of this kind was asked anything, or the table is missing: the forms themselves say which.
            forms = figures.cell("closing_forms", respondent=self.respondent)
            return one_row(self.title, "Question", "Forms", forms)
        rows = tuple(Row(item.label, self._cells(figures, item)) for item in items)
        bars = tuple(
            StackedRow(item.label, tuple(self._end(figures, item, end) for end in range(len(ENDS)))) for item in items
        )
        columns = (*self.ends, "Answers", f"{self.ends[0]}, share", "Left out")
        return Exhibit(
            Table(self.title, "Question", columns, rows), (StackedBarChart(self.title, self.ends, bars),)
        )  # fmt: skip

    def _end(self, figures: ReleasedFigures, item: Labelled, end: int) -> ReleasedCell:
        return figures.cell(SCALE, item=item.code, respondent=self.respondent, outcome=ENDS[end])

    def _cells(self, figures: ReleasedFigures, item: Labelled) -> tuple[FigureCell, ...]:
        parts = {"item": item.code, "respondent": self.respondent}
        ends = tuple(self._end(figures, item, end) for end in range(len(ENDS)))
        # All share one out-of; where the positive answers are hidden another end still tells it.
        answers = next((cell for cell in (item.cell, *ends) if cell.status.has_number), item.cell)
        return (
            *(FigureCell(cell, Form.COUNT) for cell in ends),
            FigureCell(answers, Form.OUT_OF), FigureCell(item.cell, Form.PERCENT),
            FigureCell(figures.cell(LEFT_OUT, **parts), Form.COUNT),
        )  # fmt: skip


def questions(figures: ReleasedFigures, respondent: str, instrument: str) -> tuple[Labelled, ...]:
    """Return the questions of a form in the words and the order in which they were put."""
    wordings = figures.subject.wordings
    order = {item: place for place, (form, item) in enumerate(wordings) if form == instrument}
    items = figures.across(ANSWERS, "item", respondent=respondent)
    named = [Labelled(item.code, wordings.get((instrument, item.code), item.label), item.cell) for item in items]
    return tuple(sorted(named, key=lambda item: (order.get(item.code, len(order)), item.code)))


def form_page(
    respondent: str, instrument: str, topic: str, people: str, title: str, ends: tuple[str, str, str]
) -> PageDeclaration:
    """Return the page of one respondent. `people` says who they are, `ends` what the ends of the scale are called."""
    return PageDeclaration(
        key=f"forms-{respondent.replace('_', '-')}",
        topic=topic,
        measures=("closing_forms", ANSWERS, SCALE, LEFT_OUT, RETURNED),
        exhibits=(
            AnswersOf(respondent, instrument, title, ends),
            SharesOf("How many of the forms offered came back", "Forms",
                     ((f"Offered to {people} and returned", RETURNED, (("respondent", respondent),)),), is_drawn=False),
        ),
        headings=(_mostly(respondent, people, ends[0].lower()), _heading(respondent, people)),
        tells=(where_none("closing_forms", "No closing forms came back in the period."),
               _returned(respondent, people), _both_ends(respondent, instrument),
               changed(f"{people} returned {{then:count}} {{then:form|forms}}", "closing_forms",
                       respondent=respondent)),
        notes=("Answers that are empty or not applicable are left out and counted in the last column. Forms come from "
               "those who chose to reply, who may differ from those who did not. Forms received in the "
               "period and forms offered in it are not the same forms.",),
        tables=("closing_form", "closing_answer", "closing_offer"),
    )  # fmt: skip


def _mostly(respondent: str, people: str, word: str) -> Telling:
    def heading(figures: ReleasedFigures) -> Sentence | None:
        asked = figures.across(ANSWERS, "item", respondent=respondent)
        items = by_share(asked)
        if not items or any_hidden(asked) or not all(is_most(item.cell, item.cell) for item in items):
            return None
        words = Words(f"most {people} answering were {word}")
        return say("On every question {most}", most=majority(words, *(item.cell for item in items)))

    return heading


def _heading(respondent: str, people: str) -> Telling:
    def heading(figures: ReleasedFigures) -> Sentence | None:
        return say(f"{{forms:count_or_no}} closing {{forms:form|forms}} came back from {people}",
                   forms=figures.cell("closing_forms", respondent=respondent))  # fmt: skip

    return heading


def _returned(respondent: str, people: str) -> Telling:
    def tell(figures: ReleasedFigures) -> Sentence | None:
        forms, offers = (
            figures.cell("closing_forms", respondent=respondent),
            figures.cell(RETURNED, respondent=respondent),
        )
        if forms.status is Status.ZERO:
            return None if not figures.cell("closing_forms").count else plain(f"No closing form came from {people}.")
        told = say(f"{{forms:count}} closing {{forms:form|forms}} came from {people}; of the forms offered to them, "
                   "{back:share} came back.", forms=forms, back=offers)  # fmt: skip
        return told or say(f"{{forms:count}} closing {{forms:form|forms}} came from {people}.", forms=forms)

    return tell


def _both_ends(respondent: str, instrument: str) -> Telling:
    def tell(figures: ReleasedFigures) -> Sentence | None:
        asked = figures.across(ANSWERS, "item", respondent=respondent)
        ranked = by_share(asked)
        if any_hidden(asked) or not is_spread(ranked):
            return None
        ends = [ranked[0], ranked[-1]]
        # A question that shares its place with another is not named as the one.
        if any(
            exact_share(one.cell) == exact_share(other.cell) for one in ends for other in ranked if other is not one
        ):
            return None
        best, least = (figures.subject.wordings.get((instrument, item.code), item.label) for item in ends)
        return say(
            "The best answers were to “{best}” ({a:percent}), the least good to “{least}” ({b:percent}).",
            best=rank(LARGEST, Name(best), ranked), a=ranked[0].cell,
            least=rank(SMALLEST, Name(least), ranked), b=ranked[-1].cell,
        )  # fmt: skip

    return tell


YOUNG_PEOPLE = form_page("young_person", "young_person", "What young people say", "young people",
                         "How young people answered, question by question", ("Happy", "Unsure", "Sad"))  # fmt: skip
PARENTS = form_page("parent_carer", "parent_carer", "What parents and carers say", "parents and carers",
                    "How parents and carers answered, question by question", ("Happy", "Unsure", "Sad"))  # fmt: skip
SCHOOLS = form_page("school", "school_closing", "What schools say", "schools",
                    "How schools answered, question by question",
                    ("Satisfied", "Neither", "Dissatisfied"))  # fmt: skip
