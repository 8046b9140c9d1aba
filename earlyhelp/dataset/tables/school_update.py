"""What schools are told, and what they answer."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="school_update",
    meaning="A school is told how an involvement goes.",
    theme="Case work",
    key=("involvement_id", "school_urn", "told_on", "kind"),
    columns=(
        Column("involvement_id", Kind.ID, "The involvement the school is told about.", required=True,
               refers_to="involvement", standard="SSD, earl_episode_id"),
        Column("school_urn", Kind.ID, "The school told.", required=True, refers_to="school", standard="GIAS, URN"),
        Column("told_on", Kind.DATE, "The day the school was told.", required=True),
        Column("kind", Kind.CODE, "What the school was told of.", required=True, codes="school_update_kind"),
        Column("reply", Kind.CODE, "What the school answered; none where it did not answer.",
               codes="school_update_reply"),
    ),
)  # fmt: skip
