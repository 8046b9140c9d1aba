"""Children of school age of active involvements, once for each focus they have."""

from earlyhelp.measures.declare import OverTime, Rows

ROWS = Rows(
    name="children_by_focus",
    one_row="children of school age of involvements active in the period who have one focus, the same for all of them",
    reads=("involvement", "involvement_child", "focus"),
    weight="children",
    over_time=OverTime.DURING,
    sql="""
SELECT alike.district_code, alike.key_stage, focus_code_list.focus_code, sum(alike.children) AS children
FROM (
  SELECT district_code, key_stage, active_focuses, count(*) AS children
  FROM children
  WHERE is_school_age AND active_focuses <> 0
  GROUP BY district_code, key_stage, active_focuses
) AS alike
JOIN focus_code_list ON (alike.active_focuses & focus_code_list.bit) <> 0
GROUP BY alike.district_code, alike.key_stage, focus_code_list.focus_code
""",
)
