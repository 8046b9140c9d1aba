"""How many requests each time has left, of schools and of everybody else."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TypeVar

from earlyhelp.synthetic.schools import School
from examples.staffordshire_2016 import plan

BY_JUNE = "by June"
MONTHS = {"July": (7,), "June": (6,), "January to May": (1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5)}

Key = TypeVar("Key")


class Quotas:
    """What is left to be asked: by when and by which schools, and by when of everybody else.

    A time is "by June" (recorded by 10 June, received by the end of May) or a key of `plan.SCHOOL_REQUESTS_LATER`.
    """

    def __init__(self) -> None:
        self.schools: dict[bool, Counter[tuple[str, str]]] = {True: Counter(), False: Counter()}
        self.led_by_schools: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        for district, assessed in plan.ASSESSMENTS_BY_JUNE.items():
            led = plan.LED_BY_SCHOOLS_BY_JUNE[district]
            later = plan.ASSESSMENTS[district] - assessed
            self.led_by_schools[True][district] = led
            self.led_by_schools[False][district] = plan.LED_BY_SCHOOLS[district] - led
            self._share(True, district, assessed - led, plan.PRIMARY_BY_JUNE[district] - led // 2)
            asked_later = later - self.led_by_schools[False][district]
            self._share(False, district, asked_later, round(asked_later * plan.PRIMARY_SHARE_LATER))
        by_june = sum(self.schools[True].values())
        self.times = Counter(plan.SCHOOL_REQUESTS_LATER) + Counter({BY_JUNE: by_june})
        self.others = Counter(plan.OTHER_REQUESTS_LATER) + Counter({BY_JUNE: plan.OTHER_REQUESTS_BY_JUNE})

    def _share(self, by_june: bool, district: str, number: int, primary: int) -> None:
        self.schools[by_june][district, "primary"] = primary
        self.schools[by_june][district, "secondary"] = number - primary

    def take_school(self, time: str, school: School) -> bool:
        places = self.schools[time == BY_JUNE]
        key = (school.district_code, school.phase)
        return _take(self.times, time, also=places[key] > 0) and _take(places, key)

    def take_other(self, time: str) -> bool:
        return _take(self.others, time)


def time_of(received: date, by_june: bool) -> str:
    """Return the time of a request received on a day, and recorded by 10 June or later."""
    if by_june:
        return BY_JUNE
    return {7: "July", 6: "June"}.get(received.month, "January to May")


def months_of(time: str) -> tuple[int, ...]:
    """Return the months in which requests of a time are received, each as often as it is to be drawn."""
    return MONTHS["January to May" if time == BY_JUNE else time]


def _take(left: Counter[Key], key: Key, *, also: bool = True) -> bool:
    if left[key] < 1 or not also:
        return False
    left[key] -= 1
    return True
