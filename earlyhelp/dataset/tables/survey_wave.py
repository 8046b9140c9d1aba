"""Yearly surveys of schools."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="survey_wave",
    meaning="One year's survey of schools.",
    theme="Voice",
    key=("wave",),
    columns=(
        Column("wave", Kind.ID, "The year of the survey.", required=True),
        Column("opened_on", Kind.DATE, "The first day schools could answer.", required=True),
        Column("closed_on", Kind.DATE, "The last day schools could answer."),
        Column("channel", Kind.TEXT, "How schools were asked."),
    ),
)  # fmt: skip
