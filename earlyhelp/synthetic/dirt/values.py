"""Faults of one value: missing, of the wrong type, out of bounds, not in its list."""

from __future__ import annotations

from earlyhelp.synthetic.dirt.planting import Fault, Field

# table, column, value, rule; a required column refuses the row, another is blanked.
REFUSED = (
    ("request", "received_on", None, "EH0101"),
    ("contact", "contact_id", None, "EH0101"),
    ("request", "kind", None, "EH0101"),
    ("request", "received_on", "31/07/2016", "EH0102"),
    ("worker", "fte", "full time", "EH0104"),
    ("link", "probability", "1.2", "EH0106"),
    ("request", "kind", "help", "EH0107"),
)
BLANKED = (
    ("request", "decided_on", "2016-02-30", "EH0102"),
    ("link_meeting", "agenda_used", "perhaps", "EH0103"),
    ("school", "pupils", "about ten", "EH0104"),
    ("referral", "age_years", "7.5", "EH0105"),
    ("referral", "age_years", "7" * 20, "EH0106"),
    ("request", "decision", "maybe", "EH0107"),
)


def plant_values(field: Field) -> None:
    """Plant every fault of a value, in required and in optional columns, and an answer on a form that has others."""
    for table, column, value, rule in REFUSED:
        field.faulty(table, Fault(rule, "refused", column), **{column: value})
    for table, column, value, rule in BLANKED:
        field.faulty(table, Fault(rule, "blanked", column), **{column: value})
    form = field.clean("closing_form", respondent="parent_carer")
    field.faulty("closing_answer", Fault("EH0108", "blanked", "answer"), form_id=form, answer="5")
