"""Weekly attendance of children."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="attendance",
    meaning="What a child attended in one week, of what the child could have attended.",
    theme="Children elsewhere",
    key=("person_id", "week_starting"),
    columns=(
        Column("person_id", Kind.ID, "The child.", required=True, refers_to="person", standard="SSD, pers_person_id"),
        Column("week_starting", Kind.DATE, "The Monday of the week.", required=True),
        Column("sessions_possible", Kind.NUMBER, "The half days the child could have attended.", required=True,
               standard="School census, SessionsPossible"),
        Column("sessions_attended", Kind.NUMBER, "The half days the child did attend.", required=True,
               standard="School census, derived from SessionsPossible and absences"),
    ),
)  # fmt: skip
