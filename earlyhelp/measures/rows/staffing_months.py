"""Full-time equivalents by district and month, for months whose first day lies in the period."""

from earlyhelp.measures.declare import Rows

ROWS = Rows(
    name="staffing_months",
    one_row="the team of one district in one month; a row that does not name the first of a month is not counted",
    reads=("staffing",),
    sql="""
SELECT district_code,
       strftime(month, '%Y-%m') AS month,
       in_post_fte - absent_fte AS at_work_fte,
       establishment_fte
FROM staffing
WHERE month BETWEEN :first AND :last AND extract(day FROM month) = 1
""",
)
