"""Closing forms with the answers printed in 2016, and how they stood when the first forty had come back."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta

from earlyhelp.synthetic.chance import Chance
from earlyhelp.synthetic.identifiers import Register
from earlyhelp.synthetic.questionnaires import PARENT_CARER, SCHOOL_CLOSING, YOUNG_PERSON
from examples.staffordshire_2016 import plan
from examples.staffordshire_2016.books import Books
from examples.staffordshire_2016.work import Involvement

MAY = date(2016, 5, 3)
MODES = ("paper",) * 6 + ("online",) * 3 + ("in_person",)
# Answers of each item: happy, unsure, sad; what is missing was left out. Schools: 4 or 5, then 3.
FAMILIES = {
    "young_person": {
        "explained": (60, 4, 1), "involved": (57, 7, 2), "ideas": (60, 4, 1), "listened": (57, 7, 2),
        "kind": (63, 2, 1), "better": (55, 10, 1), "life": (51, 10, 4),
    },
    "parent_carer": {
        "explained": (78, 2, 1), "involved": (80, 2, 0), "tasks": (77, 3, 1), "listened": (76, 5, 1),
        "supportive": (80, 1, 1), "changes": (75, 3, 1), "happy": (78, 2, 1),
    },
}  # fmt: skip
SCHOOLS = {
    "closure_agreed": 21, "attendance": 19, "behaviour": 20, "wellbeing": 19, "family": 20, "time": 22,
    "threshold": 22, "updates": 23, "consistency": 23, "capacity": 23, "step_up_down": 19, "skills": 24,
    "partnership": 24, "outcomes": 23, "overall": 23,
}  # fmt: skip
FORMS = {"young_person": 66, "parent_carer": 82, "school": 24}
FORMS_OF_SCHOOLS = {plan.LICHFIELD: 5, plan.MOORLANDS: 4, plan.NEWCASTLE: 7, plan.STAFFORD: 3, plan.TAMWORTH: 5}
IN_MAY = {"young_person": 18, "parent_carer": 22}
# Of those in May, happy with the service (38 of 40) and about what it changes (34 of 40); all of them answered.
HAPPY_IN_MAY = {("young_person", "happy"): 17, ("parent_carer", "happy"): 21,
                ("young_person", "better"): 15, ("parent_carer", "changes"): 19}  # fmt: skip
SINCE_LEFT_OUT = "happy"  # asked of young people in the first forms alone, and not carried over since
INSTRUMENT = {"young_person": "young_person", "parent_carer": "parent_carer", "school": "school_closing"}
WORDINGS = {
    "young_person": YOUNG_PERSON, "parent_carer": PARENT_CARER,
    "school": {**SCHOOL_CLOSING, "skills": "Skills of the workers", "partnership": "Working together with us"},
}  # fmt: skip


def write_closing_forms(books: Books, closed: list[Involvement], chance: Chance) -> None:
    """Fill questionnaire_item, closing_offer, closing_form and closing_answer."""
    stream = chance.stream("closing forms")
    ids = Register("D", stream.randrange(10**7))
    _write_items(books)
    for respondent, number in FORMS.items():
        offered = _write_offers(books, closed, respondent, stream)
        chosen = _of_schools(offered, stream) if respondent == "school" else stream.sample(offered, number)
        chosen.sort(key=lambda each: each.ended_on or plan.AS_AT)
        answers = _answers(respondent, stream)
        for place, each in enumerate(chosen):
            _write_form(books, ids.next(), each, respondent, answers[place], place, stream)


def _write_items(books: Books) -> None:
    for respondent, items in WORDINGS.items():
        for item, wording in items.items():
            scale = "satisfaction" if respondent == "school" else "faces"
            row = {
                "instrument": INSTRUMENT[respondent], "item": item, "version": "1", "wording": wording, "scale": scale,
            }  # fmt: skip
            books.add("questionnaire_item", row, by_june=respondent != "school")
    first = {"instrument": "young_person", "item": SINCE_LEFT_OUT, "version": "1", "wording": PARENT_CARER["happy"]}
    books.june.rows["questionnaire_item"].append({**first, "scale": "faces"})


def _write_offers(books: Books, closed: list[Involvement], respondent: str, stream: random.Random) -> list[Involvement]:
    """Offer a form for most work that ended from May on; return the involvements for which it was."""
    offered = [each for each in closed if each.ended_on and each.ended_on >= MAY]
    offered = [each for each in offered if stream.random() < 0.9]
    for each in offered:
        assert each.ended_on
        row = {
            "involvement_id": each.involvement_id, "respondent": respondent, "offered_on": each.ended_on,
            "mode": "paper",
        }  # fmt: skip
        is_june = each.is_closed_by_june and respondent != "school"
        books.add("closing_offer", row, by_june=is_june)
    return offered


def _of_schools(offered: list[Involvement], stream: random.Random) -> list[Involvement]:
    return [
        each
        for district, number in FORMS_OF_SCHOOLS.items()
        for each in stream.sample([each for each in offered if each.household.district.code == district], number)
    ]


def _answers(respondent: str, stream: random.Random) -> list[dict[str, str | None]]:
    """Return the answers of each form, those of May first: dealt out so that every item has its printed counts."""
    forms: list[dict[str, str | None]] = [{} for _ in range(FORMS[respondent])]
    for item, given in _dealt(respondent):
        happy_in_may = HAPPY_IN_MAY.get((respondent, item))
        if happy_in_may is None:
            stream.shuffle(given)
        else:
            given = _may_first(given, happy_in_may, IN_MAY[respondent], stream)
        for form, answer in zip(forms, given, strict=True):
            form[item] = answer
    return forms


def _may_first(given: list[str | None], happy: int, in_may: int, stream: random.Random) -> list[str | None]:
    """Return answers, the happy ones first, so that so many of those of May are happy and the others are not."""
    others = [answer for answer in given if answer in ("unsure", "sad")][: in_may - happy]
    first, rest = given[:happy] + others, given[happy:]
    for answer in others:
        rest.remove(answer)
    stream.shuffle(first)
    stream.shuffle(rest)
    return first + rest


def _dealt(respondent: str) -> Iterable[tuple[str, list[str | None]]]:
    number = FORMS[respondent]
    if respondent == "school":
        for item, satisfied in SCHOOLS.items():
            fives = satisfied * 2 // 3
            yield item, [*["5"] * fives, *["4"] * (satisfied - fives), *["3"] * (number - satisfied)]
        return
    for item, (happy, unsure, sad) in FAMILIES[respondent].items():
        given = [*["happy"] * happy, *["unsure"] * unsure, *["sad"] * sad]
        yield item, [*given, *[None] * (number - len(given))]


def _write_form(
    books: Books, form_id: str, each: Involvement, respondent: str, answers: dict[str, str | None], place: int,
    stream: random.Random,
) -> None:  # fmt: skip
    is_may = place < IN_MAY.get(respondent, 0)
    received = _received(each, is_may, stream)
    school = next((child.school for child in each.of_school_age if child.school), None)
    books.add("closing_form", {
        "form_id": form_id, "respondent": respondent, "received_on": received,
        "district_code": each.household.district.code, "mode": stream.choice(MODES),
        "school_urn": school.urn if respondent == "school" and school else None,
        "involvement_id": each.involvement_id if not is_may else None,
    }, by_june=is_may)  # fmt: skip
    for item, answer in answers.items():
        books.add("closing_answer", {"form_id": form_id, "item": item, "answer": answer}, by_june=is_may)
    if is_may and respondent == "young_person":
        happy = HAPPY_IN_MAY[respondent, SINCE_LEFT_OUT]
        answer = "happy" if place < happy else "unsure"
        row = {"form_id": form_id, "item": SINCE_LEFT_OUT, "answer": answer}
        books.june.rows["closing_answer"].append(row)


def _received(each: Involvement, is_may: bool, stream: random.Random) -> date:
    """The forms of May are anonymous and came in May; the others came with the end of the work or later."""
    if is_may:
        return date(2016, 5, 16) + timedelta(days=stream.randint(0, 15))
    assert each.ended_on
    return min(max(each.ended_on, date(2016, 6, 1)) + timedelta(days=stream.randint(1, 21)), date(2016, 7, 29))
