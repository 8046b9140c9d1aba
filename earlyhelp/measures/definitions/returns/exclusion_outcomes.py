"""What became of pupils at risk of exclusion."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="exclusion_outcomes",
    theme="returns",
    asks="What became of children who were at risk of exclusion?",
    in_words=(
        "Children of any age with a focus at risk of exclusion in an involvement that ended in the period, "
        "each in one group, the first that applies: permanently excluded during the work, permanently "
        "excluded within 12 months after, suspended during, suspended within 12 months after, none. Only what"
        " is known by the day the data speak for can count as after."
    ),
    unit="children",
    rows="children_at_risk_of_exclusion",
    by=(("outcome",),),
    follow_up_months=12,
    source="Report card for schools, January to July 2016: 17 at risk",
)
