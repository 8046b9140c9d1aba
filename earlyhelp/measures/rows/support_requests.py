"""Requests for support received in the period."""

from earlyhelp.measures.declare import Rows

ROWS = Rows(
    name="support_requests",
    one_row="a request for support received in the period; penalty notices and notifications are other kinds",
    reads=("request",),
    breakdown_reads={"phase": ("school",)},
    applies_to={"phase": ("source_code", "2A")},
    of_schools={"source_code": "2A"},
    sql="""
SELECT request.district_code,
       request.school_urn,
       request.source_code,
       strftime(request.received_on, '%Y-%m') AS month,
       CASE WHEN request.source_code <> '2A' THEN NULL
            WHEN request.school_urn IS NULL THEN 'not_known'
            ELSE phase_code.reporting_phase END AS phase,
       request.answered_on,
       answer_calendar.answer_due_on
FROM request
LEFT JOIN school ON school.urn = request.school_urn
LEFT JOIN phase_code ON phase_code.phase = school.phase
LEFT JOIN answer_calendar ON answer_calendar.day = request.received_on
WHERE request.kind = 'support' AND request.received_on BETWEEN :first AND :last
""",
)
