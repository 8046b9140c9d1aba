"""Reviews that were due in the period."""

from earlyhelp.measures.declare import Rows

ROWS = Rows(
    name="reviews",
    one_row="a review due in the period",
    reads=("review", "involvement"),
    sql="""
SELECT involvement.district_code, review.due_on, review.held_on
FROM review
JOIN involvement ON involvement.involvement_id = review.involvement_id
WHERE review.due_on BETWEEN :first AND :last
""",
)
