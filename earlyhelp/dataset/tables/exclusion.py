"""Suspensions and permanent exclusions."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="exclusion",
    meaning="A child is suspended or permanently excluded from school.",
    theme="Children elsewhere",
    key=("person_id", "kind", "started_on"),
    columns=(
        Column("person_id", Kind.ID, "The child.", required=True, refers_to="person", standard="SSD, pers_person_id"),
        Column("kind", Kind.CODE, "Whether it is a suspension or permanent.", required=True, codes="exclusion_kind",
               standard="School census, exclusions"),
        Column("started_on", Kind.DATE, "The first day out of school.", required=True,
               standard="School census, exclusions"),
        Column("sessions", Kind.NUMBER, "The half days it lasts; empty for a permanent exclusion.",
               standard="School census, exclusions"),
    ),
)  # fmt: skip
