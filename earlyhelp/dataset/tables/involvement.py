"""Involvements: spells of work with a family."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="involvement",
    meaning="Early help works with a family: one row for each family and continuous spell.",
    theme="Case work",
    key=("involvement_id",),
    columns=(
        Column("involvement_id", Kind.ID, "Identifies the involvement; never used again.", required=True,
               standard="SSD, earl_episode_id"),
        Column("family_id", Kind.ID, "The family worked with.", required=True, refers_to="family",
               standard="SSD, fami_family_id"),
        Column("district_code", Kind.ID, "The district whose team does the work.", required=True, refers_to="district",
               standard="ONS local authority district"),
        Column("team_id", Kind.ID, "The team that does the work, by the council's own code."),
        Column("service_tier", Kind.CODE, "How intensive the service is.", codes="service_tier"),
        Column("purpose", Kind.CODE, "What the work is meant to bring about.", codes="involvement_purpose"),
        Column("started_on", Kind.DATE, "The first day of the spell.", required=True,
               standard="SSD, earl_episode_start_date"),
        Column("work_ended_on", Kind.DATE, "The last day of active work, which may come before the closing."),
        Column("ended_on", Kind.DATE, "The day it was closed; empty while it is open.",
               standard="SSD, earl_episode_end_date"),
        Column("end_reason", Kind.CODE, "Why it was closed.", codes="end_reason",
               standard="SSD, earl_episode_end_reason (free text there)"),
        Column("signed_off_on", Kind.DATE, "The day a manager signed the closing off."),
        Column("signed_off_by", Kind.TEXT, "Who signed it off, by role or staff code."),
        Column("stepped_down_from", Kind.CODE,
               "The social care status the family came down from; empty where it did not.", codes="stepped_down_from",
               standard="CIN census, ReasonForClosure"),
        Column("school_consulted", Kind.CODE, "Whether the school was asked before the closing.",
               codes="yes_no_not_applicable"),
        Column("school_agreed", Kind.CODE, "Whether the school agreed with the closing.",
               codes="yes_no_not_applicable"),
    ),
)  # fmt: skip
