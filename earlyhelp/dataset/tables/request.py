"""Requests for support, penalty notices and notifications."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="request",
    meaning="Somebody asks for something about a family: support, a penalty notice, or to be told of an event.",
    theme="Case work",
    key=("request_id",),
    columns=(
        Column("request_id", Kind.ID, "Identifies the request; never used again.", required=True),
        Column("family_id", Kind.ID, "The family it is about.", required=True, refers_to="family",
               standard="SSD, fami_family_id"),
        Column("received_on", Kind.DATE, "The day it reached the council.", required=True,
               standard="SSD, cont_contact_date"),
        Column("kind", Kind.CODE, "What was asked for; only support counts as a request in the measures.",
               required=True, codes="request_kind"),
        Column("source_code", Kind.CODE, "Who asked; 2A is a school.", required=True, codes="request_source",
               standard="CIN census, ReferralSource"),
        Column("school_urn", Kind.ID, "The school that asked, when the source is 2A.", refers_to="school",
               standard="GIAS, URN"),
        Column("district_code", Kind.ID, "The district that received it.", refers_to="district",
               standard="ONS local authority district"),
        Column("threshold_level", Kind.TEXT, "Level of need in the council's own threshold document."),
        Column("decision", Kind.CODE, "What was decided.", codes="request_decision"),
        Column("decided_on", Kind.DATE, "The day of the decision."),
        Column("answered_on", Kind.DATE, "The day the asker was told."),
        Column("assessment_id", Kind.ID, "The assessment that informed it.", refers_to="assessment"),
        Column("involvement_id", Kind.ID, "The involvement it led to.", refers_to="involvement",
               standard="SSD, earl_episode_id"),
    ),
)  # fmt: skip
