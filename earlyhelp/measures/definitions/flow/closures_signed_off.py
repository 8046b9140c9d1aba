"""How many closures a manager signed off."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="closures_signed_off",
    theme="flow",
    asks="What share of closures did a manager sign off by the last day?",
    in_words=(
        "Of involvements that ended in the period, those with a signature dated on or before the day they ended."
    ),
    unit="share of involvements",
    rows="involvements",
    out_of="has_ended",
    counts="signed_off_on <= ended_on",
    direction="higher",
    missing_answers="A closure without a signature counts as not signed off.",
    source="Report card for schools, January to July 2016: managers sign off closures",
)
