"""Early Help Assessments."""
