"""Targets of places."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="target",
    meaning="The value a place is to reach in a measure from a day on.",
    theme="Capacity and quality",
    key=("measure", "place_code", "from_on"),
    columns=(
        Column("measure", Kind.ID, "The measure, by its name in the catalogue.", required=True),
        Column("place_code", Kind.ID, "The county, district or school the target is for, by its code.", required=True,
               standard="ONS code or GIAS URN"),
        Column("from_on", Kind.DATE, "The first day the target holds; it holds until the next one.", required=True),
        Column("value", Kind.NUMBER, "The value to reach, a share being written from 0 to 1.", required=True),
    ),
)  # fmt: skip
