"""How many of those were stepped up by the teams."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="referrals_stepped_up",
    theme="returns",
    asks="How many of the known referrals did the teams step up themselves?",
    in_words="Of the referrals that were known to early help, those made as a formal step up.",
    unit="share of referrals",
    rows="referrals",
    out_of="is_known",
    counts="is_step_up",
    levels=("county",),
    look_back_months=12,
    compares_from_months=24,
    direction="higher",
    source="Report card for schools, January to July 2016: 151 of 459",
)
