"""People, without their identities."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="person",
    meaning="A child or adult of a family, without name or address.",
    theme="Families",
    key=("person_id",),
    columns=(
        Column("person_id", Kind.ID, "Identifies the person; never used again.", required=True,
               standard="SSD, pers_person_id"),
        Column("role", Kind.CODE, "Whether the person is a child, a parent or carer, or another adult.", required=True,
               codes="person_role"),
        Column("date_of_birth", Kind.DATE, "The day of birth; day unknown is written as the 15th.",
               standard="SSD, pers_dob"),
        Column("sex", Kind.CODE, "Sex as recorded.", codes="sex", standard="CIN census, Sex (from 2024-25)"),
        Column("ethnicity", Kind.CODE, "Ethnic group as recorded.", codes="ethnicity",
               standard="CIN census, Ethnicity"),
    ),
)  # fmt: skip
