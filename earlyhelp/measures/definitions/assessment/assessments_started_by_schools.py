"""How many Early Help Assessments schools start."""

from earlyhelp.measures.declare import Measure

MEASURE = Measure(
    name="assessments_started_by_schools",
    theme="assessment",
    asks="How many Early Help Assessments do schools start?",
    in_words=(
        "Assessments started by a school in the period, whoever leads them. Phase is that of the school that "
        "started it."
    ),
    unit="assessments",
    rows="school_assessments",
    by=(("key_stage",), ("phase",)),
    levels=("county", "district", "school"),
    direction="higher",
    missing_answers="A year group or school that is not recorded counts under not known.",
    source="Data sheet on quantity, January to May 2016: 559",
)
