"""How many link meetings with schools were planned."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="link_meetings",
    theme="capacity",
    asks="How many link meetings with schools were planned, and what became of them?",
    in_words=(
        "Link meetings scheduled in the period, by outcome. A rearranged meeting is counted on its new day alone."
    ),
    unit="meetings",
    rows="meetings",
    by=(("outcome",),),
    leaves_out=frozenset({"rearranged"}),
    levels=("county", "district", "school"),
    source="Report card for schools, January to July 2016: school link meetings",
)
