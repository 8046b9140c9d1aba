"""Who belongs to which family, and when."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="family_member",
    meaning="A person belongs to a family for a time; a child may move or belong to two.",
    theme="Families",
    key=("family_id", "person_id", "from_on"),
    columns=(
        Column("family_id", Kind.ID, "The family.", required=True, refers_to="family", standard="SSD, fami_family_id"),
        Column("person_id", Kind.ID, "The person who belongs to it.", required=True, refers_to="person",
               standard="SSD, pers_person_id"),
        Column("from_on", Kind.DATE, "The first day in the family; empty where it was always so or is not known."),
        Column("to_on", Kind.DATE, "The last day in the family; empty while it lasts.", planned=True),
    ),
)  # fmt: skip
