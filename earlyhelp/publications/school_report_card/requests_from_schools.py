"""Which schools ask, and for which children."""

from __future__ import annotations

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import BarsBy
from earlyhelp.publications.judgements import LARGEST, majority, rank, shown
from earlyhelp.publications.labels import inside_a_sentence, schools_of
from earlyhelp.publications.released_figures import Labelled, ReleasedFigures, is_most, largest
from earlyhelp.report.sentences import Judgement, Name, Sentence, say


def most_from_a_phase(figures: ReleasedFigures) -> Sentence | None:
    phase = _largest_phase(figures)
    schools = figures.cell("requests_from_schools")
    if phase is None or phase.code == "not_known" or schools.count == 1:
        return None
    name = Name(schools_of(phase.code, phase.label))
    if is_most(phase.cell, schools):
        return say("Most school requests came from {phase}", phase=majority(name, phase.cell, schools))
    first = rank(LARGEST, name, shown(figures.across("requests", "phase")))
    return say("More school requests came from {phase} than others", phase=first)


def how_many(figures: ReleasedFigures) -> Sentence | None:
    return say("{schools:count_or_no} {schools:request|requests} came from schools",
               schools=figures.cell("requests_from_schools"))  # fmt: skip


def by_phase(figures: ReleasedFigures) -> Sentence | None:
    phase, schools = _largest_phase(figures), figures.cell("requests_from_schools")
    if not schools.count or phase is None or phase.code == "not_known":
        return say("{schools:count_or_no} {schools:request|requests} came from schools in the period.",
                   schools=schools)  # fmt: skip
    name = Name(schools_of(phase.code, phase.label))
    if schools.count == 1:
        return say("The only request that came from schools came from {phase}.", phase=name)
    return say("Of the {schools:count} requests that came from schools, {part:count} came from {phase}.",
               phase=name, part=phase.cell, schools=schools)  # fmt: skip


def by_key_stage(figures: ReleasedFigures) -> Sentence | None:
    stage, children = _largest_stage(figures), _children(figures)
    if stage is None or stage.code == "not_known" or stage.size < 2:
        return say("Schools named {children:count_or_no} {children:child|children} in their requests.",
                   children=children)  # fmt: skip
    return say(
        "Schools named {children:count} {children:child|children} in their requests, most often children in {stage} "
        "({part:count}).",
        children=children, stage=most_named(figures, stage), part=stage.cell,
    )  # fmt: skip


def stage_named_most(figures: ReleasedFigures) -> Sentence | None:
    stage = _largest_stage(figures)
    if stage is None or stage.code == "not_known" or stage.size < 2:
        return None
    return say("Children in {stage} are named most often", stage=most_named(figures, stage))


def most_named(figures: ReleasedFigures, stage: Labelled) -> Judgement:
    """Return a key stage as the one whose children are named most often."""
    stages = shown(figures.across("children_in_school_requests", "key_stage"))
    return rank(LARGEST, Name(stage_name(stage.label)), stages)


def _largest_phase(figures: ReleasedFigures) -> Labelled | None:
    return largest(figures.across("requests", "phase"), figures.cell("requests_from_schools"))


def _largest_stage(figures: ReleasedFigures) -> Labelled | None:
    return largest(figures.across("children_in_school_requests", "key_stage"), _children(figures))


def _children(figures: ReleasedFigures) -> ReleasedCell:
    return figures.cell("children_in_school_requests")


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
        BarsBy("children_in_school_requests", "key_stage", "Children named in requests from schools, by key stage",
               "Key stage", "Children", message=stage_named_most),
    ),
    headings=(most_from_a_phase, how_many, where_none("requests", "No requests for support came in")),
    tells=(where_none("requests", "No requests for support came in during the period."), by_phase, by_key_stage),
    notes=("A child named in two requests counts twice.",),
    tables=("request", "request_child"),
)  # fmt: skip
