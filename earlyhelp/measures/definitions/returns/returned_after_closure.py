"""How often a closed case comes back."""

from earlyhelp.measures.declare import Measure
from earlyhelp.measures.figures import Status
from earlyhelp.practice.states import months_after

MEASURE = Measure(
    name="returned_after_closure",
    theme="returns",
    asks="How often does a family ask again after work has ended?",
    in_words=(
        "Of involvements that ended in the period and whose following 12 (or 6) months have all passed by the"
        " day the data speak for, those whose family made a request for support within these months."
    ),
    unit="share of involvements",
    rows="closures_with_returns",
    out_of=f"{months_after('ended_on', ':window')} <= :as_at",
    counts=f"next_request_on <= {months_after('ended_on', ':window')}",
    total=False,
    windows=(6, 12),
    direction="lower",
    when_empty=Status.NOT_YET_AVAILABLE,
    follow_up_months=12,
    source="docs/rules/returns.md; the clock starts at closure",
)
