"""How often families come back."""

from earlyhelp.measures.declare import Measure
from earlyhelp.practice.states import months_before

MEASURE = Measure(
    name="re_requests",
    theme="returns",
    asks="How often do families come back soon after work has ended?",
    in_words=(
        "Of requests for support received in the period, those of a family with an involvement that ended "
        "within 12 (or 6) months before, and none open the day before the request."
    ),
    unit="share of requests",
    rows="support_requests_with_history",
    out_of="TRUE",
    counts=f"last_ended_on > {months_before('received_on', ':window')} AND NOT has_open_case",
    total=False,
    windows=(6, 12),
    look_back_months=12,
    compares_from_months=24,
    source="Report card for schools, January to July 2016: 11 of 117 in July 2016",
)
