"""Identities of people: read by linkage and the case screens alone."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="identity",
    meaning="Who a person is, for linkage and the case screens alone.",
    theme="Families",
    key=("person_id",),
    restricted=True,
    columns=(
        Column("person_id", Kind.ID, "The person whose identity it is.", required=True, refers_to="person",
               standard="SSD, pers_person_id"),
        Column("forename", Kind.TEXT, "Forename as recorded.", standard="SSD, pers_forename"),
        Column("surname", Kind.TEXT, "Surname as recorded.", standard="SSD, pers_surname"),
        Column("former_surname", Kind.TEXT, "A surname held before."),
        Column("date_of_birth", Kind.DATE, "The day of birth as recorded beside the name.", standard="SSD, pers_dob"),
        Column("sex", Kind.CODE, "Sex as recorded beside the name.", codes="sex",
               standard="CIN census, Sex (from 2024-25)"),
        Column("postcode", Kind.TEXT, "The postcode of the home.", standard="SSD, addr_address_postcode"),
        Column("upn", Kind.ID, "Unique pupil number of thirteen characters, with its check letter.",
               standard="School census, UPN"),
        Column("nhs_number", Kind.ID, "NHS number of ten digits, the last of them a check digit.",
               standard="NHS Data Dictionary, NHS NUMBER"),
    ),
)  # fmt: skip
