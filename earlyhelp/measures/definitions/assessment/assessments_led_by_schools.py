"""How many of their assessments schools lead."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="assessments_led_by_schools",
    theme="assessment",
    asks="What share of the assessments they start do schools lead themselves?",
    in_words="Of the assessments started by schools in the period, those that a school leads.",
    unit="share of assessments",
    rows="school_assessments",
    out_of="TRUE",
    counts="led_by = 'school'",
    levels=("county", "district", "school"),
    direction="higher",
    source="Data sheet on quantity, January to May 2016: 54 of 559",
)
