"""How much of the open work is over a year old."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="open_over_12_months",
    theme="flow",
    asks="What share of open involvements are over a year old?",
    in_words=(
        "Of involvements open on the last day of the period, those that started twelve or more whole months before."
    ),
    unit="share of involvements",
    rows="involvements",
    out_of="is_open",
    counts="has_lasted_12_months",
    direction="lower",
    compares_from_months=24,
    source="Report card for schools, January to July 2016: drift",
)
