"""Children of school age of involvements that were active in the period."""

from earlyhelp.measures.declare import OverTime, Rows
from earlyhelp.practice.durations import band
from earlyhelp.practice.states import has_ended_between, is_active_between, is_open_at

WORK = {"starts": "involvement.started_on", "ends": "involvement.ended_on"}
FOCUS = {"starts": "focus.opened_on", "ends": "focus.closed_on"}

ROWS = Rows(
    name="children",
    one_row="a child of school age of an involvement active in the period; a child of two involvements is two rows",
    reads=("involvement", "involvement_child"),
    breakdown_reads={
        "phase": ("school",),
        "care_status": ("care_status",),
        "focus_code": ("focus",),
        "focus_category": ("focus",),
    },
    kept=True,
    # Each of the 61 focuses is one bit of a whole number, so that a child's focuses are one column and a focus
    # recorded twice counts once.
    # The number of a child stands for its two ids, so that focuses are gathered by a small key: a quarter less work
    # for a million involvements. Numbers must be given once, so these rows are materialised, never worked out twice.
    over_time=OverTime.DURING,
    conditions_over_time={"has_ended": OverTime.EVENTS, "is_open": OverTime.LAST_DAY},
    either_or=("has_ended", "is_open"),
    sql=f"""
WITH involved AS MATERIALIZED (
  SELECT row_number() OVER () AS number,
         involvement_child.involvement_id, involvement_child.person_id, involvement_child.school_urn,
         involvement_child.sen_provision, year_code.key_stage, year_code.is_school_age, involvement.district_code,
         {is_open_at(":last", **WORK)} AS is_open,
         {has_ended_between(":first", ":last", ends=WORK["ends"])} AS has_ended,
         {band(WORK["starts"], WORK["ends"])} AS band
  FROM involvement
  JOIN involvement_child ON involvement_child.involvement_id = involvement.involvement_id
  JOIN year_code ON year_code.nc_year = involvement_child.nc_year
  WHERE {is_active_between(":first", ":last", **WORK)} AND year_code.is_school_age
), focuses AS (
  SELECT involved.number,
         bit_or(focus_code_list.bit) AS active,
         bit_or(CASE WHEN {is_open_at(":last", **FOCUS)} THEN focus_code_list.bit ELSE 0 END) AS open
  FROM focus
  JOIN focus_code_list ON focus_code_list.focus_code = focus.focus_code
  JOIN involved ON involved.involvement_id = focus.involvement_id
               AND (focus.person_id IS NULL OR focus.person_id = involved.person_id)
  WHERE {is_active_between(":first", ":last", **FOCUS)}
  GROUP BY involved.number
), care AS (
  SELECT person_id, min(care_status_rank.rank) AS rank
  FROM care_status
  JOIN care_status_rank ON care_status_rank.care_status = care_status.status
  WHERE {is_open_at(":last", starts="care_status.from_on", ends="care_status.to_on")}
  GROUP BY person_id
)
SELECT involved.district_code,
       involved.school_urn,
       involved.is_open,
       involved.has_ended,
       involved.band,
       involved.key_stage,
       involved.is_school_age,
       CASE WHEN involved.school_urn IS NULL THEN 'not_known' ELSE phase_code.reporting_phase END AS phase,
       coalesce(involved.sen_provision, 'not_known') AS sen_provision,
       coalesce(care_status_rank.care_status, 'none') AS care_status,
       coalesce(focuses.active, 0) AS active_focuses,
       coalesce(focuses.open, 0) AS open_focuses
FROM involved
LEFT JOIN school ON school.urn = involved.school_urn
LEFT JOIN phase_code ON phase_code.phase = school.phase
LEFT JOIN care ON care.person_id = involved.person_id
LEFT JOIN care_status_rank ON care_status_rank.rank = care.rank
LEFT JOIN focuses ON focuses.number = involved.number
""",
)
