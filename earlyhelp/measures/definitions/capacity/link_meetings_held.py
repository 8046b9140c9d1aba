"""How many link meetings took place."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="link_meetings_held",
    theme="capacity",
    asks="What share of link meetings took place?",
    in_words="Of link meetings scheduled in the period that were held or cancelled, those held.",
    unit="share of meetings",
    rows="meetings",
    out_of="outcome IN ('held', 'cancelled_by_team', 'cancelled_by_school')",
    counts="outcome = 'held'",
    counts_as={"outcome": "held"},
    out_of_as={"outcome": ("held", "cancelled_by_team", "cancelled_by_school")},
    levels=("county", "district", "school"),
    direction="higher",
    missing_answers="Pending meetings are left out of both counts.",
    source="Report card for schools, January to July 2016: meetings that took place as scheduled",
)
