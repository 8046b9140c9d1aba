"""Small random counties whose days, ages and amounts sit on the edges of the definitions.

Every row is one that validation lets through, odd as it may be: overlapping involvements, meetings that were
rearranged, school requests without a school, a focus of somebody who is no child of the involvement.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from tests.measures.edge_codes import (
    AGES,
    CARE_STATUSES,
    FAMILY_ANSWERS,
    FLAGS,
    FOCUS_CODES,
    ITEMS,
    JUDGEMENTS,
    LINK_DECISIONS,
    MEETING_OUTCOMES,
    NC_YEARS,
    ORGANISATIONS,
    POSTS,
    REQUEST_KINDS,
    REQUEST_SOURCES,
    SCHOOL_ANSWERS,
    SCHOOL_PHASES,
    SEN_PROVISIONS,
    STAFF,
    YES_NO,
)
from tests.measures.edge_days import EASTER, PERIODS, days_to_speak_for, edge_days, months_later
from tests.measures.random_county import ALWAYS_PRESENT, SOMETIMES_ABSENT, RandomCounty, Row, Tables

T = TypeVar("T")
NEAR = (0, 6, 12, 12)  # months


class Builder:
    """Draws one county, table by table."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.first, self.last = self.one_of(PERIODS)
        self.as_at = self.one_of(days_to_speak_for(self.first, self.last))
        self.days = edge_days(self.first, self.last, self.as_at)
        self.past_days = tuple(day for day in self.days if day <= self.as_at)
        self.days_within = tuple(day for day in self.past_days if self.first <= day <= self.last)
        self.tables: Tables = {name: [] for name in (*ALWAYS_PRESENT, *SOMETIMES_ABSENT)}

    def one_of(self, choices: Sequence[T]) -> T:
        return self.chance.choice(choices)

    def up_to(self, most: int, at_least: int = 0) -> range:
        return range(self.chance.randint(at_least, most))

    def one_in(self, times: int) -> bool:
        return self.chance.randrange(times) == 0

    def sometimes_none(self, choices: Sequence[T], one_in: int = 5) -> T | None:
        return None if self.one_in(one_in) else self.one_of(choices)

    def past_day(self) -> date:
        """Half of them in the period, so that a small county still has something to count."""
        return self.one_of(self.days_within if self.one_in(2) else self.past_days)

    def days_of_work(self, family_id: str) -> list[date | None]:
        """The first and last days of the family's involvements so far."""
        own = [row for row in self.tables["involvement"] if row["family_id"] == family_id]
        return [row[column] for row in own for column in ("started_on", "ended_on")]

    def day_near(self, turning: Sequence[date | None], among: Sequence[date] | None = None) -> date:
        """A past day: as a rule one of these, 6 or 12 months after it, or the day before or after that.

        among   the days wanted, where only some are of use
        """
        known = [day for day in turning if day is not None]
        near = [
            months_later(day, months) + timedelta(days=days)
            for day in known
            for months in NEAR
            for days in (0, 0, 1, -1)
        ]
        useful = [day for day in near if day <= self.as_at and (among is None or among[0] <= day <= among[-1])]
        return self.past_day() if not useful or self.one_in(4) else self.one_of(useful)

    def later_day(self, start: date) -> date:
        """A day on or after the start, also one still to come."""
        return max(start, self.one_of(self.days))

    def spell(self, open_one_in: int) -> tuple[date, date | None]:
        """First day, and last day where it has one; the two often full months or a window apart, give or take a day."""
        if self.one_in(open_one_in):
            a_year_before = months_later(self.last, -12) + timedelta(days=self.one_of((0, 1, -1)))
            return min(self.one_of((self.past_day(), a_year_before)), self.as_at), None
        finished = self.past_day()
        if self.one_in(2):
            return min(self.one_of((finished, self.past_day())), finished), finished
        if self.one_in(2):
            return finished - timedelta(days=self.one_of((183, 184, 365, 366, 1))), finished
        began = months_later(finished, -self.one_of((6, 9, 12))) + timedelta(days=self.one_of((0, 1, -1)))
        return began, finished

    def add(self, table: str, **row: Any) -> Row:
        self.tables[table].append(row)
        return row

    def school(self, one_in: int = 5) -> str | None:
        return self.sometimes_none([row["urn"] for row in self.tables["school"]], one_in)

    def district(self, one_in: int = 5) -> str | None:
        return self.sometimes_none([row["district_code"] for row in self.tables["district"]], one_in)

    def any_district(self) -> str:
        return self.one_of(self.tables["district"])["district_code"]

    def any_school(self) -> str:
        return self.one_of(self.tables["school"])["urn"]

    def reference(self) -> None:
        for number in self.up_to(3, at_least=2):
            self.add("district", district_code=f"E0700000{number + 1}", name=f"District {number + 1}")
        for number in self.up_to(5, at_least=3):
            self.add(
                "school",
                urn=f"10000{number + 1}",
                name=f"School {number + 1}",
                phase=self.one_of(SCHOOL_PHASES),
                district_code=self.any_district(),
            )

    def family(self, number: int) -> None:
        family_id = f"F{number}"
        self.add("family", family_id=family_id, district_code=self.district())
        born_here = [f"P{number}.{child}" for child in self.up_to(3, at_least=1)]
        known_to_another = [f"P{number - 1}.0"] if number and self.one_in(6) else []
        people = born_here + known_to_another
        for person_id in born_here:
            self.add("person", person_id=person_id, role="child")
        self.add("person", person_id=f"A{number}", role="parent_carer")
        for spell in self.up_to(3):
            self.involvement(f"I{number}.{spell}", family_id, [*people, f"A{number}"])
        for request in self.up_to(3):
            self.request(f"R{number}.{request}", family_id, people)
        for assessment in self.up_to(2):
            self.assessment(f"E{number}.{assessment}", family_id, people)
        for person_id in born_here:
            self.elsewhere(person_id, self.days_of_work(family_id))

    def involvement(self, involvement_id: str, family_id: str, people: list[str]) -> None:
        started_on, ended_on = self.spell(open_one_in=3)
        self.add(
            "involvement",
            involvement_id=involvement_id,
            family_id=family_id,
            district_code=self.any_district(),
            started_on=started_on,
            ended_on=ended_on,
            signed_off_on=self.one_of((ended_on, None, self.past_day())),
            school_consulted=self.one_of(YES_NO),
        )
        for person_id in people[:-1]:
            if not self.one_in(5):
                self.add(
                    "involvement_child",
                    involvement_id=involvement_id,
                    person_id=person_id,
                    nc_year=self.one_of(NC_YEARS),
                    school_urn=self.school(),
                    sen_provision=self.one_of(SEN_PROVISIONS),
                )
        for number in self.up_to(4):
            self.focus(f"X{involvement_id[1:]}.{number}", involvement_id, people)
        for number in self.up_to(2):
            due_on = self.one_of(self.days)
            held_on = self.one_of([day for day in (None, due_on, self.past_day()) if day is None or day <= self.as_at])
            self.add(
                "review",
                review_id=f"V{involvement_id[1:]}.{number}",
                involvement_id=involvement_id,
                due_on=due_on,
                held_on=held_on,
            )
        if not self.one_in(3):
            self.audit(involvement_id)

    def focus(self, focus_id: str, involvement_id: str, people: list[str]) -> None:
        opened_on, closed_on = self.spell(open_one_in=3)
        self.add(
            "focus",
            focus_id=focus_id,
            involvement_id=involvement_id,
            person_id=self.sometimes_none(people, one_in=3),
            focus_code=self.one_of(FOCUS_CODES),
            opened_on=opened_on,
            closed_on=closed_on,
        )

    def audit(self, involvement_id: str) -> None:
        self.add(
            "case_audit",
            audit_id=f"U{involvement_id[1:]}",
            involvement_id=involvement_id,
            district_code=self.any_district(),
            drawn_on=self.past_day(),
            audited_on=None if self.one_in(6) else self.past_day(),
            joint=self.one_of(FLAGS),
            judgement=self.one_of(JUDGEMENTS),
            head_judgement=self.one_of(JUDGEMENTS),
        )

    def request(self, request_id: str, family_id: str, people: list[str]) -> None:
        source_code = self.one_of(REQUEST_SOURCES)
        a_week_ago = self.as_at - timedelta(days=7)
        received_on = self.day_near([*self.days_of_work(family_id), a_week_ago, *EASTER], (self.first, self.last))
        answer_days = (received_on + timedelta(days=days) for days in (0, 5, 7, 8, 9, 10, 11, 12, -1))
        self.add(
            "request",
            request_id=request_id,
            family_id=family_id,
            received_on=received_on,
            kind=self.one_of(REQUEST_KINDS),
            source_code=source_code,
            school_urn=self.school() if source_code == "2A" else self.school(one_in=2),
            district_code=self.district(),
            answered_on=self.one_of([None, *(day for day in answer_days if day <= self.as_at)]),
        )
        for person_id in people:
            if not self.one_in(3):
                nc_year, school_urn = self.one_of(NC_YEARS), self.school()
                self.add(
                    "request_child", request_id=request_id, person_id=person_id, nc_year=nc_year, school_urn=school_urn
                )

    def assessment(self, assessment_id: str, family_id: str, people: list[str]) -> None:
        self.add(
            "assessment",
            assessment_id=assessment_id,
            family_id=family_id,
            person_id=self.sometimes_none(people),
            nc_year=self.one_of(NC_YEARS),
            district_code=self.district(),
            started_on=self.past_day(),
            started_by=self.one_of(ORGANISATIONS),
            led_by=self.one_of(ORGANISATIONS),
            started_by_urn=self.school(),
            led_by_urn=self.school(),
        )

    def elsewhere(self, person_id: str, worked: list[date | None]) -> None:
        for status in CARE_STATUSES:
            if self.one_in(2):
                from_on = self.past_day()
                to_on = None if self.one_in(2) else self.later_day(from_on)
                self.add("care_status", person_id=person_id, status=status, from_on=from_on, to_on=to_on)
        for kind in ("suspension", "permanent"):
            for started_on in {self.day_near(worked) for _ in self.up_to(2)}:
                self.add("exclusion", person_id=person_id, kind=kind, started_on=started_on)

    def referrals(self) -> None:
        for number in self.up_to(14, at_least=6):
            person_id, turning = self.somebody_helped()
            received_on = self.day_near(turning, (self.first, self.last))
            self.add(
                "referral",
                referral_id=f"S{number}",
                received_on=received_on,
                accepted_on=self.one_of((received_on, self.past_day(), self.past_day(), None)),
                step_up=self.one_of(FLAGS),
                age_years=self.one_of(AGES),
            )
            for person in self.tables["person"]:
                if person["person_id"] == person_id or self.one_in(15):
                    self.add(
                        "link",
                        referral_id=f"S{number}",
                        person_id=person["person_id"],
                        probability=Decimal("0.9"),
                        decision=self.one_of(LINK_DECISIONS),
                    )

    def somebody_helped(self) -> tuple[str | None, list[date | None]]:
        """A child of an involvement or with an assessment, and the days on which that began and ended."""
        known = [*self.tables["involvement_child"], *(row for row in self.tables["assessment"] if row["person_id"])]
        if not known:
            return None, []
        row = self.one_of(known)
        if "assessment_id" in row:
            return row["person_id"], [row["started_on"]]
        own = next(own for own in self.tables["involvement"] if own["involvement_id"] == row["involvement_id"])
        return row["person_id"], [own["started_on"], own["ended_on"]]

    def staffing(self) -> None:
        month = self.first.replace(day=1)
        while month <= months_later(self.last, 1):
            for district in self.tables["district"]:
                if not self.one_in(6):
                    self.add(
                        "staffing",
                        month=month,
                        district_code=district["district_code"],
                        establishment_fte=self.one_of(POSTS),
                        in_post_fte=self.sometimes_none(STAFF, one_in=8),
                        absent_fte=self.sometimes_none(STAFF, one_in=8),
                    )
            month = months_later(month, 1)

    def meetings(self) -> None:
        for number in self.up_to(10):
            self.add(
                "link_meeting",
                meeting_id=f"L{number}",
                school_urn=self.any_school(),
                scheduled_on=self.one_of((self.one_of(self.days), self.past_day())),
                outcome=self.one_of(MEETING_OUTCOMES),
            )

    def forms(self) -> None:
        involvements = [own["involvement_id"] for own in self.tables["involvement"]]
        for number in self.up_to(6):
            respondent = self.one_of(("young_person", "parent_carer", "school"))
            form_id = f"C{number}"
            received_on = self.past_day()
            self.add(
                "closing_form",
                form_id=form_id,
                respondent=respondent,
                received_on=received_on,
                district_code=self.district(),
                involvement_id=self.sometimes_none(involvements or [None], one_in=3),
            )
            for item in ITEMS:
                if not self.one_in(4):
                    answer = self.one_of(SCHOOL_ANSWERS if respondent == "school" else FAMILY_ANSWERS)
                    self.add("closing_answer", form_id=form_id, item=item, answer=answer)

    def offers(self) -> None:
        """Offers to those who sent a form about an involvement, and to some who did not."""
        asked = {(own["involvement_id"], own["respondent"]) for own in self.tables["closing_form"]}
        for own in self.tables["involvement"]:
            for respondent in ("young_person", "parent_carer", "school"):
                if (own["involvement_id"], respondent) in asked or self.one_in(5):
                    self.add(
                        "closing_offer",
                        involvement_id=own["involvement_id"],
                        respondent=respondent,
                        offered_on=self.one_of((self.one_of(self.days), self.past_day())),
                    )

    def county(self) -> RandomCounty:
        absent = {self.one_of(SOMETIMES_ABSENT) for _ in self.up_to(2, at_least=1)} if self.one_in(5) else set[str]()
        self.reference()
        for number in self.up_to(12, at_least=3):
            self.family(number)
        self.referrals()
        self.staffing()
        self.meetings()
        self.forms()
        self.offers()
        tables = {name: [] if name in absent else rows for name, rows in self.tables.items()}
        return RandomCounty(self.first, self.last, self.as_at, frozenset(set(tables) - absent), tables)


def random_counties() -> st.SearchStrategy[RandomCounty]:
    """Counties of three to twelve families, each made by chance from a number that hypothesis draws."""
    return st.integers(0, 2**64).map(lambda seed: Builder(Random(seed)).county())
