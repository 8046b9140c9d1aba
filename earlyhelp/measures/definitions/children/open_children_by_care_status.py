"""How many of them are also known to social care."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="open_children_by_care_status",
    theme="children",
    asks="How many of the children also have a social care plan or are looked after?",
    in_words=(
        "Of children of school age of open involvements, by their status on the last day. Each child is in "
        "one group: looked after, else child protection plan, else child in need, else none."
    ),
    unit="share of children",
    rows="children",
    needs=("care_status",),
    out_of="is_open AND is_school_age",
    by=(("care_status",),),
    source="Report card for schools, January to July 2016: 2 looked after, 4 with a plan",
)
