"""What share of askers hear back in five working days."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="requests_answered_in_5_days",
    theme="demand",
    asks="What share of requests are answered within five working days?",
    in_words=(
        "Of requests for support received in the period whose fifth working day after receipt has come by the"
        " day the data speak for, those whose asker was told on or before that day. The day of receipt does "
        "not count; weekends and the bank holidays of England and Wales are not working days."
    ),
    unit="share of requests",
    rows="support_requests",
    out_of="answer_due_on <= :as_at",
    counts="answered_on <= answer_due_on",
    direction="higher",
    missing_answers="A request without a day of answer counts as not answered.",
    source="Survey of school leaders 2016, question 2; offer to schools: allocated within 5 days",
)
