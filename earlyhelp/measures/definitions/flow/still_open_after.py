"""How many involvements are still open, month by month after their start."""

from earlyhelp.measures.declare import Calculation, Measure

MEASURE = Measure(
    name="still_open_after",
    theme="flow",
    asks="How many involvements are still open so many months after they began?",
    in_words=(
        "The share of involvements still open after each of the first 24 months of their life, by the Kaplan-Meier "
        "method with delayed entry, as in time_to_closure. A month has no figure where no involvement was under "
        "observation on its last day or later. There is no count; the out-of is the involvements active in the period."
    ),
    unit="share still open",
    rows="spells",
    out_of="TRUE",
    total=False,
    windows=tuple(range(1, 25)),
    direction="lower",
    calculation=Calculation.STILL_OPEN,
    source="Kaplan and Meier 1958; docs/rules/time_to_closure.md",
)
