"""Answered surveys."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="survey_response",
    meaning="One answered survey; a school may send more than one.",
    theme="Voice",
    key=("response_id",),
    columns=(
        Column("response_id", Kind.ID, "Identifies the response; never used again.", required=True),
        Column("wave", Kind.ID, "The year of the survey.", required=True),
        Column("school_urn", Kind.ID, "The school that answered; empty where it did not say.", refers_to="school",
               standard="GIAS, URN"),
        Column("respondent_role", Kind.TEXT, "The post of the person who answered."),
        Column("completed_on", Kind.DATE, "The day the survey was completed."),
    ),
)  # fmt: skip
