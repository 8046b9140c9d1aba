"""How long closed involvements lasted."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="closure_duration",
    theme="flow",
    asks="How long did the work last that has ended?",
    in_words=(
        "Of children of school age in involvements that ended in the period, by the whole months from the "
        "first to the last day of the involvement: under 6, 6 to 8, 9 to 11, 12 and over. Each falls in "
        "exactly one."
    ),
    unit="share of children",
    rows="children",
    out_of="has_ended AND is_school_age",
    by=(("band",), ("band", "key_stage")),
    compares_from_months=24,
    source="Report card for schools, January to July 2016: half under six months",
)
