"""How many children schools name in their requests."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="children_in_school_requests",
    theme="demand",
    asks="How many children do schools name in their requests?",
    in_words=(
        "Children named in the requests for support that schools sent in the period. A child named in two "
        "requests counts twice. Key stage follows the year group on the request."
    ),
    unit="children named",
    rows="named_children",
    by=(("key_stage",),),
    levels=("county", "district", "school"),
    missing_answers="A child whose year group is not recorded counts under not known.",
    source="Report card for schools, January to July 2016: majority in Key Stages 1 and 2",
)
