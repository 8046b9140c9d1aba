"""Early Help Assessments."""

from earlyhelp.dataset.declare import Column, Kind, Table

TABLE = Table(
    name="assessment",
    meaning="An Early Help Assessment of a child or a family.",
    theme="Case work",
    key=("assessment_id",),
    columns=(
        Column("assessment_id", Kind.ID, "Identifies the assessment; never used again.", required=True),
        Column("family_id", Kind.ID, "The family assessed.", required=True, refers_to="family",
               standard="SSD, fami_family_id"),
        Column("person_id", Kind.ID, "The child assessed; empty where it is the whole family.", refers_to="person",
               standard="SSD, pers_person_id"),
        Column("nc_year", Kind.CODE, "The child's national curriculum year when the assessment started.",
               codes="nc_year", standard="School census, NCyearActual"),
        Column("district_code", Kind.ID, "The district the assessment counts in.", refers_to="district",
               standard="ONS local authority district"),
        Column("started_on", Kind.DATE, "The day it was started.", required=True, standard="Annex A, List 2"),
        Column("completed_on", Kind.DATE, "The day it was completed.", standard="Annex A, List 2"),
        Column("started_by", Kind.CODE, "The kind of organisation that started it.", required=True,
               codes="organisation", standard="Annex A, List 2 (free text there)"),
        Column("led_by", Kind.CODE,
               "The kind of organisation that leads it, which need not be the one that started it.", required=True,
               codes="organisation", standard="Annex A, List 2 (free text there)"),
        Column("started_by_urn", Kind.ID, "The school that started it.", refers_to="school", standard="GIAS, URN"),
        Column("led_by_urn", Kind.ID, "The school that leads it.", refers_to="school", standard="GIAS, URN"),
        Column("told_on", Kind.DATE, "The day the early help team was notified of it."),
    ),
)  # fmt: skip
