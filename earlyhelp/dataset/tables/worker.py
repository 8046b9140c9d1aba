"""Workers of the teams."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="worker",
    meaning="A member of an early help team, without a name.",
    theme="Capacity and quality",
    key=("worker_id",),
    columns=(
        Column("worker_id", Kind.ID, "Identifies the worker by a staff code.", required=True,
               standard="SSD, prof_professional_id"),
        Column("district_code", Kind.ID, "The district whose team the worker is in.", required=True,
               refers_to="district", standard="ONS local authority district"),
        Column("team_id", Kind.ID, "The team the worker is in, by the council's own code."),
        Column("role", Kind.TEXT, "The worker's post."),
        Column("fte", Kind.NUMBER, "Contracted time, where 1 is full time.", required=True,
               standard="DfE children's social work workforce census, FTE"),
        Column("from_on", Kind.DATE, "The first day in the team."),
        Column("to_on", Kind.DATE, "The last day in the team; empty while the worker is in it.", planned=True),
    ),
)  # fmt: skip
