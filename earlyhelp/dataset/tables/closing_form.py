"""Closing forms that came back."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="closing_form",
    meaning="A closing form comes back; it may be anonymous.",
    theme="Voice",
    key=("form_id",),
    columns=(
        Column("form_id", Kind.ID, "Identifies the form; never used again.", required=True),
        Column("respondent", Kind.CODE, "Who filled it in.", required=True, codes="respondent"),
        Column("received_on", Kind.DATE, "The day it came back.", required=True),
        Column("district_code", Kind.ID, "The district the form counts in.", refers_to="district",
               standard="ONS local authority district"),
        Column("mode", Kind.CODE, "How it was filled in.", codes="mode"),
        Column("school_urn", Kind.ID, "The school that filled it in, or that the young person goes to.",
               refers_to="school", standard="GIAS, URN"),
        Column("involvement_id", Kind.ID, "The involvement it is about; empty where the form is anonymous.",
               refers_to="involvement", standard="SSD, earl_episode_id"),
    ),
)  # fmt: skip
