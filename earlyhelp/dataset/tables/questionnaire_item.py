"""Questions as they were put."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="questionnaire_item",
    meaning="A question as it was put in one version of a questionnaire.",
    theme="Voice",
    key=("instrument", "item", "version"),
    columns=(
        Column("instrument", Kind.CODE, "The questionnaire the question is in.", required=True, codes="instrument"),
        Column("item", Kind.ID, "The question's code, kept from version to version while its sense is the same.",
               required=True),
        Column("version", Kind.ID, "The version of the questionnaire.", required=True),
        Column("wording", Kind.TEXT, "The question, word for word.", required=True),
        Column("scale", Kind.CODE, "The scale it is answered on.", codes="scale"),
    ),
)  # fmt: skip
