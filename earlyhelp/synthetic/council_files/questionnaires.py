"""Tallies of closing questionnaires: how many ticked which box, by district, month and question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from earlyhelp.synthetic.council_files.facts import Facts, british, text
from earlyhelp.synthetic.council_files.files import Line, Page, write_workbook
from earlyhelp.synthetic.questionnaires import PARENT_CARER, SCHOOL_CLOSING, YOUNG_PERSON

_FACES: Final = {
    "happy": "Happy face", "unsure": "Straight face", "sad": "Sad face", "not_applicable": "Not applicable",
    "": "Left blank",
}  # fmt: skip
_SCORES: Final = {
    **{score: f"Score {score}" for score in "12345"}, "not_applicable": "Not applicable", "": "Left blank",
}  # fmt: skip
_Group = tuple[str, date]


def write_tallies(facts: Facts, out: Path) -> None:
    """Write the workbook into a folder that exists."""
    forms = (
        ("Young people", "young_person", YOUNG_PERSON, _FACES),
        ("Parents and carers", "parent_carer", PARENT_CARER, _FACES),
        ("Schools", "school", SCHOOL_CLOSING, _SCORES),
    )
    pages = [_page(facts, name, respondent, items, boxes) for name, respondent, items, boxes in forms]
    write_workbook(out / "Closing questionnaires.xlsx", pages)


def _page(facts: Facts, name: str, respondent: str, items: Mapping[str, str], boxes: Mapping[str, str]) -> Page:
    lines: list[Line] = [
        (f"{name}: closing questionnaires, number of ticks",),
        (f"Counted up to {british(facts.as_at)}",),
        (),
        ("District", "Month", "Question", *boxes.values()),
    ]
    for (district, month), ticks in sorted(_ticks(facts, respondent).items()):
        for number, (item, wording) in enumerate(items.items()):
            # District and month are written once, above all questions.
            where = (facts.short_district(district), f"{month:%B %Y}") if number == 0 else (None, None)
            lines.append((*where, wording, *(ticks[item, box] for box in boxes)))
    return Page(name, lines)


def _ticks(facts: Facts, respondent: str) -> dict[_Group, Counter[tuple[str, str]]]:
    group_of = {
        text(row, "form_id"): (text(row, "district_code"), received.replace(day=1))
        for row in facts.rows("closing_form")
        if row["respondent"] == respondent and isinstance(received := row["received_on"], date)
    }
    ticks: dict[_Group, Counter[tuple[str, str]]] = {}
    for answer in facts.rows("closing_answer"):
        if group := group_of.get(text(answer, "form_id")):
            ticks.setdefault(group, Counter())[text(answer, "item"), text(answer, "answer")] += 1
    return ticks
