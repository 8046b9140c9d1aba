"""What share of requests schools send."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="requests_from_schools",
    theme="demand",
    asks="What share of requests for support come from schools?",
    in_words="Of all requests for support received in the period, those with source 2A (a school).",
    unit="share of requests",
    rows="support_requests",
    out_of="TRUE",
    counts="source_code = '2A'",
    counts_as={"source_code": "2A"},
    levels=("county", "district", "school"),
    source="Report card for schools, January to July 2016: 1069 (39%)",
)
