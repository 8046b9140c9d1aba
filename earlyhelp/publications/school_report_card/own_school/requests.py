"""The school's requests month by month, and the children named in them."""

from __future__ import annotations

from typing import Final

from earlyhelp.publications.changes import changed
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import SCHOOL_AGE, BarsBy, ColumnsByMonth
from earlyhelp.publications.judgements import LARGEST, rank, shown
from earlyhelp.publications.released_figures import ReleasedFigures, largest
from earlyhelp.publications.school_report_card.own_school.at_a_glance import asked_for
from earlyhelp.publications.school_report_card.requests_from_schools import stage_name
from earlyhelp.report.sentences import Name, Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say("Your school named {named:count_or_no} {named:child|children} in its requests",
               named=figures.cell("children_in_school_requests"))  # fmt: skip


def most_named(figures: ReleasedFigures) -> Sentence | None:
    stages = figures.across("children_in_school_requests", "key_stage")
    stage = largest(stages)
    if stage is None or stage.size < 2 or stage.code not in SCHOOL_AGE:
        return None
    return say("The largest group of children named was in {stage} ({part:count}).",
               stage=rank(LARGEST, Name(stage_name(stage.label)), shown(stages)), part=stage.cell)  # fmt: skip


def in_all(figures: ReleasedFigures) -> Sentence | None:
    asked, named = asked_for(figures), figures.cell("children_in_school_requests")
    if not asked.count:
        return None
    return say("Your school made {asked:count} {asked:request|requests} for support, naming {named:count_or_no} "
               "{named:child|children}.", asked=asked, named=named)  # fmt: skip


PAGE: Final = PageDeclaration(
    key="your-requests",
    topic="Requests from your school",
    measures=("requests", "children_in_school_requests"),
    exhibits=(
        ColumnsByMonth("requests", "Requests for support from your school by month", "Requests"),
        BarsBy("children_in_school_requests", "key_stage", "Children named in your requests, by key stage", "Key stage",
               "Children"),
    ),
    headings=(where_none("requests", "No request for support came from your school"), heading),
    tells=(where_none("requests", "No request for support came from your school in the period."), in_all, most_named,
           changed("there were {then:count}", "requests")),
    notes=("A child named in two requests counts twice.",),
    tables=("request", "request_child"),
)  # fmt: skip
