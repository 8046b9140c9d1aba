"""Schools asked in a survey."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="survey_school",
    meaning="A school that was asked in a year's survey: the frame from which response rates are made.",
    theme="Voice",
    key=("wave", "school_urn"),
    columns=(
        Column("wave", Kind.ID, "The year of the survey.", required=True),
        Column("school_urn", Kind.ID, "The school asked.", required=True, refers_to="school", standard="GIAS, URN"),
        Column("phase", Kind.CODE, "The school's phase when it was asked.", required=True, codes="phase",
               standard="GIAS, PhaseOfEducation and TypeOfEstablishment"),
        Column("district_code", Kind.ID, "The school's district when it was asked.", required=True,
               standard="ONS local authority district"),
    ),
)  # fmt: skip
