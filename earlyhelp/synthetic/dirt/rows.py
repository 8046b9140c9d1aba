"""Faults of a whole row: keys used twice, references to nothing, days that cannot be."""

from __future__ import annotations

from datetime import timedelta

from earlyhelp.synthetic.dirt.planting import Fault, Field

DAY = timedelta(days=1)


def plant_rows(field: Field) -> None:
    """Plant every fault that refuses a row, or blanks a reference, because of other rows or of its own days."""
    _duplicates(field)
    _references(field)
    _impossible_days(field)
    _refused_with_parent(field)


def _duplicates(field: Field) -> None:
    key = field.clean("contact", kind="visit")
    field.faulty("contact", Fault("EH0201", "refused", "contact_id"), contact_id=key, kind="call")
    field.faulty("contact", Fault("EH0202", "refused", "contact_id"), contact_id=key, kind="visit")


def _references(field: Field) -> None:
    field.faulty("request", Fault("EH0301", "refused", "family_id"), family_id="NOBODY")
    field.faulty("request", Fault("EH0302", "blanked", "involvement_id"), involvement_id="NOTHING")


def _impossible_days(field: Field) -> None:
    tomorrow = field.as_at + DAY
    before = field.some_day - DAY
    field.faulty("contact", Fault("EH0401", "refused", "on"), on=tomorrow)
    field.faulty("request", Fault("EH0401", "blanked", "answered_on"), answered_on=tomorrow)
    field.faulty("focus", Fault("EH0403", "refused", "closed_on"), opened_on=field.some_day, closed_on=before)
    field.faulty("care_status", Fault("EH0404", "refused", "to_on"), from_on=field.some_day, to_on=before)


def _refused_with_parent(field: Field) -> None:
    """A case that ended before it started goes, its focus and its child go with it, a request forgets it."""
    gone = field.faulty("involvement", Fault("EH0402", "refused", "ended_on"), ended_on=field.started_on - DAY)
    field.faulty("focus", Fault("EH0303", "refused_with_parent", "involvement_id"), involvement_id=gone)
    field.faulty("involvement_child", Fault("EH0303", "refused_with_parent", "involvement_id"), involvement_id=gone)
    field.faulty("request", Fault("EH0304", "blanked", "involvement_id"), involvement_id=gone)
