"""How many children of school age the teams work with."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="open_children",
    theme="children",
    asks="How many children of school age are the teams working with?",
    in_words=(
        "Children of school age (reception to year 11) of involvements open at the end of the last day. Year "
        "group and school are those recorded when the involvement started."
    ),
    unit="children",
    rows="children",
    counts="is_open AND is_school_age",
    by=(("key_stage",), ("phase",)),
    levels=("county", "district", "school"),
    missing_answers=(
        "A child without a recorded year group is not counted as of school age; one without a school counts "
        "under not known."
    ),
    source="Report card for schools, January to July 2016: children at the end of the period",
)
