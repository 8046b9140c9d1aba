"""Children named in requests."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="request_child",
    meaning="A child named in a request.",
    theme="Case work",
    key=("request_id", "person_id"),
    columns=(
        Column("request_id", Kind.ID, "The request that names the child.", required=True, refers_to="request"),
        Column("person_id", Kind.ID, "The child named.", required=True, refers_to="person",
               standard="SSD, pers_person_id"),
        Column("nc_year", Kind.CODE, "The child's national curriculum year on the day of the request.", codes="nc_year",
               standard="School census, NCyearActual"),
        Column("school_urn", Kind.ID, "The child's own school on the day of the request.", refers_to="school",
               standard="GIAS, URN"),
    ),
)  # fmt: skip
