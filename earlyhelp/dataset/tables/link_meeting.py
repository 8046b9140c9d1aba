"""Link meetings with schools."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="link_meeting",
    meaning=(
        "A meeting of a school and its link worker, held, cancelled or still to come; a new day for a "
        "moved meeting has its own row."
    ),
    theme="Capacity and quality",
    key=("meeting_id",),
    columns=(
        Column("meeting_id", Kind.ID, "Identifies the meeting; never used again.", required=True),
        Column("school_urn", Kind.ID, "The school.", required=True, refers_to="school", standard="GIAS, URN"),
        Column("scheduled_on", Kind.DATE, "The day set for it.", required=True, planned=True),
        Column("outcome", Kind.CODE, "What became of it.", required=True, codes="link_meeting_outcome"),
        Column("agenda_used", Kind.FLAG, "Whether the standing agenda was used."),
    ),
)  # fmt: skip
