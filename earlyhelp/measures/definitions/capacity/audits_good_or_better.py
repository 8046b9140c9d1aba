"""How much of the audited work is good."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="audits_good_or_better",
    theme="capacity",
    asks="What share of audited cases were judged good or better?",
    in_words=(
        "Of audits carried out in the period that reached a judgement, those judged outstanding (1) or good (2)."
    ),
    unit="share of audits",
    rows="audits",
    out_of="judgement IS NOT NULL",
    counts="judgement IN ('1', '2')",
    direction="higher",
    missing_answers="Audits without a judgement are left out of both counts.",
    source="Data sheet on quality, January to May 2016: share of audits good or better",
)
