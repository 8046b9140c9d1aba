"""How many requests for support came in."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="requests",
    theme="demand",
    asks="How many requests for support came in?",
    in_words=(
        "Requests of the kind support received in the period. Penalty notices and notifications are left out."
        " By phase, only requests from schools are counted, by the phase of the school that asked."
    ),
    unit="requests",
    rows="support_requests",
    by=(("source_code",), ("month",), ("phase",)),
    levels=("county", "district", "school"),
    source="Report card for schools, January to July 2016: 1069 from schools (39%)",
)
