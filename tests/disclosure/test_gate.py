"""Nothing but the gate makes a released cell, and the internal policy changes none."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.gate import release
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.periods import Period

PERIOD = Period(date(2016, 1, 1), date(2016, 7, 31))
AS_AT = date(2016, 9, 15)


def figure(status: Status = Status.VALUE, count: int | None = 3, out_of: int | None = 4) -> Figure:
    value = Decimal("0.750000") if status is Status.VALUE else None
    return Figure("reviews_in_time", PERIOD, "county", "E10000028", "all", count, out_of, value, "share", status, "n")


def test_internal_releases_every_figure_unchanged() -> None:
    figures = [figure(), figure(Status.NOT_COLLECTED, None, None)]

    released = release(figures, audience="internal", as_at=AS_AT)

    assert [(c.measure, c.count, c.out_of, c.value, c.status, c.note) for c in released.cells] == [
        (f.measure, f.count, f.out_of, f.value, f.status, f.note) for f in figures
    ]
    assert released.changes == ()
    assert released.notice == "Internal: not protected for publication"


def test_a_cell_made_past_the_gate_is_refused() -> None:
    with pytest.raises(TypeError, match=r"disclosure\.gate\.release alone"):
        ReleasedCell(object(), figure())


def test_a_cell_without_a_number_cannot_carry_one() -> None:
    with pytest.raises(ValueError, match="carries no number"):
        release([figure(Status.NOT_YET_AVAILABLE, 3, None)], audience="internal", as_at=AS_AT)


def test_an_audience_without_a_policy_is_refused() -> None:
    with pytest.raises(KeyError):
        release([figure()], audience="everyone", as_at=AS_AT)


def test_only_value_and_zero_have_a_number() -> None:
    assert {status for status in Status if status.has_number} == {Status.VALUE, Status.ZERO}
    assert len(Status) == 6
