"""Schools, with their openings, closings and successors."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="school",
    meaning="A school or other place of education that asks, takes part or has pupils on roll.",
    theme="Reference",
    key=("urn",),
    columns=(
        Column("urn", Kind.ID,
               "Identifies the school by its unique reference number, which changes when it becomes an academy.",
               required=True, standard="GIAS, URN"),
        Column("name", Kind.TEXT, "The name to print.", required=True, standard="GIAS, EstablishmentName"),
        Column("phase", Kind.CODE,
               "The phase it is counted under; special schools and alternative provision are phases here.",
               required=True, codes="phase", standard="GIAS, PhaseOfEducation and TypeOfEstablishment"),
        Column("district_code", Kind.ID, "The district it stands in.", required=True, refers_to="district",
               standard="GIAS, DistrictAdministrative"),
        Column("laestab", Kind.ID, "Local authority number and establishment number, written 860/1234 or 8601234.",
               standard="GIAS, LA and EstablishmentNumber"),
        Column("postcode", Kind.TEXT, "The postcode of the site.", standard="GIAS, Postcode"),
        Column("opened_on", Kind.DATE, "The first day the school is open under this number.", planned=True,
               standard="GIAS, OpenDate"),
        Column("closed_on", Kind.DATE, "The day the school closes under this number.", planned=True,
               standard="GIAS, CloseDate"),
        Column("successor_urn", Kind.ID, "The number of the school that took over its pupils.", standard="GIAS, Links"),
        Column("pupils", Kind.NUMBER, "Pupils on roll at the last census before as_at.",
               standard="GIAS, NumberOfPupils"),
    ),
)  # fmt: skip
