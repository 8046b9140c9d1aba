"""Consent, given and not given."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="consent",
    meaning="A family gives, refuses or withdraws consent, or information is shared without it.",
    theme="Case work",
    key=("consent_id",),
    columns=(
        Column("consent_id", Kind.ID, "Identifies the record of consent; never used again.", required=True),
        Column("family_id", Kind.ID, "The family whose consent it is.", required=True, refers_to="family",
               standard="SSD, fami_family_id"),
        Column("decided_on", Kind.DATE, "The day of the family's answer, or of the decision to share without it.",
               required=True),
        Column("state", Kind.CODE, "What was decided.", required=True, codes="consent_state"),
        Column("purpose", Kind.TEXT, "What the consent is for."),
        Column("ends_on", Kind.DATE, "The last day the consent holds; empty where no end was set.", planned=True),
    ),
)  # fmt: skip
