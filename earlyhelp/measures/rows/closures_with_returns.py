"""Involvements that ended in the period, with the family's next request for support."""

from earlyhelp.measures.declare import Rows
from earlyhelp.practice.states import has_ended_between

ROWS = Rows(
    name="closures_with_returns",
    one_row="an involvement that ended in the period, with the day of the family's next request for support",
    reads=("involvement", "request"),
    same_as="involvements",
    same_where="has_ended",
    sql=f"""
WITH closed AS (
  SELECT involvement_id, family_id, district_code, ended_on
  FROM involvement
  WHERE {has_ended_between(":first", ":last")}
), returned AS (
  SELECT closed.involvement_id, min(request.received_on) AS next_request_on
  FROM closed
  JOIN request ON request.family_id = closed.family_id
              AND request.kind = 'support'
              AND request.received_on > closed.ended_on
  GROUP BY closed.involvement_id
)
SELECT closed.district_code, closed.ended_on, returned.next_request_on
FROM closed
LEFT JOIN returned ON returned.involvement_id = closed.involvement_id
""",
)
