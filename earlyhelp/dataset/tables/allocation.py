"""Which worker has which involvement, and when."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="allocation",
    meaning="A worker is responsible for an involvement for a time.",
    theme="Case work",
    key=("involvement_id", "worker_id", "role", "from_on"),
    columns=(
        Column("involvement_id", Kind.ID, "The involvement.", required=True, refers_to="involvement",
               standard="SSD, earl_episode_id"),
        Column("worker_id", Kind.ID, "The worker responsible.", required=True, refers_to="worker",
               standard="SSD, earl_episode_worker_id"),
        Column("role", Kind.CODE, "Whether the worker leads, assists or covers.", required=True,
               codes="allocation_role"),
        Column("from_on", Kind.DATE, "The first day of the responsibility.", required=True),
        Column("to_on", Kind.DATE, "The last day of it; empty while it lasts.", planned=True),
    ),
)  # fmt: skip
