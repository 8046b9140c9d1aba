"""The six commonest focuses of the work, by key stage, and how far the first two overlap."""

from __future__ import annotations

from dataclasses import dataclass

from earlyhelp.measures.figures import Status
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import SCHOOL_AGE, SharesOf, all_hidden, bar, one_row
from earlyhelp.publications.judgements import LARGEST, SMALLEST, any_hidden, comparison, rank, shown
from earlyhelp.publications.labels import inside_a_sentence
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures, by_share, by_size, is_spread, largest
from earlyhelp.publications.school_report_card.requests_from_schools import stage_name
from earlyhelp.report.charts.panels import Panel, PanelChart
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import Name, Sentence, Words, plain, say
from earlyhelp.report.tables import FigureCell, Row, Table

SIX = 6


@dataclass(frozen=True)
class FocusesByKeyStage:
    """The six commonest focuses once for each key stage, on one scale, and a table of the same with all stages."""

    title: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        if hidden := all_hidden(figures, "children_with_focus", frozenset({"focus_code"}), self.title, "Focus"):
            return hidden
        six = commonest(figures)
        if not six or six[0].code == "all":
            return one_row(self.title, "Focus", "All", figures.cell("children_with_focus"))
        by_focus = [
            {stage.code: stage for stage in figures.across("children_with_focus", "key_stage", focus_code=item.code)}
            for item in six
        ]
        stages = [by_focus[0][code] for code in SCHOOL_AGE if code in by_focus[0]]
        panels = tuple(
            Panel(stage.label, tuple(bar(figures, found[stage.code], item.label)
                                     for item, found in zip(six, by_focus, strict=True)))
            for stage in stages
        )  # fmt: skip
        rows = tuple(
            Row(item.label, (*(FigureCell(found[stage.code].cell, Form.SHARE) for stage in stages),
                             FigureCell(item.cell, Form.SHARE)))
            for item, found in zip(six, by_focus, strict=True)
        )  # fmt: skip
        columns = (*(stage.label for stage in stages), "All")
        charts = (PanelChart(self.title, panels, Form.PERCENT),)
        return Exhibit(Table(self.title, "Focus", columns, rows), charts)


def commonest(figures: ReleasedFigures) -> tuple[Labelled, ...]:
    """Return the six focuses that most children have, of those not hidden; of equal ones, the first by code."""
    counted = figures.across("children_with_focus", "focus_code")
    return tuple(item for item in by_size(counted) if item.cell.status is not Status.SUPPRESSED)[:SIX]


def _shown_alone(figures: ReleasedFigures) -> str:
    """Return the words that keep a rank true where a hidden focus could be more common."""
    return " shown" if any_hidden(figures.across("children_with_focus", "focus_code")) else ""


def heading(figures: ReleasedFigures) -> Sentence | None:
    first = largest(commonest(figures))
    if first is None:
        return None
    return say(
        f"{{focus}} is the most common focus{_shown_alone(figures)}",
        focus=rank(LARGEST, Name(first.label), shown(commonest(figures))),
    )


def two_share_the_first_place(figures: ReleasedFigures) -> Sentence | None:
    six = commonest(figures)
    if len(six) < 3 or not six[0].size == six[1].size > six[2].size:
        return None
    return say(f"{{first}} and {{second}} are the most common focuses{_shown_alone(figures)}",
               first=rank(LARGEST, Name(six[0].label), shown(six)),
               second=rank(LARGEST, Name(inside_a_sentence(six[1].label)), shown(six)))  # fmt: skip


def several_share_it(figures: ReleasedFigures) -> Sentence | None:
    six = commonest(figures)
    if not six or not six[0].cell.status.has_number:
        return None
    if six[0].size > 0:
        if len(six) < 2 or six[0].size != six[1].size:
            return None
        equal = Words("Several focuses are equally common")
        return say("{equal}", equal=comparison("equal", equal, shown(six)))
    if any_hidden(figures.across("children_with_focus", "focus_code")):
        return None
    return plain("No focus was recorded for any child")


def first_two(figures: ReleasedFigures) -> Sentence | None:
    six = commonest(figures)
    if len(six) < 2 or six[1].size <= 0 or six[0].size == six[1].size:
        return None
    among = ", among those shown," if _shown_alone(figures) else ""
    return say(
        "{first} was a focus for {a:share_of} {a:of:child|children} of school age in the work of the period, "
        f"followed{among} by {{second}} ({{b:percent}}).",
        first=rank(LARGEST, Name(six[0].label), shown(six)), a=six[0].cell,
        second=rank("second", Name(inside_a_sentence(six[1].label)), shown(six)), b=six[1].cell,
    )  # fmt: skip


def overlap(figures: ReleasedFigures) -> Sentence | None:
    counted = shown(by_size(figures.county_across("children_with_focus", "focus_code")))[:SIX]
    pair = counted[:2]
    if len(pair) < 2 or pair[1].size <= 0:
        return None
    if any_hidden(figures.county_across("children_with_focus", "focus_code")):
        return say("{both:share_of} {both:of:child|children} had both of the two most common focuses.",
                   both=figures.cell("children_with_both"))  # fmt: skip
    return say(
        "{both:share_of} {both:of:child|children} had both {first} and {second}.",
        both=figures.cell("children_with_both"),
        first=rank(LARGEST, Name(inside_a_sentence(pair[0].label)), counted),
        second=rank("second", Name(inside_a_sentence(pair[1].label)), counted),
    )  # fmt: skip


def where_most_frequent(figures: ReleasedFigures) -> Sentence | None:
    six = commonest(figures)
    if not six or six[0].code == "all":
        return None
    stages = figures.across("children_with_focus", "key_stage", focus_code=six[0].code)
    ranked = by_share(item for item in stages if item.code in SCHOOL_AGE)
    if not is_spread(ranked) or any_hidden(stages):
        return None
    return say(
        "{focus} was most frequent in {most} ({a:percent}) and least frequent in {least} ({b:percent}).",
        focus=Name(six[0].label), most=rank(LARGEST, Name(stage_name(ranked[0].label)), ranked), a=ranked[0].cell,
        least=rank(SMALLEST, Name(stage_name(ranked[-1].label)), ranked), b=ranked[-1].cell,
    )  # fmt: skip


PAGE = PageDeclaration(
    key="commonest-focuses",
    topic="The six most common focuses",
    measures=("children_with_focus", "children_with_both"),
    exhibits=(
        FocusesByKeyStage("Share of children of school age with each focus, by key stage"),
        SharesOf("How far the first two overlap", "Focuses",
                 (("Both of the two most common focuses", "children_with_both", ()),), is_drawn=False),
    ),
    headings=(heading, two_share_the_first_place, several_share_it,
              where_none("children_with_focus", "There was no work with children of school age")),
    tells=(first_two, where_most_frequent, overlap),
    notes=("A child may have several focuses, so the percentages can add up to more than the whole.",),
    tables=("focus", "involvement_child"),
)  # fmt: skip
