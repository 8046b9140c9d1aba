"""Children of school age of open involvements, once for each category in which they have an open focus."""

from earlyhelp.measures.declare import OverTime, Rows

ROWS = Rows(
    name="open_children_by_category",
    one_row="children of school age of involvements open on the last day who have an open focus in one category",
    reads=("involvement", "involvement_child", "focus"),
    weight="children",
    over_time=OverTime.LAST_DAY,
    within="children_by_category",
    sql="""
SELECT alike.district_code, alike.key_stage, focus_category_list.focus_category, sum(alike.children) AS children
FROM (
  SELECT district_code, key_stage, open_focuses, count(*) AS children
  FROM children
  WHERE is_school_age AND is_open AND open_focuses <> 0
  GROUP BY district_code, key_stage, open_focuses
) AS alike
JOIN focus_category_list ON (alike.open_focuses & focus_category_list.bits) <> 0
GROUP BY alike.district_code, alike.key_stage, focus_category_list.focus_category
""",
)
