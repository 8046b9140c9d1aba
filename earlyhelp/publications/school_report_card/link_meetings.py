"""Link meetings between schools and their teams."""

from __future__ import annotations

from earlyhelp.publications.declare import PageDeclaration
from earlyhelp.publications.exhibits import StackedByDistrict
from earlyhelp.publications.released_figures import ReleasedFigures, by_share
from earlyhelp.report.sentences import Name, Sentence, say

OUTCOMES = ("held", "cancelled_by_team", "cancelled_by_school", "pending")


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say("{held:percent_of} link meetings went ahead", held=figures.cell("link_meetings_held"))


def how_many(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "{held:count} of {held:out_of} link meetings with a known outcome were held; the teams cancelled "
        "{team:count_or_none} "
        "and schools cancelled {school:count_or_none}.",
        held=figures.cell("link_meetings_held"),
        team=figures.cell("link_meetings", outcome="cancelled_by_team"),
        school=figures.cell("link_meetings", outcome="cancelled_by_school"),
    )


def pending(figures: ReleasedFigures) -> Sentence | None:
    cell = figures.cell("link_meetings", outcome="pending")
    if not cell.count:
        return None
    return say("The outcome of {pending:count} more {pending:meeting is|meetings is} not recorded yet.", pending=cell)


def across_districts(figures: ReleasedFigures) -> Sentence | None:
    ranked = by_share(figures.by_district("link_meetings_held"))
    if len(ranked) < 2:
        return None
    return say(
        "Among districts with enough meetings to compare, the share held ran from {b:percent} in {low} to {a:percent} "
        "in {high}.",
        a=ranked[0].cell, high=Name(ranked[0].label), b=ranked[-1].cell, low=Name(ranked[-1].label),
    )  # fmt: skip


PAGE = PageDeclaration(
    key="link-meetings",
    topic="Link meetings with schools",
    measures=("link_meetings_held", "link_meetings"),
    exhibits=(
        StackedByDistrict("link_meetings", "outcome", OUTCOMES, "What became of link meetings, by district",
                          ("Share held", "link_meetings_held")),
    ),
    headings=(heading,),
    tells=(how_many, across_districts, pending),
    notes=("A meeting that was moved to another day counts once, on the new day. Pending meetings are left out of the "
           "share held.",),
    tables=("link_meeting",),
)  # fmt: skip
