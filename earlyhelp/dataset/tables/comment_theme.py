"""Themes of survey comments."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="comment_theme",
    meaning="A theme found in a comment by reading it.",
    theme="Voice",
    key=("response_id", "item", "theme"),
    columns=(
        Column("response_id", Kind.ID, "The response the comment is in.", required=True, refers_to="survey_response"),
        Column("item", Kind.ID, "The question the comment was written under.", required=True),
        Column("theme", Kind.TEXT, "The theme, from the list agreed for the year.", required=True),
        Column("tone", Kind.CODE, "Whether the comment speaks well or ill of it.", required=True, codes="tone"),
    ),
)  # fmt: skip
