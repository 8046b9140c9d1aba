"""Referrals to children's social care."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="referral",
    meaning="A referral to children's social care, about a child who may or may not be known to early help.",
    theme="Children elsewhere",
    key=("referral_id",),
    columns=(
        Column("referral_id", Kind.ID, "Identifies the referral; never used again.", required=True,
               standard="SSD, cine_referral_id"),
        Column("received_on", Kind.DATE, "The day social care received it.", required=True,
               standard="SSD, cine_referral_date"),
        Column("accepted_on", Kind.DATE, "The day it was accepted for assessment; empty where it was not."),
        Column("source_code", Kind.CODE, "Who referred.", codes="request_source",
               standard="CIN census, ReferralSource"),
        Column("step_up", Kind.FLAG, "Whether it came from early help as a step up."),
        Column("age_years", Kind.NUMBER, "The child's age in whole years on the day it was received.", whole=True),
    ),
)  # fmt: skip
