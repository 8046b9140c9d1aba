"""Link meetings between schools and their teams."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from earlyhelp.publications.changes import across_places, changed, in_the_county
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.place_exhibits import StackedByPlace
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.sentences import Sentence, say

HELD = "{held:count} of {held:out_of} link {held:of:meeting|meetings} with a known outcome {held:share:was|were} held"
OUTCOMES = ("held", "cancelled_by_team", "cancelled_by_school", "pending")


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say("{held:percent_of} link {held:of:meeting|meetings} went ahead", held=figures.cell("link_meetings_held"))


def how_many(figures: ReleasedFigures) -> Sentence | None:
    held = figures.cell("link_meetings_held")
    told = say(
        f"{HELD}; the teams cancelled {{team:count_or_none}} and schools cancelled {{school:count_or_none}}.",
        held=held,
        team=figures.cell("link_meetings", outcome="cancelled_by_team"),
        school=figures.cell("link_meetings", outcome="cancelled_by_school"),
    )
    return told or say(f"{HELD}.", held=held)


def pending(figures: ReleasedFigures) -> Sentence | None:
    cell = figures.cell("link_meetings", outcome="pending")
    if not cell.count:
        return None
    if figures.cell("link_meetings_held").status is Status.NOT_APPLICABLE:
        return say("The outcome of {pending:count} {pending:meeting is|meetings is} not recorded yet.", pending=cell)
    return say("The outcome of {pending:count} more {pending:meeting is|meetings is} not recorded yet.", pending=cell)


DISTRICTS = across_places(
    "Among districts with enough meetings to compare, the share held ran from {low:percent} in {low_name} to "
    "{high:percent} in {high_name}.", "Districts differ by no more than chance would explain.", "link_meetings_held",
)  # fmt: skip


PAGE = PageDeclaration(
    key="link-meetings",
    topic="Link meetings with schools",
    measures=("link_meetings_held", "link_meetings"),
    exhibits=(
        StackedByPlace("link_meetings", "outcome", OUTCOMES, "What became of link meetings",
                       ("Share held", "link_meetings_held")),
    ),
    headings=(heading, where_none("link_meetings", "No link meetings were planned"),
              where_none("link_meetings_held", "No link meeting has a known outcome")),
    tells=(where_none("link_meetings", "No link meetings were planned for the period."), how_many,
           DISTRICTS,
           in_the_county("{county:percent} went ahead", "link_meetings_held"), pending,
           changed("it was {then:share}", "link_meetings_held")),
    notes=("A meeting that was moved to another day counts once, on the new day. Pending meetings are left out of the "
           "share held.",),
    tables=("link_meeting",),
)  # fmt: skip
