"""Involvements that were active in the period."""

from earlyhelp.measures.declare import OverTime, Rows
from earlyhelp.practice.durations import has_lasted_months
from earlyhelp.practice.states import has_ended_between, is_active_between, is_open_at

ROWS = Rows(
    name="involvements",
    one_row="an involvement with a family that was active in the period",
    reads=("involvement",),
    over_time=OverTime.DURING,
    conditions_over_time={"has_ended": OverTime.EVENTS, "is_open": OverTime.LAST_DAY},
    either_or=("has_ended", "is_open"),
    sql=f"""
SELECT district_code,
       {is_open_at(":last")} AS is_open,
       {has_ended_between(":first", ":last")} AS has_ended,
       {has_lasted_months("started_on", ":last", 12)} AS has_lasted_12_months,
       ended_on,
       signed_off_on,
       school_consulted
FROM involvement
WHERE {is_active_between(":first", ":last")}
""",
)
