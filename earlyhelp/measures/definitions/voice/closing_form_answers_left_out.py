"""How many answers could not be counted."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="closing_form_answers_left_out",
    theme="voice",
    asks="How many answers were not applicable or left empty?",
    in_words=(
        "For each question, the answers in questionnaires received in the period that are empty or not applicable."
    ),
    unit="answers",
    rows="answers",
    counts="NOT is_given",
    by=(("item", "respondent"),),
    total=False,
    direction="lower",
    source="Report card for schools, January to July 2016: feedback",
)
