"""Days in a doubtful order: each is kept and asked about."""

from __future__ import annotations

from datetime import date, timedelta

from earlyhelp.dataset.validation.date_orders import BIRTH, DATE_ORDERS, DateOrder
from earlyhelp.synthetic.dirt.planting import Fault, Field

DAY = timedelta(days=1)


def plant_orders(field: Field) -> None:
    """Plant one breach of every declared order of two days."""
    for order in DATE_ORDERS:
        if order.other.endswith(BIRTH):
            _before_birth(field, order)
        else:
            other, values = _other_day(field, order)
            day = other + DAY if order.is_after else other - DAY
            field.faulty(order.table, Fault(order.id, "kept", order.column), **{**values, order.column: day})


def _other_day(field: Field, order: DateOrder) -> tuple[date, dict[str, object]]:
    """The day that is compared with, and what the row needs for it."""
    match order.other.rpartition(".")[2]:
        case "started_on" if ">" in order.other or order.table == "involvement":
            return field.started_on, _of_the_case(field, order)
        case "ended_on" if ">" in order.other or order.table == "involvement":
            return field.ended_on, _of_the_case(field, order)
        case "opened_on" | "closed_on" as end if ">" in order.other:
            wave = field.book.rows["survey_wave"][-1]
            day = wave[end]
            assert isinstance(day, date)
            return day, {"wave": wave["wave"]}
        case own:
            values: dict[str, object] = {own: field.some_day}
            if order.table == "worker_absence":
                values |= {"worker_id": field.clean("worker"), "from_on": field.some_day - 9 * DAY}
            return field.some_day, values


def _of_the_case(field: Field, order: DateOrder) -> dict[str, object]:
    """A reference that need not be filled has to be, for its day to be compared."""
    return {} if order.table == "involvement" else {"involvement_id": field.case}


def _before_birth(field: Field, order: DateOrder) -> None:
    """A child born after the day on which something is recorded of it."""
    born = field.some_day + 30 * DAY
    day = {} if order.place else {order.column: born - DAY}
    if order.table == "family_member":
        child = field.clean("person", role="child", date_of_birth=born)
    else:
        child = field.child(date_of_birth=born)
    if order.table == "attendance":
        day = {order.column: born - (7 + born.weekday()) * DAY}
    field.faulty(order.table, Fault(order.id, "kept", order.column), person_id=child, **day)
