"""How many children referred to social care were known to early help."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="referrals_known",
    theme="returns",
    asks="How many children referred to social care were known to early help?",
    in_words=(
        "Of referrals accepted in the period of children aged 5 to 16, those linked (automatically or by a "
        "person) to a child with an involvement that was open in the 12 months before receipt, or with an "
        "Early Help Assessment started in them."
    ),
    unit="share of referrals",
    rows="referrals",
    out_of="TRUE",
    counts="is_known",
    levels=("county",),
    look_back_months=12,
    compares_from_months=24,
    missing_answers="Referrals without an age are left out. A link not yet reviewed does not count.",
    source="Report card for schools, January to July 2016: 459 of 2158 (21.3%)",
)
