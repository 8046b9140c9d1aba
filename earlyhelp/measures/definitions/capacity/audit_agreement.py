"""How often the head teacher judged alike."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="audit_agreement",
    theme="capacity",
    asks="How often did team and head teacher reach the same judgement?",
    in_words="Of joint audits carried out in the period with both judgements, those where the two are equal.",
    unit="share of joint audits",
    rows="audits",
    out_of="is_joint AND judgement IS NOT NULL AND head_judgement IS NOT NULL",
    counts="judgement = head_judgement",
    direction="higher",
    missing_answers="Joint audits without both judgements are left out of both counts.",
    source="Report card for schools, January to July 2016: a consensus on what good looks like",
)
