"""A mapping holds for more than the file it was written for: every code of every list, and next month's files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.synthetic.building import build_county
from earlyhelp.synthetic.council_files.write import KINDS
from earlyhelp.synthetic.writing import Book, Row
from earlyhelp.vocabulary.code_lists import read_code_list
from tests.extracts.mappings.councils import (
    REGISTER,
    SAMPLE,
    Council,
    extract_files,
    invent_council,
    rows_of,
    rows_of_each,
    write_council,
)
from tests.extracts.mappings.test_rows_of_extracts import TABLES as COMPARED

FACES: Final = ("happy", "unsure", "sad", "not_applicable", None)
SCORES: Final = ("1", "2", "3", "4", "5", "not_applicable", None)
ASKS_FOR_WORDS: Final = "q9"


def with_every_code(table: str, rows: list[Row]) -> list[Row]:
    """Return the rows with the codes of each list in turn in place of those they have."""
    lists = {column.name: read_code_list(column.codes).codes for column in TABLES[table].columns if column.codes}
    return [
        row
        if row.get("item") == ASKS_FOR_WORDS
        else {**row, **{n: codes[at % len(codes)] for n, codes in lists.items()}}
        for at, row in enumerate(rows)
    ]


def with_every_answer(forms: list[Row], answers: list[Row]) -> list[Row]:
    """Return the answers of closing forms with every box in turn, the one left empty as well."""
    from_schools = {form["form_id"] for form in forms if form["respondent"] == "school"}
    boxes = [SCORES if row["form_id"] in from_schools else FACES for row in answers]
    return [{**row, "answer": each[at % len(each)]} for at, (row, each) in enumerate(zip(answers, boxes, strict=True))]


@pytest.fixture(scope="module")
def council_of_all_codes(tmp_path_factory: pytest.TempPathFactory) -> Council:
    book: Book = build_county(requests=SAMPLE.requests, seed=SAMPLE.seed)
    answers = with_every_answer(book.rows["closing_form"], book.rows["closing_answer"])
    changed = {table: with_every_code(table, rows) for table, rows in book.rows.items() if table != "closing_form"}
    book.rows = {**book.rows, **changed, "closing_answer": answers}
    return write_council(book, tmp_path_factory.mktemp("codes"))


@pytest.mark.parametrize("kind", ["capita_one", "liquidlogic", "link_meetings", "questionnaires", "survey"])
def test_every_code_comes_back_as_itself(council_of_all_codes: Council, kind: str) -> None:
    found = rows_of_each(council_of_all_codes.extracted(kind), COMPARED[kind])
    assert found == rows_of_each(council_of_all_codes.dataset, COMPARED[kind])


@pytest.mark.parametrize(
    ("kind", "table", "column", "codes"),
    [
        ("capita_one", "focus", "focus_code", "focus"),
        ("capita_one", "involvement", "end_reason", "end_reason"),
        ("liquidlogic", "assessment", "led_by", "organisation"),
        ("liquidlogic", "school", "phase", "phase"),
        ("link_meetings", "link_meeting", "outcome", "link_meeting_outcome"),
        ("survey", "survey_answer", "answer", "survey_answer"),
    ],
)
def test_the_council_of_all_codes_has_them_all(
    council_of_all_codes: Council, kind: str, table: str, column: str, codes: str
) -> None:
    found = rows_of(
        council_of_all_codes.extracted(kind), f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL"
    )
    assert {code for (code,) in found} == set(read_code_list(codes).codes)


def test_files_of_a_later_month_need_no_edit(tmp_path: Path) -> None:
    later = invent_council(tmp_path / "later", SAMPLE, as_at=date(2016, 11, 15))
    made = extract_files(later.files, tmp_path / "out", *(kind for kind in KINDS if kind not in ("annex_a", REGISTER)))
    assert made.as_at == date(2016, 11, 15)
    assert [question.asks for question in made.questions.found.values()] == []
    assert all(each.refused == 0 for each in made.rules)
