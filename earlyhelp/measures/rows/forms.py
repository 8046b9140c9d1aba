"""Closing questionnaires received in the period."""

from earlyhelp.measures.declare import Rows

ROWS = Rows(
    name="forms",
    one_row="a closing questionnaire received in the period",
    reads=("closing_form",),
    sql="""
SELECT district_code, respondent
FROM closing_form
WHERE received_on BETWEEN :first AND :last
""",
)
