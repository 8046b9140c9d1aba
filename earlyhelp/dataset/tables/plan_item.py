"""Items of a family's plan."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="plan_item",
    meaning="One thing that somebody has agreed to do under a family's plan.",
    theme="Case work",
    key=("plan_item_id",),
    columns=(
        Column("plan_item_id", Kind.ID, "Identifies the item; never used again.", required=True),
        Column("involvement_id", Kind.ID, "The involvement whose plan it is in.", required=True,
               refers_to="involvement", standard="SSD, earl_episode_id"),
        Column("focus_id", Kind.ID, "The focus it serves.", refers_to="focus"),
        Column("by_whom", Kind.TEXT, "Who has agreed to do it, by role."),
        Column("due_on", Kind.DATE, "The day by which it is to be done.", planned=True),
        Column("done_on", Kind.DATE, "The day it was done; empty where it has not been."),
        Column("evidence", Kind.TEXT, "What shows that it was done."),
    ),
)  # fmt: skip
