"""Link meetings scheduled in the period."""

from earlyhelp.measures.declare import Rows

ROWS = Rows(
    name="meetings",
    one_row="a link meeting scheduled in the period; a rearranged one is counted on its new day alone",
    reads=("link_meeting",),
    level_reads={"district": ("school",)},
    sql="""
SELECT school.district_code, link_meeting.school_urn, link_meeting.outcome
FROM link_meeting
LEFT JOIN school ON school.urn = link_meeting.school_urn
WHERE link_meeting.scheduled_on BETWEEN :first AND :last AND link_meeting.outcome <> 'rearranged'
""",
)
