"""Children of school age of active involvements, once for each category in which they have a focus."""

from earlyhelp.measures.declare import OverTime, Rows

ROWS = Rows(
    name="children_by_category",
    one_row="children of school age of involvements active in the period who have a focus in one category",
    reads=("involvement", "involvement_child", "focus"),
    weight="children",
    over_time=OverTime.DURING,
    sql="""
SELECT alike.district_code, focus_category_list.focus_category, sum(alike.children) AS children
FROM (
  SELECT district_code, active_focuses, count(*) AS children
  FROM children
  WHERE is_school_age AND active_focuses <> 0
  GROUP BY district_code, active_focuses
) AS alike
JOIN focus_category_list ON (alike.active_focuses & focus_category_list.bits) <> 0
GROUP BY alike.district_code, focus_category_list.focus_category
""",
)
