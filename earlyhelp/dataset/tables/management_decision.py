"""Decisions of managers."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="management_decision",
    meaning="A manager decides something about an involvement.",
    theme="Case work",
    key=("decision_id",),
    columns=(
        Column("decision_id", Kind.ID, "Identifies the decision; never used again.", required=True),
        Column("involvement_id", Kind.ID, "The involvement decided about.", required=True, refers_to="involvement",
               standard="SSD, earl_episode_id"),
        Column("decided_on", Kind.DATE, "The day of the decision.", required=True),
        Column("decided_by", Kind.TEXT, "Who decided, by role or staff code.", required=True),
        Column("kind", Kind.CODE, "What sort of decision it is.", required=True, codes="decision_kind"),
        Column("outcome", Kind.TEXT, "What was decided."),
    ),
)  # fmt: skip
