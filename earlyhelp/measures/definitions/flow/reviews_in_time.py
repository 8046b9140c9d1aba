"""How many reviews are held in time."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="reviews_in_time",
    theme="flow",
    asks="What share of reviews are held by the day they are due?",
    in_words="Of reviews due in the period, those held on or before the day they were due.",
    unit="share of reviews",
    rows="reviews",
    out_of="TRUE",
    counts="held_on <= due_on",
    direction="higher",
    missing_answers="A review without a day on which it was held counts as not in time.",
    source="Report card for schools, January to July 2016: involvements are reviewed regularly",
)
