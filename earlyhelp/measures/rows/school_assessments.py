"""Early Help Assessments that schools started in the period."""

from earlyhelp.measures.declare import Rows

ROWS = Rows(
    name="school_assessments",
    one_row="an Early Help Assessment that a school started in the period",
    reads=("assessment",),
    breakdown_reads={"phase": ("school",)},
    sql="""
SELECT assessment.district_code,
       assessment.started_by_urn AS school_urn,
       assessment.led_by,
       coalesce(year_code.key_stage, 'not_known') AS key_stage,
       CASE WHEN assessment.started_by_urn IS NULL THEN 'not_known' ELSE phase_code.reporting_phase END AS phase
FROM assessment
LEFT JOIN year_code ON year_code.nc_year = assessment.nc_year
LEFT JOIN school ON school.urn = assessment.started_by_urn
LEFT JOIN phase_code ON phase_code.phase = school.phase
WHERE assessment.started_by = 'school' AND assessment.started_on BETWEEN :first AND :last
""",
)
