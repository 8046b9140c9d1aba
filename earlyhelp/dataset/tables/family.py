"""Families."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="family",
    meaning="A family as the council records it; who belongs to it is in family_member.",
    theme="Families",
    key=("family_id",),
    columns=(
        Column("family_id", Kind.ID, "Identifies the family; never used again.", required=True,
               standard="SSD, fami_family_id"),
        Column("district_code", Kind.ID, "The district the family lives in.", refers_to="district",
               standard="ONS local authority district"),
    ),
)  # fmt: skip
