"""Staffing by month, link meetings of the school year, and the target that staffing is held against."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from earlyhelp.synthetic.chance import Chance
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.schools import School
from examples.staffordshire_2016 import plan
from examples.staffordshire_2016.books import COUNTY, Books
from examples.staffordshire_2016.working_days import on_or_before

TARGET = 0.75
# Posts, and tenths of a post filled and away, from January to July. In South Staffordshire 12.2 of 20 in April: 61%.
ESTABLISHMENT = {
    plan.CANNOCK: 28, plan.EAST: 30, plan.LICHFIELD: 20, plan.NEWCASTLE: 32, plan.SOUTH: 20, plan.STAFFORD: 24,
    plan.MOORLANDS: 20, plan.TAMWORTH: 22,
}  # fmt: skip
FILLED = {
    plan.CANNOCK: (248, 248, 244, 244, 250, 256, 256), plan.EAST: (270, 262, 262, 268, 268, 272, 270),
    plan.LICHFIELD: (178, 180, 180, 176, 176, 182, 182), plan.NEWCASTLE: (288, 288, 284, 280, 282, 290, 290),
    plan.SOUTH: (164, 158, 150, 142, 148, 160, 166), plan.STAFFORD: (196, 192, 194, 208, 210, 212, 212),
    plan.MOORLANDS: (178, 178, 174, 176, 180, 178, 180), plan.TAMWORTH: (192, 192, 190, 172, 170, 182, 188),
}  # fmt: skip
AWAY = {
    plan.CANNOCK: (40, 48, 46, 26, 22, 20, 24), plan.EAST: (44, 50, 48, 24, 24, 22, 26),
    plan.LICHFIELD: (22, 20, 24, 22, 18, 16, 20), plan.NEWCASTLE: (36, 40, 42, 38, 36, 30, 32),
    plan.SOUTH: (20, 20, 22, 20, 18, 16, 14), plan.STAFFORD: (26, 24, 22, 22, 20, 24, 22),
    plan.MOORLANDS: (20, 22, 20, 18, 22, 20, 18), plan.TAMWORTH: (18, 18, 20, 22, 22, 18, 16),
}  # fmt: skip
LAST_KNOWN_IN_JUNE = 4  # April: "the staffing information for May is not yet available"
# Meetings of the spring and summer terms cancelled by the team and by the school; half as many in autumn.
CANCELLED = {
    plan.CANNOCK: (5, 6), plan.EAST: (5, 7), plan.LICHFIELD: (5, 5), plan.NEWCASTLE: (17, 12), plan.SOUTH: (18, 12),
    plan.STAFFORD: (20, 13), plan.MOORLANDS: (6, 15), plan.TAMWORTH: (5, 6),
}  # fmt: skip
MEETINGS_FROM = (date(2015, 9, 21), date(2016, 1, 18), date(2016, 4, 25))


def write_staffing(books: Books) -> None:
    """Fill staffing and target; of the absence two thirds is sickness."""
    for district, posts in ESTABLISHMENT.items():
        for month, (filled, away) in enumerate(zip(FILLED[district], AWAY[district], strict=True), start=1):
            sickness = round(away * 2 / 3)
            known = {
                "in_post_fte": filled / 10, "absent_fte": away / 10, "sickness_fte": sickness / 10,
                "maternity_fte": (away - sickness) / 10,
            }  # fmt: skip
            row = {"month": date(2016, month, 1), "district_code": district, "establishment_fte": posts, **known}
            not_yet = {} if month <= LAST_KNOWN_IN_JUNE else dict.fromkeys(known)
            books.add("staffing", row, by_june=month <= LAST_KNOWN_IN_JUNE + 1, **not_yet)
    for place in (COUNTY["county_code"], *ESTABLISHMENT):
        row = {"measure": "staffing_level", "place_code": place, "from_on": date(2015, 4, 1), "value": TARGET}
        books.add("target", row, by_june=True)


def write_link_meetings(books: Books, schools: list[School], chance: Chance) -> None:
    """Fill link_meeting: one for each school and term, cancelled most often where the card says so."""
    stream = chance.stream("link meetings")
    ids = Register("M", stream.randrange(10**7))
    outcomes: dict[tuple[str, bool], Iterator[str]] = {}
    for district, cancelled in CANCELLED.items():
        asked = sum(school.district_code == district and not school.closed_on for school in schools)
        outcomes[district, False] = _outcomes(stream, (cancelled[0] // 2, cancelled[1] // 2), asked)
        outcomes[district, True] = _outcomes(stream, cancelled, 2 * asked)
    for school in schools:
        if school.closed_on:
            continue
        for term, first in enumerate(MEETINGS_FROM):
            day = on_or_before(first + timedelta(days=stream.randint(0, 60)))
            outcome = next(outcomes[school.district_code, term > 0])
            row = {"meeting_id": ids.next(), "school_urn": school.urn, "scheduled_on": day, "outcome": outcome}
            books.add("link_meeting", row, by_june=day <= plan.JUNE_AS_AT)


def _outcomes(stream: random.Random, cancelled: tuple[int, int], meetings: int) -> Iterator[str]:
    """Deal out the outcomes of so many meetings in no order."""
    by_team, by_school = cancelled
    held = meetings - by_team - by_school
    dealt = ["cancelled_by_team"] * by_team + ["cancelled_by_school"] * by_school + ["held"] * held
    stream.shuffle(dealt)
    return iter(dealt)
