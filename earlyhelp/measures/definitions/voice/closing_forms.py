"""How many closing questionnaires came back."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="closing_forms",
    theme="voice",
    asks="How many closing questionnaires came back?",
    in_words="Closing questionnaires received in the period, by who filled them in.",
    unit="forms",
    rows="forms",
    by=(("respondent",),),
    direction="higher",
    source="Report card for schools, January to July 2016: 66, 82 and 24",
)
