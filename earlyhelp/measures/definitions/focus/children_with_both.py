"""How far the two commonest focuses overlap."""

from earlyhelp.measures.declare import Calculation, Measure

MEASURE = Measure(
    name="children_with_both",
    theme="focus",
    asks="How many children have both of the two commonest focuses?",
    in_words=(
        "Of children of school age in involvements active in the period, those with both of the two focuses "
        "that most children of the county have; the same two for every place. Of focuses that as many "
        "children have, the one that comes first by code is taken."
    ),
    unit="share of children",
    rows="children",
    needs=("focus",),
    out_of="is_school_age",
    calculation=Calculation.PAIR,
    source="Report card for schools, January to July 2016: minimal overlap, together 54%",
)
