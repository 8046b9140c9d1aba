"""What early help and the school did together, in one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.publications.changes import changed
from earlyhelp.publications.declare import PageDeclaration
from earlyhelp.publications.exhibits import beside_earlier
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import Sentence, say
from earlyhelp.report.tables import FigureCell, Row, Table

SCHOOLS: Final = "2A"
LINES: Final[tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]] = (
    ("Requests for support made", "requests", (("source_code", SCHOOLS),)),
    ("Children named in them", "children_in_school_requests", ()),
    ("Early help assessments started", "assessments_started_by_schools", ()),
    ("Of these, led by the school", "assessments_led_by_schools", ()),
    ("Link meetings held", "link_meetings", (("outcome", "held"),)),
    ("Children in open work at the end of the period", "open_children", ()),
    ("Children whose work ended", "children_closed", ()),
)


@dataclass(frozen=True)
class AtAGlance:
    """A table of counts: the school's own, a year earlier, and the same for all schools of the district and county."""

    title: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        subject = figures.subject
        lines = [
            (label, figures.cell(measure, **dict(parts))) for label, measure, parts in LINES if figures.has(measure)
        ]
        columns, own = beside_earlier(figures, "Your school", [cell for _, cell in lines], Form.COUNT)
        around = [place for place in (subject.district, subject.county) if place is not None]
        headings = (*columns, *(f"{place.name}, all schools" for place in around))
        rows = tuple(
            Row(
                label,
                (
                    *each,
                    *(FigureCell(figures.cell_at(place, cell.measure, **cell.parts), Form.COUNT) for place in around),
                ),
            )
            for (label, cell), each in zip(lines, own, strict=True)
        )
        return Exhibit(Table(self.title, "What was done", headings, rows))


def asked_for(figures: ReleasedFigures) -> ReleasedCell:
    """Return the requests that the school made itself."""
    return figures.cell("requests", source_code=SCHOOLS)


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say("Your school made {asked:count_or_no} {asked:request|requests} for support", asked=asked_for(figures))


def what_was_asked(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "Your school made {asked:count_or_no} {asked:request|requests} for support, naming {named:count_or_no} "
        "{named:child|children}, and started {started:count_or_no} early help {started:assessment|assessments}.",
        asked=asked_for(figures), named=figures.cell("children_in_school_requests"),
        started=figures.cell("assessments_started_by_schools"),
    )  # fmt: skip


def with_whom(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "At the end of the period the team was working with {open:count_or_no} {open:child|children} of school age "
        "who {open:goes|go} to your school. Work with {closed:count_or_no} {closed:child|children} ended in the "
        "period.",
        open=figures.cell("open_children"), closed=figures.cell("children_closed"),
    )  # fmt: skip


PAGE: Final = PageDeclaration(
    key="your-school",
    topic="Your school and early help",
    measures=("requests", "children_in_school_requests", "assessments_started_by_schools",
              "assessments_led_by_schools", "link_meetings", "open_children", "children_closed"),
    exhibits=(AtAGlance("Your school at a glance"),),
    headings=(heading,),
    tells=(what_was_asked, with_whom,
           changed("your school made {then:count} {then:request|requests}", "requests", source_code=SCHOOLS)),
    notes=("Schools differ in size, so the columns for the district and the county show where the work lies and are "
           "no yardstick.", "The school is the one the child went to when the work began."),
    tables=("request", "assessment", "link_meeting", "involvement_child"),
)  # fmt: skip
