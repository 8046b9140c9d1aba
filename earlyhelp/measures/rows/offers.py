"""Closing questionnaires offered in the period, and whether they came back."""

from earlyhelp.measures.declare import Rows

ROWS = Rows(
    name="offers",
    one_row="a closing questionnaire offered in the period to one respondent of an involvement",
    reads=("closing_offer", "closing_form", "involvement"),
    sql="""
SELECT involvement.district_code,
       closing_offer.respondent,
       returned.involvement_id IS NOT NULL AS is_returned
FROM closing_offer
JOIN involvement ON involvement.involvement_id = closing_offer.involvement_id
LEFT JOIN (SELECT DISTINCT involvement_id, respondent
           FROM closing_form
           WHERE received_on <= :as_at) AS returned
       ON returned.involvement_id = closing_offer.involvement_id AND returned.respondent = closing_offer.respondent
WHERE closing_offer.offered_on BETWEEN :first AND :last
""",
)
