"""Closing forms that were offered."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="closing_offer",
    meaning="Somebody is asked for a closing form when an involvement ends.",
    theme="Voice",
    key=("involvement_id", "respondent"),
    columns=(
        Column("involvement_id", Kind.ID, "The involvement that ended or is about to.", required=True,
               refers_to="involvement", standard="SSD, earl_episode_id"),
        Column("respondent", Kind.CODE, "Who was asked.", required=True, codes="respondent"),
        Column("offered_on", Kind.DATE, "The day the form was offered.", required=True),
        Column("mode", Kind.CODE, "How it was offered.", codes="mode"),
    ),
)  # fmt: skip
