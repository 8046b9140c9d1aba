"""How many of them have special educational needs."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="open_children_by_sen",
    theme="children",
    asks="How many of the children have special educational needs?",
    in_words=(
        "Of children of school age of open involvements, by the special educational provision recorded when "
        "the involvement started."
    ),
    unit="share of children",
    rows="children",
    out_of="is_open AND is_school_age",
    by=(("sen_provision",),),
    missing_answers="A child whose provision is not recorded counts under not known.",
    source="Report card for schools, January to July 2016: 165 with SEN",
)
