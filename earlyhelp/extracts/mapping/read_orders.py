"""The orders of days a mapping may name."""

from __future__ import annotations

from typing import Final

from earlyhelp.extracts.mapping.declare import DayOrder
from earlyhelp.extracts.mapping.toml_keys import Keys

ORDERS: Final = tuple(order.value for order in DayOrder)


def read_orders(keys: Keys) -> tuple[DayOrder, ...]:
    """Take the key `dates`: one order of days or several."""
    written = keys.texts("dates")
    for each in written:
        if each not in ORDERS:
            keys.fault(f"has `dates` = {each!r}; it may be {', '.join(ORDERS)}")
    return tuple(DayOrder(each) for each in written if each in ORDERS)
