"""The children the teams were working with on the last day of the period."""

from __future__ import annotations

from earlyhelp.publications.changes import beside_a_year_earlier
from earlyhelp.publications.declare import PageDeclaration
from earlyhelp.publications.exhibits import SCHOOL_AGE, BarsBy
from earlyhelp.publications.judgements import LARGEST, majority, rank, shown
from earlyhelp.publications.labels import schools_of
from earlyhelp.publications.released_figures import ReleasedFigures, at_the_end, is_most, largest
from earlyhelp.publications.school_report_card.requests_from_schools import stage_name
from earlyhelp.report.sentences import Name, Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "{children:count_or_no} {children:child|children} of school age {children:was|were} in open work",
        children=figures.cell("open_children"),
    )


def how_many(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "{when} {involvements:count_or_no} {involvements:involvement was|involvements were} open, with "
        "{children:count_or_no} {children:child|children} of school age.",
        when=at_the_end(figures),
        involvements=figures.cell("open_involvements"), children=figures.cell("open_children"),
    )  # fmt: skip


def largest_groups(figures: ReleasedFigures) -> Sentence | None:
    stages, phases = figures.across("open_children", "key_stage"), figures.across("open_children", "phase")
    stage, phase = (largest(parts, figures.cell("open_children")) for parts in (stages, phases))
    if stage is None or phase is None or phase.code == "not_known" or stage.size < 2:
        return None
    return say(
        "By key stage, the largest group was in {stage} ({a:count}); by school, in {phase} ({b:count}).",
        stage=rank(LARGEST, Name(stage_name(stage.label)), shown(stages)), a=stage.cell,
        phase=rank(LARGEST, Name(schools_of(phase.code, phase.label)), shown(phases)), b=phase.cell,
    )  # fmt: skip


def phase_of_most(figures: ReleasedFigures) -> Sentence | None:
    children = figures.cell("open_children")
    phase = largest(figures.across("open_children", "phase"), children)
    if phase is None or phase.code == "not_known" or not is_most(phase.cell, children):
        return None
    name = Name(schools_of(phase.code, phase.label))
    return say("Most go to {phase}", phase=majority(name, phase.cell, children))


PAGE = PageDeclaration(
    key="open-work",
    topic="Who the teams were working with",
    measures=("open_children", "open_involvements"),
    exhibits=(
        BarsBy("open_children", "key_stage", "Children of school age in open work, by key stage", "Key stage",
               "Children", codes=SCHOOL_AGE),
        BarsBy("open_children", "phase", "Children of school age in open work, by phase of their school",
               "Phase of the school", "Children", message=phase_of_most),
    ),
    headings=(heading,),
    tells=(how_many, largest_groups,
           beside_a_year_earlier("{then:count} {then:involvement was|involvements were} open", "open_involvements")),
    notes=("The year group is the one recorded when the work began.",),
    tables=("involvement", "involvement_child"),
)  # fmt: skip
