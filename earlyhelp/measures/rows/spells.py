"""Involvements active in the period as spells of days, for the time to closure."""

from earlyhelp.measures.declare import OverTime, Rows
from earlyhelp.practice.states import has_ended_between, is_active_between

ROWS = Rows(
    name="spells",
    one_row="an involvement active in the period, with the days since its start at which it is first and last seen",
    reads=("involvement",),
    over_time=OverTime.DURING,
    same_as="involvements",
    sql=f"""
SELECT district_code,
       greatest(0, date_diff('day', started_on, :first)) AS entry_days,
       date_diff('day', started_on,
                 CASE WHEN {has_ended_between(":first", ":last")} THEN ended_on ELSE :last END) AS exit_days,
       {has_ended_between(":first", ":last")} AS has_ended
FROM involvement
WHERE {is_active_between(":first", ":last")}
""",
)  # fmt: skip
