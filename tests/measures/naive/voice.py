"""What families and schools said when the work ended."""

from __future__ import annotations

from datetime import date

from .cells import Cell, number_of, share_of
from .places import Place
from .rows import County
from .words import Row, is_between

RESPONDENTS = ("young_person", "parent_carer", "school")


def forms_received(county: County, place: Place, first: date, last: date) -> list[Row]:
    return [
        row
        for row in county.rows("closing_form")
        if is_between(row["received_on"], first, last) and place.holds(row.get("district_code"))
    ]


def closing_forms(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    received = forms_received(county, place, first, last)
    cells = {"all": number_of(received)}
    for respondent in RESPONDENTS:
        cells[f"respondent={respondent}"] = number_of([row for row in received if row["respondent"] == respondent])
    return cells


def pairs_seen(county: County) -> set[tuple[str, str]]:
    """Every item and respondent of any answer in the dataset, whatever its date."""
    return {
        (row["item"], county.form_by_id[row["form_id"]]["respondent"])
        for row in county.rows("closing_answer")
        if row["form_id"] in county.form_by_id
    }


def answers(county: County, place: Place, first: date, last: date, item: str, respondent: str) -> list[str | None]:
    forms = {row["form_id"] for row in forms_received(county, place, first, last) if row["respondent"] == respondent}
    return [
        row.get("answer") for row in county.rows("closing_answer") if row["form_id"] in forms and row["item"] == item
    ]


def is_left_out(answer: str | None) -> bool:
    return answer is None or answer == "not_applicable"


def is_good(answer: str | None, respondent: str) -> bool:
    return answer in ("4", "5") if respondent == "school" else answer == "happy"


def closing_form_answers(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for item, respondent in pairs_seen(county):
        said = answers(county, place, first, last, item, respondent)
        given = [answer for answer in said if not is_left_out(answer)]
        good = [answer for answer in given if is_good(answer, respondent)]
        cells[f"item={item};respondent={respondent}"] = share_of(good, given)
    return cells


def closing_form_scale(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    ends = {
        "positive": ("happy", "4", "5"),
        "middle": ("unsure", "3"),
        "negative": ("sad", "1", "2"),
    }
    cells: dict[str, Cell] = {}
    for item, respondent in pairs_seen(county):
        said = answers(county, place, first, last, item, respondent)
        given = [answer for answer in said if not is_left_out(answer)]
        for end, words in ends.items():
            at_this_end = [answer for answer in given if answer in words]
            cells[f"item={item};outcome={end};respondent={respondent}"] = share_of(at_this_end, given)
    return cells


def closing_forms_returned(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for respondent in RESPONDENTS:
        offered = [
            row
            for row in county.rows("closing_offer")
            if row["respondent"] == respondent
            and is_between(row["offered_on"], first, last)
            and place.holds(county.involvement_by_id[row["involvement_id"]].get("district_code"))
        ]
        came_back = {
            row.get("involvement_id")
            for row in county.rows("closing_form")
            if row["respondent"] == respondent and row["received_on"] <= county.as_at
        }
        cells[f"respondent={respondent}"] = share_of(
            [row for row in offered if row["involvement_id"] in came_back], offered
        )
    return cells


def closing_form_answers_left_out(county: County, place: Place, first: date, last: date) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for item, respondent in pairs_seen(county):
        said = answers(county, place, first, last, item, respondent)
        cells[f"item={item};respondent={respondent}"] = number_of([answer for answer in said if is_left_out(answer)])
    return cells
