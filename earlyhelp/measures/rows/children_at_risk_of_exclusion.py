"""Children with a focus "at risk of exclusion" in an involvement that ended in the period, with what followed."""

from earlyhelp.measures.declare import Rows
from earlyhelp.practice.states import has_ended_between, months_after

DURING = "exclusion.started_on <= at_risk.ended_on"

ROWS = Rows(
    name="children_at_risk_of_exclusion",
    one_row="a child of any age with a focus at risk of exclusion in an involvement that ended in the period",
    reads=("involvement", "involvement_child", "focus", "exclusion"),
    sql=f"""
WITH at_risk AS (
  SELECT DISTINCT involvement.involvement_id, involvement.district_code, involvement.started_on, involvement.ended_on,
         involvement_child.person_id
  FROM involvement
  JOIN involvement_child ON involvement_child.involvement_id = involvement.involvement_id
  JOIN focus ON focus.involvement_id = involvement.involvement_id
            AND (focus.person_id IS NULL OR focus.person_id = involvement_child.person_id)
  WHERE {has_ended_between(":first", ":last", ends="involvement.ended_on")}
    AND focus.focus_code = 'at_risk_of_exclusion'
)
SELECT at_risk.district_code,
       CASE WHEN coalesce(bool_or(exclusion.kind = 'permanent' AND {DURING}), FALSE) THEN 'permanent_during'
            WHEN coalesce(bool_or(exclusion.kind = 'permanent'), FALSE) THEN 'permanent_after'
            WHEN coalesce(bool_or(exclusion.kind = 'suspension' AND {DURING}), FALSE) THEN 'suspension_during'
            WHEN coalesce(bool_or(exclusion.kind = 'suspension'), FALSE) THEN 'suspension_after'
            ELSE 'none' END AS outcome
FROM at_risk
LEFT JOIN exclusion ON exclusion.person_id = at_risk.person_id
                   AND exclusion.started_on >= at_risk.started_on
                   AND exclusion.started_on <= {months_after("at_risk.ended_on", 12)}
                   AND exclusion.started_on <= :as_at
GROUP BY at_risk.involvement_id, at_risk.person_id, at_risk.district_code
""",
)
