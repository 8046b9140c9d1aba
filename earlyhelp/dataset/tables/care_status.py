"""Social care statuses of children."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="care_status",
    meaning="A child is looked after, on a child protection plan or in need for a time.",
    theme="Children elsewhere",
    key=("person_id", "status", "from_on"),
    columns=(
        Column("person_id", Kind.ID, "The child.", required=True, refers_to="person", standard="SSD, pers_person_id"),
        Column("status", Kind.CODE, "Which status the child has.", required=True, codes="care_status",
               standard="SSD, ssd_cla_episodes, ssd_cp_plans and ssd_cin_plans"),
        Column("from_on", Kind.DATE, "The first day with the status.", required=True),
        Column("to_on", Kind.DATE, "The first day without the status; empty while it lasts.", planned=True),
    ),
)  # fmt: skip
