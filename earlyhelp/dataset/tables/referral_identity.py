"""Identities in referrals: read by linkage and the case screens alone."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="referral_identity",
    meaning="Who a referral is about, for linkage and the case screens alone.",
    theme="Children elsewhere",
    key=("referral_id",),
    restricted=True,
    columns=(
        Column("referral_id", Kind.ID, "The referral whose child it is.", required=True, refers_to="referral",
               standard="SSD, cine_referral_id"),
        Column("forename", Kind.TEXT, "Forename as social care recorded it.", standard="SSD, pers_forename"),
        Column("surname", Kind.TEXT, "Surname as social care recorded it.", standard="SSD, pers_surname"),
        Column("date_of_birth", Kind.DATE, "The day of birth as social care recorded it.", standard="SSD, pers_dob"),
        Column("sex", Kind.CODE, "Sex as social care recorded it.", codes="sex",
               standard="CIN census, Sex (from 2024-25)"),
        Column("postcode", Kind.TEXT, "The postcode of the home as social care recorded it.",
               standard="SSD, addr_address_postcode"),
        Column("upn", Kind.ID, "Unique pupil number as social care recorded it.", standard="CIN census, UPN"),
        Column("nhs_number", Kind.ID, "NHS number as social care recorded it.",
               standard="NHS Data Dictionary, NHS NUMBER"),
    ),
)  # fmt: skip
