"""Answers to the survey."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="survey_answer",
    meaning="The answer to one question of the survey.",
    theme="Voice",
    key=("response_id", "item"),
    columns=(
        Column("response_id", Kind.ID, "The response.", required=True, refers_to="survey_response"),
        Column("item", Kind.ID, "The question's code, q1a to q9.", required=True),
        Column("answer", Kind.CODE,
               "From 1 extremely dissatisfied to 5 extremely satisfied; empty where the question was left out.",
               codes="survey_answer"),
        Column("comment", Kind.TEXT, "What was written beside it, without names."),
    ),
)  # fmt: skip
