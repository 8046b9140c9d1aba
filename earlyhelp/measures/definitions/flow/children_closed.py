"""With how many children of school age work ended."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="children_closed",
    theme="flow",
    asks="With how many children of school age did work end?",
    in_words="Children of school age in involvements that ended in the period.",
    unit="children",
    rows="children",
    counts="has_ended AND is_school_age",
    levels=("county", "district", "school"),
    source="Report card for schools, January to July 2016: 775",
)
