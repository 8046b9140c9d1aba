"""Requests for support received in the period, with what the service knew of the family the day before."""

from earlyhelp.measures.declare import Rows
from earlyhelp.practice.states import is_open_at, months_before

OPEN_THE_DAY_BEFORE = is_open_at(
    "CAST(received.received_on - INTERVAL '1 days' AS DATE)",
    starts="involvement.started_on",
    ends="involvement.ended_on",
)

ROWS = Rows(
    name="support_requests_with_history",
    one_row="a request for support received in the period, with the family's involvements before it",
    reads=("request", "involvement"),
    same_as="support_requests",
    sql=f"""
WITH received AS (
  SELECT request_id, family_id, district_code, received_on
  FROM request
  WHERE kind = 'support' AND received_on BETWEEN :first AND :last
), history AS (
  SELECT received.request_id,
         bool_or{OPEN_THE_DAY_BEFORE} AS has_open_case,
         max(CASE WHEN involvement.ended_on <= received.received_on THEN involvement.ended_on END) AS last_ended_on
  FROM involvement
  JOIN received ON received.family_id = involvement.family_id
  WHERE involvement.started_on <= :last
    AND (involvement.ended_on IS NULL OR involvement.ended_on >= {months_before(":first", 12)})
  GROUP BY received.request_id
)
SELECT received.district_code,
       received.received_on,
       coalesce(history.has_open_case, FALSE) AS has_open_case,
       history.last_ended_on
FROM received
LEFT JOIN history ON history.request_id = received.request_id
""",
)
