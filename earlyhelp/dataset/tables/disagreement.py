"""Disagreements raised by schools."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="disagreement",
    meaning="A school disagrees with a decision of the team and takes it up.",
    theme="Case work",
    key=("disagreement_id",),
    columns=(
        Column("disagreement_id", Kind.ID, "Identifies the disagreement; never used again.", required=True),
        Column("involvement_id", Kind.ID, "The involvement it is about; empty where it is about something else.",
               refers_to="involvement", standard="SSD, earl_episode_id"),
        Column("raised_by_urn", Kind.ID, "The school that raised it.", refers_to="school", standard="GIAS, URN"),
        Column("raised_on", Kind.DATE, "The day it was raised.", required=True),
        Column("stage", Kind.CODE, "The highest stage it has reached.", required=True, codes="disagreement_stage"),
        Column("stage_on", Kind.DATE, "The day it reached that stage."),
        Column("resolved_on", Kind.DATE, "The day it was settled; empty while it is not."),
        Column("outcome", Kind.CODE, "How it was settled.", codes="disagreement_outcome"),
    ),
)  # fmt: skip
