"""Reviews of involvements."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="review",
    meaning="A review of an involvement, held or still to be held.",
    theme="Case work",
    key=("review_id",),
    columns=(
        Column("review_id", Kind.ID, "Identifies the review; never used again.", required=True),
        Column("involvement_id", Kind.ID, "The involvement reviewed.", required=True, refers_to="involvement",
               standard="SSD, earl_episode_id"),
        Column("due_on", Kind.DATE, "The day by which it has to be held.", required=True, planned=True),
        Column("held_on", Kind.DATE, "The day it was held; empty where it has not been."),
        Column("progress", Kind.CODE, "How things have moved for the family since the last review.", codes="progress"),
    ),
)  # fmt: skip
