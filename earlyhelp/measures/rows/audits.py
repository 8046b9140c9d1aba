"""Case audits carried out in the period."""

from earlyhelp.measures.declare import Rows

ROWS = Rows(
    name="audits",
    one_row="an audit of a case carried out in the period",
    reads=("case_audit",),
    sql="""
SELECT district_code, coalesce(joint, FALSE) AS is_joint, judgement, head_judgement
FROM case_audit
WHERE audited_on BETWEEN :first AND :last
""",
)
