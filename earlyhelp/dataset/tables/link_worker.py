"""Link workers of schools."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="link_worker",
    meaning="A worker is the link between the team and a school for a time.",
    theme="Capacity and quality",
    key=("school_urn", "worker_id", "from_on"),
    columns=(
        Column("school_urn", Kind.ID, "The school.", required=True, refers_to="school", standard="GIAS, URN"),
        Column("worker_id", Kind.ID, "The link worker.", required=True, refers_to="worker",
               standard="SSD, prof_professional_id"),
        Column("from_on", Kind.DATE, "The first day as the school's link.", required=True),
        Column("to_on", Kind.DATE, "The last day as the school's link; empty while it lasts.", planned=True),
    ),
)  # fmt: skip
