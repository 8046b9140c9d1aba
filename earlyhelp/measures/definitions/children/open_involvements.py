"""How many families the teams work with."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="open_involvements",
    theme="children",
    asks="How many families are the teams working with?",
    in_words="Involvements open at the end of the last day of the period, whatever the ages of the children.",
    unit="involvements",
    rows="involvements",
    counts="is_open",
    source="Data sheet on quantity, January to May 2016: open engagements",
)
