"""A county of moderate size shows the shares published for January to July 2016, by a plain second calculation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from earlyhelp.synthetic.calibration import PUBLISHED
from earlyhelp.synthetic.writing import Book

FIRST, LAST = date(2016, 1, 1), date(2016, 7, 31)
SCHOOL_AGE = {"R", *(str(year) for year in range(1, 12))}
Row = dict[str, Any]
SHARES: dict[str, Callable[[Book], float]] = {}


def share(rule: Callable[[Book], float]) -> Callable[[Book], float]:
    SHARES[rule.__name__] = rule
    return rule


def part(flags: Iterable[bool]) -> float:
    listed = list(flags)
    return sum(listed) / len(listed)


def rows(book: Book, table: str) -> list[Row]:
    return [dict(row) for row in book.rows[table]]


def in_period(day: date | None) -> bool:
    return day is not None and FIRST <= day <= LAST


def support_requests(book: Book) -> list[Row]:
    return [r for r in rows(book, "request") if r["kind"] == "support" and in_period(r["received_on"])]


def is_active(row: Row, start: str, end: str) -> bool:
    return row[start] <= LAST and (row.get(end) is None or row[end] >= FIRST)


def children(book: Book, chosen: Callable[[Row], bool], years: set[str] = SCHOOL_AGE) -> list[tuple[Row, Row]]:
    """Children of school age of the involvements chosen, each with its involvement."""
    cases = {i["involvement_id"]: i for i in rows(book, "involvement") if chosen(i)}
    return [
        (child, cases[child["involvement_id"]])
        for child in rows(book, "involvement_child")
        if child["involvement_id"] in cases and child["nc_year"] in years
    ]


def with_focus(book: Book, *codes: str) -> float:
    """Share of the children of active involvements with one of the focuses active."""
    focused = {
        (f["involvement_id"], f["person_id"])
        for f in rows(book, "focus") if f["focus_code"] in codes and is_active(f, "opened_on", "closed_on")
    }  # fmt: skip
    active = children(book, lambda i: is_active(i, "started_on", "ended_on"))
    return part((child["involvement_id"], child["person_id"]) in focused for child, _ in active)


def closed(book: Book, years: set[str], limit: Callable[[int], bool]) -> float:
    ended = children(book, lambda i: in_period(i["ended_on"]), years)
    return part(limit((case["ended_on"] - case["started_on"]).days) for _, case in ended)


@share
def requests_from_schools(book: Book) -> float:
    return part(r["source_code"] == "2A" for r in support_requests(book))


@share
def attendance(book: Book) -> float:
    return with_focus(book, "attendance_below_90")


@share
def disruptive_behaviour(book: Book) -> float:
    return with_focus(book, "disruptive_behaviour")


@share
def either_of_both(book: Book) -> float:
    return with_focus(book, "attendance_below_90", "disruptive_behaviour")


@share
def closed_under_six_months(book: Book) -> float:
    return closed(book, SCHOOL_AGE, lambda days: days < 183)


@share
def ks1_ks2_closed_under_six_months(book: Book) -> float:
    return closed(book, {"1", "2", "3", "4", "5", "6"}, lambda days: days < 183)


@share
def ks4_closed_after_twelve_months(book: Book) -> float:
    return closed(book, {"10", "11"}, lambda days: days >= 365)


@share
def top_focuses_closed_under_six_months(book: Book) -> float:
    of_code: dict[str, list[int]] = defaultdict(list)
    for focus in rows(book, "focus"):
        if in_period(focus["closed_on"]):
            of_code[focus["focus_code"]].append((focus["closed_on"] - focus["opened_on"]).days)
    top = sorted(of_code, key=lambda code: -len(of_code[code]))[:6]
    return part(days < 183 for code in top for days in of_code[code])


@share
def led_by_schools(book: Book) -> float:
    started = [a for a in rows(book, "assessment") if a["started_by"] == "school" and in_period(a["started_on"])]
    return part(a["led_by"] == "school" for a in started)


@share
def re_requests(book: Book) -> float:
    cases: dict[str, list[Row]] = defaultdict(list)
    for case in rows(book, "involvement"):
        cases[case["family_id"]].append(case)

    def is_re_request(request: Row) -> bool:
        day, known = request["received_on"], cases[request["family_id"]]
        is_open = any(c["started_on"] < day and (c["ended_on"] is None or c["ended_on"] >= day) for c in known)
        return not is_open and any(c["ended_on"] and 0 <= (day - c["ended_on"]).days <= 365 for c in known)

    return part(is_re_request(request) for request in support_requests(book))


def known_referrals(book: Book) -> list[tuple[Row, bool]]:
    """Referrals of April to July accepted, of children of 5 to 16, and whether early help knew the child."""
    spells: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for child, case in children(book, lambda i: True, {*SCHOOL_AGE, "E1", "E2", "N1", "N2", "12", "13", "14", "X"}):
        spells[child["person_id"]].append((case["started_on"], case["ended_on"] or date.max))
    assessed: dict[str, list[date]] = defaultdict(list)
    for each in rows(book, "assessment"):
        assessed[each["person_id"]].append(each["started_on"])
    linked: dict[str, list[str]] = defaultdict(list)
    for link in rows(book, "link"):
        if link["decision"] in ("automatic", "confirmed"):
            linked[link["referral_id"]].append(link["person_id"])

    def is_known(referral: Row) -> bool:
        day = referral["received_on"]
        return any(
            any(start <= day and (end == date.max or (day - end).days < 365) for start, end in spells[person])
            or any(0 <= (day - start).days < 365 for start in assessed[person])
            for person in linked[referral["referral_id"]]
        )

    return [
        (r, is_known(r)) for r in rows(book, "referral")
        if r["accepted_on"] and date(2016, 4, 1) <= r["accepted_on"] <= LAST and r["age_years"] in range(5, 17)
    ]  # fmt: skip


@share
def referrals_known(book: Book) -> float:
    return part(known for _, known in known_referrals(book))


@share
def referrals_stepped_up(book: Book) -> float:
    return part(referral["step_up"] for referral, known in known_referrals(book) if known)


@share
def survey_response(book: Book) -> float:
    asked = sum(school["wave"] == "2016" for school in book.rows["survey_school"])
    return sum(response["wave"] == "2016" for response in book.rows["survey_response"]) / asked


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_county_shows_the_published_share(name: str, moderate_county: Book) -> None:
    published = PUBLISHED[name]
    assert SHARES[name](moderate_county) == pytest.approx(published.value, abs=published.tolerance)


def test_attendance_is_mainly_of_the_older_and_behaviour_is_not(moderate_county: Book) -> None:
    focused = defaultdict(set)
    for focus in moderate_county.rows["focus"]:
        focused[focus["focus_code"]].add((focus["involvement_id"], focus.get("person_id")))

    def has(code: str, years: set[str]) -> float:
        of_age = children(moderate_county, lambda i: True, years)
        return part((c["involvement_id"], c["person_id"]) in focused[code] for c, _ in of_age)

    assert has("attendance_below_90", {"10", "11"}) > 2 * has("attendance_below_90", {"1", "2"})
    assert has("disruptive_behaviour", {"10", "11"}) < 0.5 * has("disruptive_behaviour", {"3", "4", "5", "6"})


def test_schools_ask_for_nothing_in_august(moderate_county: Book) -> None:
    august = [r for r in rows(moderate_county, "request") if r["received_on"].month == 8]
    assert august
    assert not [r for r in august if r["source_code"] == "2A"]
