"""Focuses of work."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="focus",
    meaning="A need that an involvement works on, for one person or for the whole family.",
    theme="Case work",
    key=("focus_id",),
    columns=(
        Column("focus_id", Kind.ID, "Identifies the focus; never used again.", required=True),
        Column("involvement_id", Kind.ID, "The involvement it is part of.", required=True, refers_to="involvement",
               standard="SSD, earl_episode_id"),
        Column("person_id", Kind.ID, "The person whose need it is; empty where it is the whole family's.",
               refers_to="person", standard="SSD, pers_person_id", empty_says="a need of the whole family"),
        Column("focus_code", Kind.CODE, "Which need it is.", required=True, codes="focus",
               standard="Mapped to the Supporting Families outcomes and the CIN assessment factors"),
        Column("opened_on", Kind.DATE, "The first day it was worked on.", required=True),
        Column("closed_on", Kind.DATE, "The day work on it ended; empty while it goes on."),
        Column("outcome", Kind.CODE, "How far the need was met by then.", codes="focus_outcome"),
    ),
)  # fmt: skip
