"""The export of a survey tool: one row for each response, questions as headings, a second heading line of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from earlyhelp.synthetic.council_files.facts import Facts, british, day, text
from earlyhelp.synthetic.council_files.files import Cell, Line, write_text
from earlyhelp.synthetic.questionnaires import SCHOOL_SURVEY
from earlyhelp.synthetic.survey import COMMENTED_ITEMS
from earlyhelp.synthetic.writing import Row

_STEM: Final = "How satisfied are you with early help in your district: "
_ANSWER: Final = {
    "1": "Very dissatisfied", "2": "Dissatisfied", "3": "Neither", "4": "Satisfied", "5": "Very satisfied",
    "not_applicable": "N/A to us",
}  # fmt: skip
_ROLE: Final = {
    "head_teacher": "Head teacher", "pastoral_lead": "Pastoral lead", "governor": "Governor",
    "deputy_head": "Deputy head",
}  # fmt: skip
_PHASE: Final = {
    "middle_deemed_primary": "Middle deemed primary", "middle_deemed_secondary": "Middle deemed secondary",
    "alternative_provision": "PRU / alternative provision", "sixteen_plus": "16 plus",
}  # fmt: skip


def write_survey_export(facts: Facts, out: Path) -> None:
    """Write results and the list of schools asked, for each wave, into a folder that exists."""
    for wave in facts.rows("survey_wave"):
        year = text(wave, "wave")
        write_text(out / f"School survey {year} results {facts.as_at}.csv", _results(facts, wave), encoding="utf-8-sig")
        write_text(out / f"School survey {year} sent to {facts.as_at}.csv", _asked(facts, year), encoding="utf-8-sig")


def _heading(item: str, wording: str) -> str:
    number = f"{item[1:]}. "
    return number + (wording if item == "q9" else _STEM + wording[0].lower() + wording[1:])


def _results(facts: Facts, wave: Row) -> list[Line]:
    questions = [_heading(item, wording) for item, wording in SCHOOL_SURVEY.items()]
    remarks = [f"Please tell us more about {item[1:]}" for item in COMMENTED_ITEMS]
    opened, closed = british(day(wave, "opened_on")), british(day(wave, "closed_on"))
    names = ("Response ID", "External reference", "Completed", "Your role", *questions, *remarks)
    second = tuple(f'{{"ImportId":"QID{number}"}}' for number in range(1, len(names) + 1))
    answers = facts.grouped("survey_answer", "response_id")
    rows = [
        _response(row, {text(each, "item"): each for each in answers[text(row, "response_id")]})
        for row in facts.rows("survey_response")
        if row["wave"] == wave["wave"]
    ]
    title = f"Early help: survey of schools {text(wave, 'wave')} (open {opened} to {closed})"
    return [(title,), names, second, *rows]


def _response(row: Row, answers: dict[str, Row]) -> Line:
    def answer(item: str) -> Cell:
        said = answers.get(item, {})
        return text(said, "comment") if item == "q9" else _ANSWER.get(text(said, "answer"))

    return (
        f"R_{text(row, 'response_id')}", text(row, "school_urn"), british(day(row, "completed_on")),
        _ROLE.get(text(row, "respondent_role")), *(answer(item) for item in SCHOOL_SURVEY),
        *(text(answers.get(item, {}), "comment") for item in COMMENTED_ITEMS),
    )  # fmt: skip


def _asked(facts: Facts, year: str) -> list[Line]:
    rows = [(
        text(facts.schools[text(row, "school_urn")], "name"), text(row, "school_urn"),
        _PHASE.get(text(row, "phase")) or text(row, "phase").replace("_", " ").capitalize(),
        text(row, "district_code"), "Sent",
    ) for row in facts.rows("survey_school") if row["wave"] == year]  # fmt: skip
    return [("School", "External reference", "Phase", "District code", "Status"), *rows]
