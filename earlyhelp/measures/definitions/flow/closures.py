"""How many involvements ended."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="closures",
    theme="flow",
    asks="How many involvements ended?",
    in_words="Involvements whose last day lies in the period.",
    unit="involvements",
    rows="involvements",
    counts="has_ended",
    source="Report card for schools, January to July 2016",
)
