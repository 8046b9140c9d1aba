"""How much of the staffing establishment is at work."""

from earlyhelp.measures.declare import Calculation, Measure

MEASURE = Measure(
    name="staffing_level",
    theme="capacity",
    asks="How much of the establishment is at work?",
    in_words=(
        "Full-time equivalents in post less those absent, of the establishment, for each month whose first "
        "day lies in the period. The county is the sum of its districts."
    ),
    unit="share of establishment",
    rows="staffing_months",
    out_of="establishment_fte",
    counts="at_work_fte",
    by=(("month",),),
    total=False,
    direction="higher",
    missing_answers=(
        "A month without staff in post or without absence is not yet available; so is the county in a month "
        "when any district is."
    ),
    calculation=Calculation.STAFFING,
    is_about_people=False,
    source="Data sheet on quality, January to May 2016: 61% in one district in April; target 75%",
)
