"""Link meetings between the school and its team."""

from __future__ import annotations

from typing import Final

from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.place_exhibits import StackedByPlace
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.publications.school_report_card.link_meetings import HELD, OUTCOMES, pending
from earlyhelp.report.sentences import Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say("{held:count} of {held:out_of} link {held:of:meeting|meetings} with your school went ahead",
               held=figures.cell("link_meetings_held"))  # fmt: skip


def how_many(figures: ReleasedFigures) -> Sentence | None:
    held = figures.cell("link_meetings_held")
    told = say(
        f"{HELD}; the team cancelled {{team:count_or_none}} and your school cancelled {{school:count_or_none}}.",
        held=held,
        team=figures.cell("link_meetings", outcome="cancelled_by_team"),
        school=figures.cell("link_meetings", outcome="cancelled_by_school"),
    )
    return told or say(f"{HELD}.", held=held)


PAGE: Final = PageDeclaration(
    key="your-link-meetings",
    topic="Link meetings with your school",
    measures=("link_meetings_held", "link_meetings"),
    exhibits=(
        StackedByPlace("link_meetings", "outcome", OUTCOMES, "What became of link meetings",
                       ("Share held", "link_meetings_held")),
    ),
    headings=(heading, where_none("link_meetings", "No link meeting was planned with your school"),
              where_none("link_meetings_held", "No link meeting has a known outcome")),
    tells=(where_none("link_meetings", "No link meeting with your school was planned for the period."), how_many,
           pending),
    notes=("A meeting that was moved to another day counts once, on the new day. Pending meetings are left out of the "
           "share held.",),
    tables=("link_meeting",),
)  # fmt: skip
