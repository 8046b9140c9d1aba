"""What families and schools say at closing."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="closing_form_answers",
    theme="voice",
    asks="What do families and schools say when work ends?",
    in_words=(
        "For each question, of the answers given in questionnaires received in the period: happy (families) "
        "or 4 and 5, satisfied and extremely satisfied (schools)."
    ),
    unit="share of answers",
    rows="answers",
    out_of="is_given",
    counts="(respondent = 'school' AND answer IN ('4', '5')) OR (respondent <> 'school' AND answer = 'happy')",
    by=(("item", "respondent"),),
    counts_as={"outcome": "positive"},
    total=False,
    direction="higher",
    missing_answers=(
        "Not applicable and empty answers are left out of both counts and counted in closing_form_answers_left_out."
    ),
    source="Report card for schools, January to July 2016: feedback",
)
