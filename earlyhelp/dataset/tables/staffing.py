"""Monthly staffing of districts."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="staffing",
    meaning="The staffing of a district in one month, in full-time equivalents.",
    theme="Capacity and quality",
    key=("month", "district_code"),
    columns=(
        Column("month", Kind.DATE, "The first day of the month.", required=True, planned=True),
        Column("district_code", Kind.ID, "The district staffed.", required=True, refers_to="district",
               standard="ONS local authority district"),
        Column("establishment_fte", Kind.NUMBER, "The posts the district is meant to have.", required=True,
               standard="DfE children's social work workforce census, FTE"),
        Column("in_post_fte", Kind.NUMBER, "The posts that are filled; empty where it is not yet known.",
               standard="DfE children's social work workforce census, FTE"),
        Column("absent_fte", Kind.NUMBER, "The filled posts whose holder is away; empty where it is not yet known.",
               standard="DfE children's social work workforce census, absence"),
        Column("sickness_fte", Kind.NUMBER, "The part of the absence that is sickness.",
               standard="DfE children's social work workforce census, absence"),
        Column("maternity_fte", Kind.NUMBER, "The part of the absence that is maternity leave.",
               standard="DfE children's social work workforce census, absence"),
        Column("temporary_fte", Kind.NUMBER, "Posts filled for the time being by agency or other temporary staff.",
               standard="DfE children's social work workforce census, agency workers"),
    ),
)  # fmt: skip
