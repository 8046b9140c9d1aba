"""What young people, parents and schools say when work ends: one page for each."""

from __future__ import annotations

from dataclasses import dataclass

from earlyhelp.publications.declare import PageDeclaration, Telling, where_none
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures, by_share, is_spread
from earlyhelp.report.charts.chart import BarChart, ChartBar
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import Name, Sentence, plain, say
from earlyhelp.report.tables import FigureCell, Row, Table

ANSWERS = "closing_form_answers"
LEFT_OUT = "closing_form_answers_left_out"


@dataclass(frozen=True)
class AnswersOf:
    """Bars and a table of one respondent's answers, counts first."""

    respondent: str
    instrument: str
    title: str
    column: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        items = self._items(figures)
        bars = tuple(ChartBar(item.label, item.cell) for item in items)
        rows = tuple(Row(item.label, self._cells(figures, item)) for item in items)
        columns = (self.column, "Answers", "Percentage", "Left out")
        return Exhibit(Table(self.title, "Question", columns, rows),
                       (BarChart(self.title, bars, Form.COUNT_OF, full_scale=True),))  # fmt: skip

    def _items(self, figures: ReleasedFigures) -> list[Labelled]:
        wordings = figures.subject.wordings
        order = {item: place for place, (instrument, item) in enumerate(wordings) if instrument == self.instrument}
        items = figures.across(ANSWERS, "item", respondent=self.respondent)
        named = [
            Labelled(item.code, wordings.get((self.instrument, item.code), item.label), item.cell) for item in items
        ]
        return sorted(named, key=lambda item: (order.get(item.code, len(order)), item.code))

    def _cells(self, figures: ReleasedFigures, item: Labelled) -> tuple[FigureCell, ...]:
        parts = {} if item.code == "all" else {"item": item.code, "respondent": self.respondent}
        left_out = figures.cell(LEFT_OUT, **parts) if figures.has(LEFT_OUT) else item.cell
        return (
            FigureCell(item.cell, Form.COUNT), FigureCell(item.cell, Form.OUT_OF),
            FigureCell(item.cell, Form.PERCENT), FigureCell(left_out, Form.COUNT),
        )  # fmt: skip


def form_page(respondent: str, instrument: str, topic: str, people: str, title: str, column: str) -> PageDeclaration:
    """Return the page of one respondent. `people` says who they are, `column` heads the answers that count."""
    return PageDeclaration(
        key=f"forms-{respondent.replace('_', '-')}",
        topic=topic,
        measures=("closing_forms", ANSWERS, LEFT_OUT),
        exhibits=(AnswersOf(respondent, instrument, title, column),),
        headings=(_heading(respondent, people),),
        tells=(where_none("closing_forms", "No closing forms came back in the period."),
               _returned(respondent, people), _both_ends(respondent, instrument)),
        notes=("Answers that are empty or not applicable are left out and counted in the last column. Forms come from "
               "those who chose to reply, who may differ from those who did not.",),
        tables=("closing_form", "closing_answer"),
    )  # fmt: skip


def _heading(respondent: str, people: str) -> Telling:
    def heading(figures: ReleasedFigures) -> Sentence | None:
        return say(f"{{forms:count_or_no}} closing {{forms:form|forms}} came back from {people}",
                   forms=figures.cell("closing_forms", respondent=respondent))  # fmt: skip

    return heading


def _returned(respondent: str, people: str) -> Telling:
    def tell(figures: ReleasedFigures) -> Sentence | None:
        forms, everybody = figures.cell("closing_forms", respondent=respondent), figures.cell("closing_forms")
        if not everybody.count:
            return None
        if everybody.count == 1:
            whom = people if forms.count == 1 else "somebody else"
            return plain(f"The only closing form received in the period came from {whom}.")
        return say(
            f"Of the {{all:count}} closing forms received in the period, {{forms:count_or_none}} came from {people}.",
            forms=forms, all=everybody,
        )  # fmt: skip

    return tell


def _both_ends(respondent: str, instrument: str) -> Telling:
    def tell(figures: ReleasedFigures) -> Sentence | None:
        ranked = by_share(figures.across(ANSWERS, "item", respondent=respondent))
        if not is_spread(ranked):
            return None
        best, least = (
            figures.subject.wordings.get((instrument, item.code), item.label) for item in (ranked[0], ranked[-1])
        )
        return say(
            "The best answers were to “{best}” ({a:percent}), the least good to “{least}” ({b:percent}).",
            best=Name(best), a=ranked[0].cell, least=Name(least), b=ranked[-1].cell,
        )  # fmt: skip

    return tell


YOUNG_PEOPLE = form_page("young_person", "young_person", "What young people say", "young people",
                         "Young people who were happy with each point", "Happy")  # fmt: skip
PARENTS = form_page("parent_carer", "parent_carer", "What parents and carers say",
                    "parents and carers",
                    "Parents and carers who were happy with each point", "Happy")  # fmt: skip
SCHOOLS = form_page("school", "school_closing", "What schools say", "schools",
                    "Schools that were satisfied with each point", "Satisfied")  # fmt: skip
