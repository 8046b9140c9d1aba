"""How long closed focuses lasted."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="focus_closure_duration",
    theme="flow",
    asks="How long did it take to close each focus?",
    in_words=(
        "Of focuses closed in the period, each once, by the whole months from opening to closing: focuses of "
        "the whole family, and those of a child of school age."
    ),
    unit="share of focuses",
    rows="closed_focuses",
    out_of="TRUE",
    by=(("band", "focus_code"),),
    compares_from_months=24,
    source="Report card for schools, January to July 2016: 80% of top focuses closed within six months",
)
