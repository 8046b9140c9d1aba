"""Open work in the six categories of focus, by key stage: small multiples on one scale."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import SCHOOL_AGE, bar, beside_earlier, one_row
from earlyhelp.publications.judgements import LARGEST, any_hidden, comparison, rank, shown
from earlyhelp.publications.labels import inside_a_sentence
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures, at_the_end, by_size, largest
from earlyhelp.publications.school_report_card.requests_from_schools import stage_name
from earlyhelp.report.charts.panels import Panel, PanelChart
from earlyhelp.report.document import Exhibit
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import Judgement, Name, Sentence, Words, say
from earlyhelp.report.tables import FigureCell, Row, Table

MEASURE: Final = "open_children_by_category"


@dataclass(frozen=True)
class CategoriesByKeyStage:
    """A panel for each category with a bar for each key stage, and a table of the same with a year earlier."""

    title: str

    def build(self, figures: ReleasedFigures) -> Exhibit:
        categories = figures.across(MEASURE, "focus_category")
        if not categories or categories[0].code == "all":
            return one_row(self.title, "Category", "All", figures.cell(MEASURE))
        stages = [of_school_age(figures, item.code) for item in categories]
        panels = tuple(
            Panel(item.label, tuple(bar(figures, stage) for stage in found))
            for item, found in zip(categories, stages, strict=True)
        )
        columns, totals = beside_earlier(figures, "All", [item.cell for item in categories], Form.COUNT)
        rows = tuple(
            Row(item.label, (*(FigureCell(stage.cell, Form.COUNT) for stage in found), *total))
            for item, found, total in zip(categories, stages, totals, strict=True)
        )
        headings = (*(stage.label for stage in stages[0]), *columns)
        return Exhibit(Table(self.title, "Category", headings, rows), (PanelChart(self.title, panels, Form.COUNT),))


def of_school_age(figures: ReleasedFigures, category: str) -> tuple[Labelled, ...]:
    """Return the cells of a category by key stage, the stages in which no child of school age can be left out."""
    items = figures.across(MEASURE, "key_stage", focus_category=category)
    return tuple(item for item in items if item.code in SCHOOL_AGE)


def ranked(figures: ReleasedFigures) -> tuple[Labelled, ...]:
    """Return the categories from the largest to the smallest, those that can be counted."""
    return tuple(item for item in by_size(figures.across(MEASURE, "focus_category")) if item.size > 0)


def heading(figures: ReleasedFigures) -> Sentence | None:
    items = ranked(figures)
    first = largest(items)
    if first is None:
        return None
    words = "{category} is the most common concern in open work"
    if any_hidden(figures.across(MEASURE, "focus_category")):
        words = "{category} is the most common concern shown"
    return say(words, category=rank(LARGEST, Name(first.label), items))


def several(figures: ReleasedFigures) -> Sentence | None:
    items = ranked(figures)
    if len(items) < 2 or items[0].size != items[1].size:
        return None
    words = Words("No single concern stands out in open work")
    return say("{equal}", equal=comparison("equal", words, items))


def largest_two(figures: ReleasedFigures) -> Sentence | None:
    items = ranked(figures)
    # A second that ties with the third would be named by chance.
    if len(items) < 3 or items[1].size == items[2].size or items[0].size == items[1].size:
        return None
    return say(
        "{when} {a:count} children had a focus on {first} and {b:count} on {second}; a child may have several.",
        when=at_the_end(figures), a=items[0].cell, first=rank(LARGEST, Name(inside_a_sentence(items[0].label)), items),
        b=items[1].cell, second=rank("second", Name(inside_a_sentence(items[1].label)), items),
    )  # fmt: skip


def where_most(figures: ReleasedFigures) -> Sentence | None:
    """Say of the two largest categories in which key stage most of their children are."""
    two = [(item.label, largest_stage(figures, item.code)) for item in ranked(figures)[:2]]
    named = [(Name(inside_a_sentence(label)), stage) for label, stage in two if stage is not None]
    if len(named) < 2:
        return None
    (first, here), (second, there) = named
    if here.text == there.text:
        both = replace(here, derived=replace(here.derived, cells=(*here.derived.cells, *there.derived.cells)))
        return say("Of children with a focus on {first}, the largest group is in {stage}; for {second}, too.",
                   first=first, stage=both, second=second)  # fmt: skip
    return say("Of children with a focus on {first}, the largest group is in {here}; for {second}, in {there}.",
               first=first, here=here, second=second, there=there)  # fmt: skip


def largest_stage(figures: ReleasedFigures, category: str) -> Judgement | None:
    """Return the key stage in which most children of a category are, None where two share the place."""
    stages = of_school_age(figures, category)
    first = largest(stages, figures.cell(MEASURE, focus_category=category))
    return None if first is None else rank(LARGEST, Name(stage_name(first.label)), shown(stages))


PAGE = PageDeclaration(
    key="open-work-by-category",
    topic="What open work is about",
    measures=(MEASURE,),
    exhibits=(CategoriesByKeyStage("Children of school age in open work with a focus in each category, by key stage"),),
    headings=(heading, several, where_none(MEASURE, "No child in open work has a focus")),
    tells=(where_none(MEASURE, "No child of school age in open work had a focus recorded."), largest_two,
           where_most),
    notes=("A child with focuses in two categories counts in both. Behaviour takes in lack of boundaries, disruption, "
           "risk of exclusion and alternative provision; emotional wellbeing takes in self-esteem, self-harm and young "
           "carers; family life takes in routines, the home and basic needs; physical wellbeing takes in risky "
           "behaviour, personal care and exploitation; parental wellbeing takes in anxiety, substance misuse and "
           "domestic abuse.",),
    tables=("focus", "involvement_child"),
)  # fmt: skip
