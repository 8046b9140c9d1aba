"""How many cases were audited together with a head teacher."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="joint_audits",
    theme="capacity",
    asks="How many cases were audited together with a head teacher?",
    in_words="Joint audits carried out in the period.",
    unit="audits",
    rows="audits",
    counts="is_joint",
    direction="higher",
    source="Data sheet on quality, January to May 2016: one case per district",
)
