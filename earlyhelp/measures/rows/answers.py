"""Answers in the closing questionnaires received in the period."""

from earlyhelp.measures.declare import Rows

ROWS = Rows(
    name="answers",
    one_row="one item of a closing questionnaire received in the period",
    reads=("closing_form", "closing_answer"),
    within="forms",
    sql="""
SELECT closing_form.district_code,
       closing_form.respondent,
       closing_answer.item,
       closing_answer.answer,
       CASE WHEN closing_answer.answer IN ('happy', '4', '5') THEN 'positive'
            WHEN closing_answer.answer IN ('unsure', '3') THEN 'middle'
            WHEN closing_answer.answer IN ('sad', '1', '2') THEN 'negative' END AS outcome,
       closing_answer.answer IS NOT NULL AND closing_answer.answer <> 'not_applicable' AS is_given
FROM closing_form
JOIN closing_answer ON closing_answer.form_id = closing_form.form_id
WHERE closing_form.received_on BETWEEN :first AND :last
""",
)
