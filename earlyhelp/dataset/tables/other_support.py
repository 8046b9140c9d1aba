"""Support that children have from elsewhere."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="other_support",
    meaning="A child has support from elsewhere for a time.",
    theme="Children elsewhere",
    key=("person_id", "support", "from_on"),
    columns=(
        Column("person_id", Kind.ID, "The child.", required=True, refers_to="person", standard="SSD, pers_person_id"),
        Column("support", Kind.TEXT, "The support, named as the council names it.", required=True),
        Column("from_on", Kind.DATE, "The first day of it.", required=True),
        Column("to_on", Kind.DATE, "The last day of it; empty while it lasts.", planned=True),
    ),
)  # fmt: skip
