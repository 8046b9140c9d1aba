"""How many of the closing questionnaires offered came back."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="closing_forms_returned",
    theme="voice",
    asks="How many of the closing questionnaires offered came back?",
    in_words=(
        "Of closing questionnaires offered in the period, those for whose involvement one from the same respondent had "
        "come back by the day the records speak for. Questionnaires that name no involvement cannot be matched."
    ),
    unit="share of offers",
    rows="offers",
    out_of="TRUE",
    counts="is_returned",
    by=(("respondent",),),
    total=False,
    direction="higher",
    source="docs/decisions/0014-three-measures-more.md",
)
