"""Services given under an involvement."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="service",
    meaning="A service is given to a family under an involvement for a time.",
    theme="Case work",
    key=("involvement_id", "service", "from_on"),
    columns=(
        Column("involvement_id", Kind.ID, "The involvement.", required=True, refers_to="involvement",
               standard="SSD, earl_episode_id"),
        Column("service", Kind.CODE, "Which service is given.", required=True, codes="service"),
        Column("from_on", Kind.DATE, "The first day of it.", required=True),
        Column("to_on", Kind.DATE, "The last day of it; empty while it lasts.", planned=True),
    ),
)  # fmt: skip
