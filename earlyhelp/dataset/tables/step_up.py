"""Steps up to children's social care."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="step_up",
    meaning="Early help asks children's social care to take a family on.",
    theme="Case work",
    key=("step_up_id",),
    columns=(
        Column("step_up_id", Kind.ID, "Identifies the step up; never used again.", required=True),
        Column("involvement_id", Kind.ID, "The involvement it comes from.", required=True, refers_to="involvement",
               standard="SSD, earl_episode_id"),
        Column("discussed_on", Kind.DATE, "The day it was talked over with social care."),
        Column("requested_on", Kind.DATE, "The day it was asked for.", required=True),
        Column("decided_on", Kind.DATE, "The day social care decided."),
        Column("outcome", Kind.CODE, "What social care decided.", codes="step_up_outcome"),
        Column("referral_id", Kind.ID, "The referral it became.", refers_to="referral",
               standard="SSD, cine_referral_id"),
    ),
)  # fmt: skip
