"""Both ends of the scale of what families and schools say, and its middle."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="closing_form_scale",
    theme="voice",
    asks="How do the answers spread from one end of the scale to the other?",
    in_words=(
        "For each question, of the answers given in questionnaires received in the period: positive (happy; 4 or 5), "
        "middle (unsure; 3) and negative (sad; 1 or 2). The three add up to the answers given."
    ),
    unit="share of answers",
    rows="answers",
    out_of="is_given",
    by=(("item", "outcome", "respondent"),),
    total=False,
    missing_answers="Not applicable and empty answers are left out, as in closing_form_answers.",
    source="docs/decisions/0014-three-measures-more.md",
)
