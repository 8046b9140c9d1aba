"""Children of involvements that were active in the period."""

from earlyhelp.measures.declare import Rows
from earlyhelp.practice.durations import band
from earlyhelp.practice.states import has_ended_between, is_active_between, is_open_at

FOCUS = {"starts": "focus.opened_on", "ends": "focus.closed_on"}

ROWS = Rows(
    name="children",
    one_row="a child of an involvement that was active in the period; a child of two involvements is two rows",
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
    sql=f"""
WITH active AS (
  SELECT involvement_id, district_code,
         {is_open_at(":last")} AS is_open,
         {has_ended_between(":first", ":last")} AS has_ended,
         {band("started_on", "ended_on")} AS band
  FROM involvement
  WHERE {is_active_between(":first", ":last")}
), focuses AS (
  SELECT focus.involvement_id, focus.person_id,
         bit_or(focus_code_list.bit) AS active,
         bit_or(CASE WHEN {is_open_at(":last", **FOCUS)} THEN focus_code_list.bit ELSE 0 END) AS open
  FROM focus
  JOIN active ON active.involvement_id = focus.involvement_id
  JOIN focus_code_list ON focus_code_list.focus_code = focus.focus_code
  WHERE {is_active_between(":first", ":last", **FOCUS)}
  GROUP BY focus.involvement_id, focus.person_id
), care AS (
  SELECT person_id, min(care_status_rank.rank) AS rank
  FROM care_status
  JOIN care_status_rank ON care_status_rank.care_status = care_status.status
  WHERE {is_open_at(":last", starts="care_status.from_on", ends="care_status.to_on")}
  GROUP BY person_id
)
SELECT active.district_code,
       involvement_child.school_urn,
       active.is_open,
       active.has_ended,
       active.band,
       coalesce(year_code.key_stage, 'not_known') AS key_stage,
       coalesce(year_code.is_school_age, FALSE) AS is_school_age,
       CASE WHEN involvement_child.school_urn IS NULL THEN 'not_known' ELSE phase_code.reporting_phase END AS phase,
       coalesce(involvement_child.sen_provision, 'not_known') AS sen_provision,
       coalesce(care_status_rank.care_status, 'none') AS care_status,
       coalesce(own.active, 0) | coalesce(shared.active, 0) AS active_focuses,
       coalesce(own.open, 0) | coalesce(shared.open, 0) AS open_focuses
FROM active
JOIN involvement_child ON involvement_child.involvement_id = active.involvement_id
LEFT JOIN year_code ON year_code.nc_year = involvement_child.nc_year
LEFT JOIN school ON school.urn = involvement_child.school_urn
LEFT JOIN phase_code ON phase_code.phase = school.phase
LEFT JOIN care ON care.person_id = involvement_child.person_id
LEFT JOIN care_status_rank ON care_status_rank.rank = care.rank
LEFT JOIN focuses AS own
       ON own.involvement_id = involvement_child.involvement_id AND own.person_id = involvement_child.person_id
LEFT JOIN focuses AS shared ON shared.involvement_id = involvement_child.involvement_id AND shared.person_id IS NULL
""",
)
