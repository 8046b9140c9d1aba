"""Which needs the open work is about."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="open_children_by_category",
    theme="focus",
    asks="Which needs is the open work about?",
    in_words=(
        "Children of school age of involvements open on the last day of the period who have an open focus in "
        "the category. A child with focuses in two categories counts in both; the total counts each child "
        "once."
    ),
    unit="children",
    rows="children",
    needs=("focus",),
    counts="is_open AND is_school_age AND open_focuses <> 0",
    by=(("focus_category",), ("focus_category", "key_stage")),
    rows_by={"focus_category": "open_children_by_category"},
    source="Report card for schools, January to July 2016: open work as at 31 July 2016",
)
