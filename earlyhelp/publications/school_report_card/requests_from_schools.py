"""Which schools ask, and for which children."""

from __future__ import annotations

from earlyhelp.publications.declare import PageDeclaration
from earlyhelp.publications.exhibits import BarsBy
from earlyhelp.publications.labels import inside_a_sentence, schools_of
from earlyhelp.publications.released_figures import ReleasedFigures, is_most, largest
from earlyhelp.report.sentences import Name, Sentence, say


def most_from_a_phase(figures: ReleasedFigures) -> Sentence | None:
    phase = largest(figures.across("requests", "phase"))
    if phase is None or phase.code == "not_known":
        return None
    name = Name(schools_of(phase.code, phase.label))
    if is_most(phase.cell, figures.cell("requests_from_schools")):
        return say("Most school requests came from {phase}", phase=name)
    return say("More school requests came from {phase} than others", phase=name)


def by_phase(figures: ReleasedFigures) -> Sentence | None:
    phase = largest(figures.across("requests", "phase"))
    if phase is None or phase.code == "not_known":
        return None
    return say(
        "Of the {schools:count} requests that came from schools, {part:count} came from {phase}.",
        phase=Name(schools_of(phase.code, phase.label)), part=phase.cell, schools=figures.cell("requests_from_schools"),
    )  # fmt: skip


def by_key_stage(figures: ReleasedFigures) -> Sentence | None:
    stage = largest(figures.across("children_in_school_requests", "key_stage"))
    if stage is None or stage.code == "not_known":
        return None
    return say(
        "Schools named {children:count} {children:child|children} in them, most often children in {stage} "
        "({part:count}).",
        children=figures.cell("children_in_school_requests"), stage=Name(stage_name(stage.label)), part=stage.cell,
    )  # fmt: skip


def stage_name(label: str) -> str:
    """Return "Key Stage 2" as it is and "Early years" as it stands inside a sentence."""
    return label if label.startswith("Key Stage") else inside_a_sentence(label)


PAGE = PageDeclaration(
    key="requests-from-schools",
    topic="Which schools ask, and for whom",
    measures=("requests", "children_in_school_requests"),
    exhibits=(
        BarsBy("requests", "phase", "Requests from schools by phase", "Phase of the school", "Requests",
               has_total=False),
        BarsBy("children_in_school_requests", "key_stage", "Children named by schools, by key stage", "Key stage",
               "Children named"),
    ),
    headings=(most_from_a_phase,),
    tells=(by_phase, by_key_stage),
    notes=("A child named in two requests counts twice.",),
    tables=("request", "request_child"),
)  # fmt: skip
