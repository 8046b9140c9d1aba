"""A county's tables as plain rows, and the few joins that several measures make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .places import Place
from .words import PHASE_OF_SCHOOL_PHASE, Row, grouped, is_active_in, is_between, is_open_at, is_school_age, key_stage


@dataclass(frozen=True, slots=True)
class Child:
    """One row of involvement_child with its involvement and the focuses that are the child's."""

    row: Row
    involvement: Row
    focuses: Sequence[Row]

    @property
    def key_stage(self) -> str:
        return key_stage(self.row.get("nc_year"))

    @property
    def is_school_age(self) -> bool:
        return is_school_age(self.row.get("nc_year"))


class County:
    """A dataset as rows: dates, flags, exact numbers and text already typed, None where nothing is recorded."""

    def __init__(
        self, tables: Mapping[str, Sequence[Row]], county_code: str, as_at: date, present: frozenset[str]
    ) -> None:
        self.tables = tables
        self.county_code = county_code
        self.as_at = as_at
        self.present = present
        self.involvement_by_id = {row["involvement_id"]: row for row in self.rows("involvement")}
        self.request_by_id = {row["request_id"]: row for row in self.rows("request")}
        self.form_by_id = {row["form_id"]: row for row in self.rows("closing_form")}
        self.school_by_urn = {row["urn"]: row for row in self.rows("school")}
        self.involvements_by_family = grouped(self.rows("involvement"), "family_id")
        self.children = self._children()

    def rows(self, table: str) -> Sequence[Row]:
        return self.tables.get(table, []) if table in self.present else []

    def places(self) -> list[Place]:
        districts = [Place("district", row["district_code"]) for row in self.rows("district")]
        schools = [Place("school", row["urn"]) for row in self.rows("school")]
        return [Place("county", self.county_code), *districts, *schools]

    def _children(self) -> list[Child]:
        focuses_by_involvement = grouped(self.rows("focus"), "involvement_id")
        children: list[Child] = []
        for row in self.rows("involvement_child"):
            if row["involvement_id"] in self.involvement_by_id:
                of_involvement = focuses_by_involvement.get(row["involvement_id"], [])
                own = [focus for focus in of_involvement if focus.get("person_id") in (None, row["person_id"])]
                children.append(Child(row, self.involvement_by_id[row["involvement_id"]], own))
        return children

    def phase(self, school_urn: str | None) -> str:
        school = self.school_by_urn.get(school_urn or "")
        return PHASE_OF_SCHOOL_PHASE[school["phase"]] if school else "not_known"

    def district_of_school(self, school_urn: str) -> str | None:
        school = self.school_by_urn.get(school_urn)
        return school["district_code"] if school else None


def involvements(county: County, place: Place) -> list[Row]:
    return [row for row in county.rows("involvement") if place.holds(row["district_code"])]


def open_involvements(county: County, place: Place, day: date) -> list[Row]:
    return [row for row in involvements(county, place) if is_open_at(row["started_on"], row.get("ended_on"), day)]


def ended_involvements(county: County, place: Place, first: date, last: date) -> list[Row]:
    return [row for row in involvements(county, place) if is_between(row.get("ended_on"), first, last)]


def children(county: County, place: Place) -> list[Child]:
    return [
        child
        for child in county.children
        if place.holds(child.involvement["district_code"], child.row.get("school_urn"))
    ]


def school_age_children_of_open_involvements(county: County, place: Place, day: date) -> list[Child]:
    return [
        child
        for child in children(county, place)
        if child.is_school_age and is_open_at(child.involvement["started_on"], child.involvement.get("ended_on"), day)
    ]


def school_age_children_of_active_involvements(county: County, place: Place, first: date, last: date) -> list[Child]:
    return [
        child
        for child in children(county, place)
        if child.is_school_age
        and is_active_in(child.involvement["started_on"], child.involvement.get("ended_on"), first, last)
    ]


def school_age_children_of_ended_involvements(county: County, place: Place, first: date, last: date) -> list[Child]:
    return [
        child
        for child in children(county, place)
        if child.is_school_age and is_between(child.involvement.get("ended_on"), first, last)
    ]


def support_requests(county: County, place: Place, first: date, last: date) -> list[Row]:
    return [
        row
        for row in county.rows("request")
        if row["kind"] == "support"
        and is_between(row["received_on"], first, last)
        and place.holds(row.get("district_code"), row.get("school_urn"))
    ]
