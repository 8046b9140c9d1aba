"""Agencies in the team around the family."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="partner",
    meaning="An agency is in the team around the family for a time.",
    theme="Case work",
    key=("involvement_id", "agency", "from_on"),
    columns=(
        Column("involvement_id", Kind.ID, "The involvement.", required=True, refers_to="involvement",
               standard="SSD, earl_episode_id"),
        Column("agency", Kind.TEXT, "The agency, named as the council names it.", required=True),
        Column("role", Kind.CODE, "Whether the agency leads or is a member.", required=True, codes="partner_role"),
        Column("from_on", Kind.DATE, "The first day in the team.", required=True),
        Column("to_on", Kind.DATE, "The last day in the team; empty while it lasts.", planned=True),
    ),
)  # fmt: skip
