"""Districts of the county."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="district",
    meaning="A district of the county: where teams sit and figures are split.",
    theme="Reference",
    key=("district_code",),
    columns=(
        Column("district_code", Kind.ID, "Identifies the district by its national code, such as E07000192.",
               required=True, standard="ONS local authority district"),
        Column("name", Kind.TEXT, "The name to print.", required=True),
        Column("aliases", Kind.TEXT, "Other names found in records, with a semicolon between them."),
        Column("pupils", Kind.NUMBER, "Pupils on roll in the district's schools, for rates.",
               standard="School census, headcount"),
    ),
)  # fmt: skip
