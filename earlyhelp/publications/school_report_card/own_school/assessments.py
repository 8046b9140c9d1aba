"""Early help assessments that the school starts, and those that it leads."""

from __future__ import annotations

from typing import Final

from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import BarsBy
from earlyhelp.publications.place_exhibits import ByPlace
from earlyhelp.publications.released_figures import ReleasedFigures
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import Sentence, say


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say("Your school started {started:count_or_no} early help {started:assessment|assessments}",
               started=figures.cell("assessments_started_by_schools"))  # fmt: skip


def how_many_led(figures: ReleasedFigures) -> Sentence | None:
    return say("Your school started {led:out_of} early help {led:of:assessment|assessments} and leads "
               "{led:count_or_none}.", led=figures.cell("assessments_led_by_schools"))  # fmt: skip


PAGE: Final = PageDeclaration(
    key="your-assessments",
    topic="Early help assessments at your school",
    measures=("assessments_started_by_schools", "assessments_led_by_schools"),
    exhibits=(
        BarsBy("assessments_started_by_schools", "key_stage", "Assessments your school started, by key stage",
               "Key stage", "Started"),
        ByPlace("Assessments started and led, beside the district and the county",
                (("Started by schools", "assessments_started_by_schools", (), Form.COUNT),
                 ("Led by the school", "assessments_led_by_schools", (), Form.SHARE))),
    ),
    headings=(heading,),
    tells=(where_none("assessments_started_by_schools", "Your school started no early help assessment in the period."),
           how_many_led),
    notes=("An assessment that a school leads without telling the team is not in the records, so the true number may "
           "be higher.",),
    tables=("assessment",),
)  # fmt: skip
