"""Focuses that were closed in the period."""

from earlyhelp.measures.declare import Rows
from earlyhelp.practice.durations import band

ROWS = Rows(
    name="closed_focuses",
    one_row="a focus closed in the period: one of the whole family, or one of a child of school age",
    reads=("involvement", "involvement_child", "focus"),
    sql=f"""
SELECT involvement.district_code, focus.focus_code, {band("focus.opened_on", "focus.closed_on")} AS band
FROM focus
JOIN involvement ON involvement.involvement_id = focus.involvement_id
LEFT JOIN involvement_child ON involvement_child.involvement_id = focus.involvement_id
                           AND involvement_child.person_id = focus.person_id
LEFT JOIN year_code ON year_code.nc_year = involvement_child.nc_year
WHERE focus.closed_on BETWEEN :first AND :last AND (focus.person_id IS NULL OR year_code.is_school_age)
""",
)
