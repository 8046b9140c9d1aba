"""Links between referrals and people."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="link",
    meaning="Linkage proposes that a referral is about a person, and it is accepted or not.",
    theme="Children elsewhere",
    key=("referral_id", "person_id"),
    columns=(
        Column("referral_id", Kind.ID, "The referral.", required=True, refers_to="referral",
               standard="SSD, cine_referral_id"),
        Column("person_id", Kind.ID, "The person it may be about.", required=True, refers_to="person",
               standard="SSD, pers_person_id"),
        Column("probability", Kind.NUMBER, "How likely it is that they are the same child, from 0 to 1.", required=True,
               at_least=0, at_most=1),
        Column("decision", Kind.CODE, "Whether the link is accepted, and how; automatic and confirmed links count.",
               required=True, codes="link_decision"),
    ),
)  # fmt: skip
