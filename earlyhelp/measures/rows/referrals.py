"""Referrals to children's social care accepted in the period, of children of five to sixteen."""

from earlyhelp.measures.declare import Rows
from earlyhelp.practice.states import months_before

A_YEAR_BEFORE = months_before("accepted.received_on", 12)

ROWS = Rows(
    name="referrals",
    one_row="a referral of a child aged 5 to 16, accepted for assessment in the period",
    reads=("referral", "link", "involvement", "involvement_child", "assessment"),
    sql=f"""
WITH accepted AS (
  SELECT referral_id, received_on, step_up
  FROM referral
  WHERE accepted_on BETWEEN :first AND :last AND age_years BETWEEN 5 AND 16
), linked AS (
  SELECT accepted.referral_id, accepted.received_on, link.person_id
  FROM accepted
  JOIN link ON link.referral_id = accepted.referral_id
  WHERE link.decision IN ('automatic', 'confirmed')
), known AS (
  SELECT accepted.referral_id
  FROM linked AS accepted
  JOIN involvement_child ON involvement_child.person_id = accepted.person_id
  JOIN involvement ON involvement.involvement_id = involvement_child.involvement_id
  WHERE involvement.started_on <= accepted.received_on
    AND (involvement.ended_on IS NULL OR involvement.ended_on > {A_YEAR_BEFORE})
  UNION
  SELECT accepted.referral_id
  FROM linked AS accepted
  JOIN assessment ON assessment.person_id = accepted.person_id
  WHERE assessment.started_on > {A_YEAR_BEFORE} AND assessment.started_on <= accepted.received_on
)
SELECT NULL AS district_code,
       coalesce(accepted.step_up, FALSE) AS is_step_up,
       known.referral_id IS NOT NULL AS is_known
FROM accepted
LEFT JOIN known ON known.referral_id = accepted.referral_id
""",
)
