"""How often a request meets work in progress."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="requests_on_open_case",
    theme="returns",
    asks="How often is the family already being helped when a request comes?",
    in_words=(
        "Of requests for support received in the period, those of a family with an involvement open the day before."
    ),
    unit="share of requests",
    rows="support_requests_with_history",
    out_of="TRUE",
    counts="has_open_case",
    compares_from_months=24,
    source="Report card for schools, January to July 2016: existing case continues to be worked",
)
