"""What a mapping makes of the rows of one source."""

from __future__ import annotations

from pathlib import Path

import pytest

from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong
from tests.extracts.building.drawn import WORKERS, account, asked, make, outcomes, sheet, table


def test_the_names_are_found_below_titles_and_totals_and_notes_are_left_out(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        WORKERS,
        sheet("staff.csv", """
            Staff in post

            Ref | Area      | FTE | Start      | Role
            W1  | Stafford  | 1.0 | 2015-09-01 | worker
            W2  | Moorlands | 0.5 | 2016-02-01 |
            Total |         | 1.5 |            |
            Printed on Monday
        """),
    )  # fmt: skip
    assert table(made, "worker", "worker_id", "district_code", "fte", "role") == [
        ("W1", "E07000197", "1", "worker"),
        ("W2", "E07000198", "0.5", None),
    ]
    lines = [(line["row"], line["outcome"], line["why"]) for line in account(made) if not line["table"]]
    assert lines == [
        ("1", "left out", "above the names of the columns"),
        ("3", "left out", "the names of the columns"),
        ("6", "left out", "a row of totals"),
        ("7", "left out", "a note: one filled cell, and nothing of what a row needs"),
    ]
    assert outcomes(made, "worker") == [("4", "used"), ("5", "used")]


def test_a_required_value_that_cannot_be_read_refuses_its_row_and_says_why(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        WORKERS,
        sheet("staff.csv", """
            Ref | Area     | FTE  | Start      | Role
            W1  | Stafford | full | 2015-09-01 | worker
            W2  | Stafford |      | 2015-09-01 | worker
            W3  | Stafford | 1    | 31/02/2016 | worker
        """),
    )  # fmt: skip
    assert table(made, "worker", "worker_id", "from_on") == [("W3", None)]
    assert outcomes(made, "worker") == [("2", "refused"), ("3", "refused"), ("4", "used"), ("4", "blanked")]
    whys = [line["why"] for line in account(made) if line["table"]]
    assert whys[0].startswith('FTE: "full" ')
    assert whys[1] == "FTE: empty, and worker.fte is required"
    assert whys[3].startswith('Start: "31/02/2016" ')


def test_a_new_code_is_a_question_with_the_line_that_answers_it(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        """
[values.why]
"Ill" = "sickness"
[source.leave]
files = ["leave*"]
[[table]]
name = "worker_absence"
source = "leave"
[table.columns]
worker_id = "Ref"
from_on = "From"
reason = { from = "Why", values = "why" }
""",
        sheet("leave.csv", """
            Ref | From       | Why
            W1  | 2016-01-04 | Ill
            W2  | 2016-01-05 | Jury service
            W3  | 2016-01-06 | Jury service
            W4  | 2016-01-07 | Maternity
        """),
    )  # fmt: skip
    assert table(made, "worker_absence", "reason") == [("sickness",), (None,), (None,), ("maternity",)]
    (question,) = made.questions.found.values()
    assert question.asks.startswith('leave, column `Why`: "Jury service" is not in the list absence_reason')
    assert question.in_words.endswith("(worker_absence.reason). 2 rows, first: leave.csv, row 3.")
    assert (question.under, question.answer) == ("[values.why]", '"Jury service" = "…"')


def test_a_day_that_could_be_two_is_asked_about_and_never_guessed(tmp_path: Path) -> None:
    drawn = """
        Ref | Area     | FTE | Start      | Role
        W1  | Stafford | 1   | 03/04/2016 | worker
        W2  | Stafford | 1   | 25/04/2016 | worker
    """
    made = make(tmp_path, WORKERS, sheet("staff.csv", drawn))
    assert table(made, "worker", "from_on") == [(None,), ("2016-04-25",)]
    assert asked(made) == [
        'staff, column `Start`: "03/04/2016" could be 3 April 2016 or 4 March 2016.'
    ]  # fmt: skip
    settled = WORKERS.replace("[source.staff]", '[source.staff]\ndates = "day/month/year"')
    made = make(tmp_path, settled, sheet("staff.csv", drawn))
    assert table(made, "worker", "from_on") == [("2016-04-03",), ("2016-04-25",)]
    assert asked(made) == []


def test_a_new_column_is_asked_about_and_a_missing_one_noted_or_asked_about(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        WORKERS,
        sheet("staff.csv", """
            Ref | Area     | FTEs | Notes | Base
            W1  | Stafford | 1    | x     | y
        """),
    )  # fmt: skip
    assert asked(made) == [
        "staff.csv has the column `FTEs`, which the mapping does not know.",
        "staff.csv has the column `Base`, which the mapping does not know.",
        "staff.csv lacks the column `FTE`, without which its rows cannot be used.",
        "The one row for worker had to be refused, so the table is not written: it counts as not collected, "
        "which is not zero.",
    ]
    assert made.questions.notes == [
        "staff.csv has no column `Start`: read as not recorded.",
        "staff.csv has no column `Role`: read as not recorded.",
    ]
    answers = [question.answer for question in made.questions.found.values()]
    assert answers[2] == 'write its name as it is now into the mapping, most likely as "FTEs"'


def test_rows_are_chosen_by_what_stands_in_a_column(tmp_path: Path) -> None:
    mapping = WORKERS.replace(
        "[table.columns]", 'where = { "Role" = ["worker"] }\nleave_out = { "Role" = ["lead"] }\n[table.columns]'
    )
    made = make(
        tmp_path,
        mapping,
        sheet("staff.csv", """
            Ref | Area     | FTE | Start      | Role
            W1  | Stafford | 1   | 2015-09-01 | Worker
            W2  | Stafford | 1   | 2015-09-01 | lead
            W3  | Stafford | 1   | 2015-09-01 | student
        """),
    )  # fmt: skip
    assert table(made, "worker", "worker_id") == [("W1",)]
    assert outcomes(made, "worker") == [("2", "used"), ("3", "left out"), ("4", "left out")]
    assert asked(made) == ['staff, column `Role`: "student" is neither wanted nor left out for the table worker.']


def test_the_last_day_is_found_in_the_title_or_the_file_name_or_asked_for(tmp_path: Path) -> None:
    drawn = "Staff as at 31 May 2016\nRef | Area | FTE | Start | Role\nW1 | Stafford | 1 | 2015-09-01 | worker"
    titled = WORKERS.replace("[source.staff]", '[source.staff]\nas_at = "title"')
    assert str(make(tmp_path, titled, sheet("staff.csv", drawn), as_at=None).as_at) == "2016-05-31"
    named = titled.replace('"title"', '"file name"')
    assert str(make(tmp_path, named, sheet("staff_20160630.csv", drawn), as_at=None).as_at) == "2016-06-30"
    with pytest.raises(MappingWrong, match="Say it with --as-at"):
        make(tmp_path, WORKERS, sheet("staff.csv", drawn), as_at=None)
    with pytest.raises(MappingWrong, match=r"different last days: 2016-05-31 \(staff1.csv\), 2016-06-30"):
        later = drawn.replace("31 May", "30 June")
        make(tmp_path, titled, sheet("staff1.csv", drawn), sheet("staff2.csv", later), as_at=None)


def test_a_sheet_without_the_columns_is_asked_about(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        WORKERS,
        sheet("staff.xlsx", "Ref | Area | FTE | Start | Role\nW1 | Stafford | 1 | 2015-09-01 | worker", "Data"),
        sheet("staff.xlsx", "This workbook\nis for managers", "About"),
    )
    assert asked(made) == [
        "staff.xlsx, sheet About has no row with the columns of [source.staff], such as `Ref`, `Area`, `FTE`, `Start`."
    ]


def test_no_message_shows_a_day_of_birth_or_a_name(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        """
[source.people]
files = ["people*"]
[[table]]
name = "person"
source = "people"
[table.columns]
person_id = "Ref"
role = { value = "child" }
date_of_birth = "Born"
[[table]]
name = "identity"
source = "people"
[table.columns]
person_id = "Ref"
surname = { from = "Name", split = "surname, forename", part = "surname" }
sex = "Sex"
""",
        sheet("people.csv", """
            Ref | Born       | Name         | Sex
            P1  | 03/04/2009 | Ardenbrook   | girl x
            P2  | 31/02/2009 | Ardenbrook Y | F
        """),
    )  # fmt: skip
    said = [*asked(made), *(line["why"] for line in account(made))]
    assert "people, column `Born`: a text there could be two days." in said
    assert [sentence for sentence in said if any(text in sentence for text in ("2009", "Ardenbrook", "girl"))] == []
    assert len([line for line in account(made) if line["outcome"] == "blanked"]) == 5
