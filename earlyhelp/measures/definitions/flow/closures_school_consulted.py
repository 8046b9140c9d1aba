"""How often the school was consulted before closing."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="closures_school_consulted",
    theme="flow",
    asks="How often was the school consulted before closing?",
    in_words=(
        "Of involvements that ended in the period where consulting a school applied and the answer is "
        "recorded, those where the school was consulted."
    ),
    unit="share of involvements",
    rows="involvements",
    out_of="has_ended AND school_consulted IN ('yes', 'no')",
    counts="school_consulted = 'yes'",
    direction="higher",
    missing_answers="Not applicable and not recorded are left out of both counts.",
    source="Schools Forum paper, July 2016: routine consultation at closure",
)
