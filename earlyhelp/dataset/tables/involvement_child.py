"""Children of involvements, frozen at the start."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="involvement_child",
    meaning=(
        "A child an involvement is for, as things stood at its start; later changes do not alter it, so "
        "a closed term keeps its figures."
    ),
    theme="Case work",
    key=("involvement_id", "person_id"),
    columns=(
        Column("involvement_id", Kind.ID, "The involvement.", required=True, refers_to="involvement",
               standard="SSD, earl_episode_id"),
        Column("person_id", Kind.ID, "The child.", required=True, refers_to="person", standard="SSD, pers_person_id"),
        Column("nc_year", Kind.CODE, "The child's national curriculum year when the involvement started.",
               codes="nc_year", standard="School census, NCyearActual"),
        Column("school_urn", Kind.ID, "The child's school when the involvement started.", refers_to="school",
               standard="GIAS, URN"),
        Column("sen_provision", Kind.CODE,
               "The child's special educational needs provision when the involvement started.", codes="sen_provision",
               standard="School census, SENprovision"),
    ),
)  # fmt: skip
