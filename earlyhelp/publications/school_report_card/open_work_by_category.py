"""Open work in the six categories of focus, two to a page, by key stage."""

from __future__ import annotations

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.publications.declare import PageDeclaration, Telling
from earlyhelp.publications.exhibits import SCHOOL_AGE, CategoryPair, among
from earlyhelp.publications.labels import inside_a_sentence, label
from earlyhelp.publications.released_figures import ReleasedFigures, largest
from earlyhelp.publications.school_report_card.requests_from_schools import stage_name
from earlyhelp.report.sentences import Name, Sentence, say

MEASURE = "open_children_by_category"


def pair_page(key: str, first: str, second: str, explanation: str) -> PageDeclaration:
    """Return the page of two categories; `explanation` says in words what they hold."""
    names = label(MEASURE, "focus_category", first), label(MEASURE, "focus_category", second)
    title = f"{names[0]} and {inside_a_sentence(names[1])}"
    return PageDeclaration(
        key=key,
        topic=f"Open work: {inside_a_sentence(title)}",
        measures=(MEASURE,),
        exhibits=(CategoryPair(MEASURE, (first, second), names,
                                f"Children in open work with a focus: {inside_a_sentence(title)}"),),
        headings=(_heading(first, second, names),),
        tells=(_commonest_stage(first, names[0]), _commonest_stage(second, names[1])),
        notes=(explanation, "A child with focuses in both counts in both."),
        tables=("focus", "involvement_child"),
    )  # fmt: skip


def _heading(first: str, second: str, names: tuple[str, str]) -> Telling:
    def heading(figures: ReleasedFigures) -> Sentence | None:
        return say(
            "{a} concerns {a_cell:count_or_no} {a_cell:child|children}, {b} {b_cell:count_or_none}",
            a=Name(names[0]), a_cell=figures.cell(MEASURE, focus_category=first),
            b=Name(inside_a_sentence(names[1])), b_cell=figures.cell(MEASURE, focus_category=second),
        )  # fmt: skip

    return heading


def _commonest_stage(category: str, name: str) -> Telling:
    def tell(figures: ReleasedFigures) -> Sentence | None:
        all_children = figures.cell(MEASURE, focus_category=category)
        if not all_children.count:
            return _nobody(all_children, name)
        stage = largest(among(figures.across(MEASURE, "key_stage", focus_category=category), SCHOOL_AGE))
        if stage is None:
            return say("No single key stage stands out for {category}.", category=Name(inside_a_sentence(name)))
        if all_children.count == 1:
            return say("The one child with a focus on {category} is in {stage}.",
                       category=Name(inside_a_sentence(name)), stage=Name(stage_name(stage.label)))  # fmt: skip
        return say(
            "{category} is found most often in {stage}, with {part:count} of {all:count} children.",
            category=Name(name), stage=Name(stage_name(stage.label)), part=stage.cell,
            all=all_children,
        )  # fmt: skip

    return tell


def _nobody(cell: ReleasedCell, name: str) -> Sentence | None:
    if not cell.status.has_number:
        return None
    return say("No child in open work had a focus on {category}.", category=Name(inside_a_sentence(name)))


ATTENDANCE_AND_BEHAVIOUR = pair_page(
    "attendance-and-behaviour", "attendance", "behaviour",
    "Behaviour takes in lack of boundaries, disruption, risk of exclusion and alternative provision.",
)  # fmt: skip
EMOTIONAL_AND_FAMILY = pair_page(
    "emotional-wellbeing-and-family-life", "emotional_wellbeing", "family_life",
    "Emotional wellbeing takes in self-esteem, self-harm and young carers; family life takes in routines, the home "
    "and basic needs.",
)  # fmt: skip
PHYSICAL_AND_PARENTAL = pair_page(
    "physical-and-parental-wellbeing", "physical_wellbeing", "parental_wellbeing",
    "Physical wellbeing takes in risky behaviour, personal care and exploitation; parental wellbeing takes in anxiety, "
    "substance misuse and domestic abuse.",
)  # fmt: skip
