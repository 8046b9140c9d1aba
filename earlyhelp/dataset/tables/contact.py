"""Contacts of workers with families, schools and agencies."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="contact",
    meaning="A worker is in touch with somebody about an involvement.",
    theme="Case work",
    key=("contact_id",),
    columns=(
        Column("contact_id", Kind.ID, "Identifies the contact; never used again.", required=True),
        Column("involvement_id", Kind.ID, "The involvement it belongs to.", required=True, refers_to="involvement",
               standard="SSD, earl_episode_id"),
        Column("on", Kind.DATE, "The day of the contact.", required=True),
        Column("kind", Kind.CODE, "How the contact was made.", codes="contact_kind"),
        Column("with", Kind.CODE, "Who the contact was with.", codes="contact_with"),
    ),
)  # fmt: skip
