"""Early help assessments that schools start, and those that they lead."""

from __future__ import annotations

from earlyhelp.publications.changes import changed, in_the_county
from earlyhelp.publications.declare import PageDeclaration, where_none
from earlyhelp.publications.exhibits import BarsBy
from earlyhelp.publications.judgements import LARGEST, majority, rank, shown
from earlyhelp.publications.labels import schools_of
from earlyhelp.publications.place_exhibits import ByPlace
from earlyhelp.publications.released_figures import ReleasedFigures, first_for_certain, is_most, largest
from earlyhelp.publications.school_report_card.requests_from_schools import stage_name
from earlyhelp.report.numbers import Form
from earlyhelp.report.sentences import Name, Sentence, plain, say

STARTED = "assessments_started_by_schools"


def heading(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "Schools lead {led:percent_of} {led:of:assessment|assessments} that they start",
        led=figures.cell("assessments_led_by_schools"),
    )


def how_many_started(figures: ReleasedFigures) -> Sentence | None:
    return say("Schools started {started:count_or_no} early help {started:assessment|assessments}",
               started=figures.cell("assessments_started_by_schools"))  # fmt: skip


def how_many(figures: ReleasedFigures) -> Sentence | None:
    return say(
        "Schools started {started:count} early help {started:assessment|assessments} in the period; they lead "
        "{led:count_or_none}.",
        started=figures.cell("assessments_started_by_schools"), led=figures.cell("assessments_led_by_schools"),
    )  # fmt: skip


def by_key_stage(figures: ReleasedFigures) -> Sentence | None:
    stage = largest(figures.across(STARTED, "key_stage"), figures.cell(STARTED))
    if stage is None or stage.code == "not_known" or stage.size < 2:
        return None
    first = rank(LARGEST, Name(stage_name(stage.label)), shown(figures.across(STARTED, "key_stage")))
    return say("Most often they were for children in {stage} ({part:count}).", stage=first, part=stage.cell)


def phase_that_starts_most(figures: ReleasedFigures) -> Sentence | None:
    phase, started = largest(figures.across(STARTED, "phase"), figures.cell(STARTED)), figures.cell(STARTED)
    if phase is None or phase.code == "not_known" or not is_most(phase.cell, started):
        return None
    name = Name(schools_of(phase.code, phase.label))
    return say("Most were started by {phase}", phase=majority(name, phase.cell, started))


def by_district(figures: ReleasedFigures) -> Sentence | None:
    started = first_for_certain(figures.by_district(STARTED), figures.cell(STARTED))
    if len(started) < 3 or started[1].size <= 0:
        return None
    return say(
        "The largest numbers were started in {a} ({a_cell:count}) and {b} ({b_cell:count}).",
        a=rank(LARGEST, Name(started[0].label), started), a_cell=started[0].cell,
        b=rank("second", Name(started[1].label), started), b_cell=started[1].cell,
    )  # fmt: skip


def no_ranking(figures: ReleasedFigures) -> Sentence | None:
    if figures.subject.place != figures.subject.county:
        return None
    return plain("Larger districts have larger numbers, so the table is no ranking.")


PAGE = PageDeclaration(
    key="assessments",
    topic="Early help assessments",
    measures=("assessments_started_by_schools", "assessments_led_by_schools"),
    exhibits=(
        BarsBy("assessments_started_by_schools", "key_stage", "Assessments started by schools, by key stage",
               "Key stage", "Started"),
        BarsBy("assessments_started_by_schools", "phase", "Assessments started by schools, by phase",
               "Phase of the school", "Started", has_total=False, message=phase_that_starts_most),
        ByPlace("Assessments started and led by schools",
                   (("Started by schools", "assessments_started_by_schools", (), Form.COUNT),
                    ("Led by schools", "assessments_led_by_schools", (), Form.COUNT),
                    ("Share led", "assessments_led_by_schools", (), Form.PERCENT)),
                drawn="Share led", shown="Share of assessments started by schools that schools lead"),
    ),
    headings=(heading, how_many_started),
    tells=(where_none("assessments_started_by_schools", "Schools started no early help assessments in the period."),
           how_many, by_key_stage, by_district,
           in_the_county("schools lead {county:percent}", "assessments_led_by_schools"),
           changed("they started {then:count}", "assessments_started_by_schools")),
    notes=(no_ranking,),
    tables=("assessment",),
)  # fmt: skip
