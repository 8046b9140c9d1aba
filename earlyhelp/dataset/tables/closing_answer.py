"""Answers on closing forms."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="closing_answer",
    meaning="The answer to one question of a closing form.",
    theme="Voice",
    key=("form_id", "item"),
    columns=(
        Column("form_id", Kind.ID, "The form.", required=True, refers_to="closing_form"),
        Column("item", Kind.ID, "The question's code.", required=True),
        Column("answer", Kind.CODE,
               "The answer: a face on families' forms, 1 to 5 on schools'; empty where the question was left out.",
               codes="closing_answer"),
    ),
)  # fmt: skip
