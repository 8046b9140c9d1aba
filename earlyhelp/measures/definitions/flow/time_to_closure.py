"""How soon involvements end, open ones included."""

from earlyhelp.measures.declare import Calculation, Measure

MEASURE = Measure(
    name="time_to_closure",
    theme="flow",
    asks="How soon do involvements end, counting those still open?",
    in_words=(
        "The share of involvements that end within 6 and within 12 months and the months by which half have "
        "ended, by the Kaplan-Meier method with delayed entry: an involvement counts for the days of its life"
        " that fall in the period, so open work is not left out. There is no count; the out-of is the "
        "involvements active in the period."
    ),
    unit="share ended",
    rows="spells",
    out_of="TRUE",
    total=False,
    windows=(6, 12),
    direction="higher",
    calculation=Calculation.SURVIVAL,
    source="Kaplan and Meier 1958; docs/rules/time_to_closure.md",
)
