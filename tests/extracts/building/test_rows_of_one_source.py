"""What a mapping makes of the rows of one source."""

from __future__ import annotations

from pathlib import Path

import pytest

from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong
from tests.extracts.building.drawn import account, asked, make, outcomes, sheet, table

WORKERS = """
[source.staff]
files = ["staff*"]
ignore = ["Notes"]

[[table]]
name = "worker"
source = "staff"
[table.columns]
worker_id = "Ref"
district_code = { from = "Area", lookup = "district" }
fte = "FTE"
from_on = "Start"
role = "Role"
"""


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


def test_a_name_that_stands_twice_is_told_apart_by_its_place(tmp_path: Path) -> None:
    mapping = WORKERS.replace('from_on = "Start"', 'from_on = "Date [1]"\nto_on = "Date [2]"')
    made = make(
        tmp_path,
        mapping,
        sheet("staff.csv", """
            Ref | Area     | FTE | Date       | Date       | Role
            W1  | Stafford | 1   | 2015-09-01 | 2016-03-31 | worker
        """),
    )  # fmt: skip
    assert table(made, "worker", "from_on", "to_on") == [("2015-09-01", "2016-03-31")]


def test_rows_with_one_key_become_one_unless_they_contradict_each_other(tmp_path: Path) -> None:
    drawn = """
        Ref | Area     | FTE | Start      | Role
        W1  | Stafford | 1   |            | worker
        W1  | Stafford | 1   | 2015-09-01 |
        W1  | Stafford | 0.5 | 2015-09-01 | worker
    """
    made = make(tmp_path, WORKERS, sheet("staff.csv", drawn))
    assert table(made, "worker", "worker_id", "fte", "from_on", "role") == [("W1", "1", "2015-09-01", "worker")]
    assert outcomes(made, "worker") == [("2", "used"), ("3", "merged"), ("4", "refused")]
    assert account(made)[-1]["why"] == "fte is not what staff.csv, row 2 says of the same key"
    made = make(
        tmp_path, WORKERS.replace('fte = "FTE"', 'fte = { from = "FTE", take = "sum" }'), sheet("staff.csv", drawn)
    )
    assert table(made, "worker", "worker_id", "fte") == [("W1", "2.5")]
    assert outcomes(made, "worker") == [("2", "used"), ("3", "merged"), ("4", "merged")]


def test_sheets_are_stacked_and_their_names_may_say_the_district(tmp_path: Path) -> None:
    mapping = WORKERS.replace('from = "Area"', 'from = "[sheet]"')
    made = make(
        tmp_path,
        mapping,
        sheet("staff.xlsx", "Ref | FTE | Start | Role\nW1 | 1 | 2015-09-01 | worker", "Stafford"),
        sheet("staff.xlsx", "Ref | Role | FTE | Start\nW2 | lead | 1 | 2015-09-01", "Moorlands"),
    )
    assert table(made, "worker", "worker_id", "district_code", "role") == [
        ("W1", "E07000197", "worker"),
        ("W2", "E07000198", "lead"),
    ]


def test_of_several_names_each_sheet_gives_the_first_it_has(tmp_path: Path) -> None:
    mapping = WORKERS.replace('worker_id = "Ref"', 'worker_id = { from = ["Payroll no", "Ref"] }')
    made = make(
        tmp_path,
        mapping,
        sheet("staff1.csv", "Ref | Area | FTE | Start | Role\nW1 | Stafford | 1 | 2015-09-01 | worker"),
        sheet("staff2.csv", "Payroll no | Area | FTE | Start | Role\nW2 | Stafford | 1 | 2015-09-01 | worker"),
    )
    assert table(made, "worker", "worker_id") == [("W1",), ("W2",)]
    assert asked(made) == []


def test_merged_cells_are_filled_down_where_the_mapping_says_so(tmp_path: Path) -> None:
    mapping = WORKERS.replace("[source.staff]", '[source.staff]\nfill_down = ["Area"]')
    made = make(
        tmp_path,
        mapping,
        sheet("staff.csv", """
            Area      | Ref | FTE | Start      | Role
            Stafford  | W1  | 1   | 2015-09-01 | worker
                      | W2  | 1   | 2015-09-01 | worker
            Moorlands | W3  | 1   | 2015-09-01 | worker
        """),
    )  # fmt: skip
    assert table(made, "worker", "worker_id", "district_code") == [
        ("W1", "E07000197"), ("W2", "E07000197"), ("W3", "E07000198"),
    ]  # fmt: skip


def test_columns_become_rows_and_empty_cells_give_none(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        """
[source.posts]
files = ["posts*"]
unpivot = { columns = ["*-16"], name = "Month", value = "Posts" }
[[table]]
name = "staffing"
source = "posts"
[table.columns]
month = { from = "Month", dates = "month" }
district_code = { from = "Area", lookup = "district" }
establishment_fte = "Posts"
""",
        sheet("posts.csv", """
            Area      | Apr-16 | May-16
            Stafford  | 12.5   | 13
            Moorlands |        | 9
            Total     | 12.5   | 22
        """),
    )  # fmt: skip
    assert table(made, "staffing", "month", "district_code", "establishment_fte") == [
        ("2016-04-01", "E07000197", "12.5"), ("2016-05-01", "E07000197", "13"), ("2016-05-01", "E07000198", "9"),
    ]  # fmt: skip
    assert [(line["row"], line["piece"]) for line in account(made) if line["table"]] == [
        ("2", "Apr-16"), ("2", "May-16"), ("3", "May-16"),
    ]  # fmt: skip


def test_a_count_becomes_so_many_rows_numbered_through_their_group(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        """
[source.tally]
files = ["tally*"]
unpivot = { columns = ["Happy", "Sad"], name = "Answer", value = "Count" }
repeat = { by = "Count", number = "Form", within = ["Item"] }
[[table]]
name = "closing_answer"
source = "tally"
[table.columns]
form_id = { hash = ["Form"] }
item = "Item"
answer = "Answer"
""",
        sheet("tally.csv", """
            Item | Happy | Sad
            q1   | 2     | 1
            q2   | 0     | 3
            q3   | some  |
        """),
    )  # fmt: skip
    rows = table(made, "closing_answer", "item", "answer")
    assert rows == [("q1", "happy"), ("q1", "happy"), ("q1", "sad"), ("q2", "sad"), ("q2", "sad"), ("q2", "sad")]
    assert len(set(table(made, "closing_answer", "form_id"))) == 3
    refused = [(line["row"], line["piece"]) for line in account(made) if line["outcome"] == "refused"]
    assert refused == [("4", "Happy")]


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


def test_columns_may_be_read_as_one_text_where_all_of_them_are_filled(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        """
[source.register]
files = ["register*"]
[[table]]
name = "school"
source = "register"
[table.columns]
urn = "URN"
name = "Name"
phase = "Phase"
district_code = { from = "Area", lookup = "district" }
laestab = { join = ["LA", "Number"], between = "/" }
""",
        sheet("register.csv", """
            URN    | Name    | Phase   | Area     | LA  | Number
            100001 | Oak     | primary | Stafford | 860 | 2001
            100002 | Ash     | primary | Stafford | 860 | -
        """),
    )  # fmt: skip
    assert table(made, "school", "laestab") == [("860/2001",), (None,)]
    assert asked(made) == []


def test_an_empty_cell_gives_a_row_where_the_mapping_keeps_it(tmp_path: Path) -> None:
    mapping = """
[source.answers]
files = ["answers*"]
unpivot = { columns = ["q*"], name = "Item", value = "Answer", keep_empty = true }
[[table]]
name = "survey_answer"
source = "answers"
[table.columns]
response_id = "Ref"
item = "Item"
answer = "Answer"
"""
    drawn = sheet("answers.csv", "Ref | q1a | q1b\nR1 | 4 |\nR2 | | 5")
    made = make(tmp_path, mapping, drawn)
    assert table(made, "survey_answer", "response_id", "item", "answer") == [
        ("R1", "q1a", "4"), ("R1", "q1b", None), ("R2", "q1a", None), ("R2", "q1b", "5"),
    ]  # fmt: skip
    made = make(tmp_path, mapping.replace(", keep_empty = true", ""), drawn)
    assert table(made, "survey_answer", "response_id", "item") == [("R1", "q1a"), ("R2", "q1b")]


def test_rows_that_only_add_are_refused_where_no_other_file_has_them(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        """
[source.posts]
files = ["posts*"]
[source.people]
files = ["people*"]
[[table]]
name = "staffing"
source = "posts"
[table.columns]
month = "Month"
district_code = { from = "Area", lookup = "district" }
establishment_fte = "Posts"
[[table]]
name = "staffing"
source = "people"
adds = true
[table.columns]
month = "Month"
district_code = { from = "Area", lookup = "district" }
in_post_fte = "In post"
""",
        sheet("posts.csv", "Month | Area | Posts\n2016-04-01 | Stafford | 9"),
        sheet("people.csv", "Month | Area | In post\n2016-04-01 | Stafford | 8\n2016-05-01 | Stafford | 7"),
    )
    assert table(made, "staffing", "month", "establishment_fte", "in_post_fte") == [("2016-04-01", "9", "8")]
    assert outcomes(made, "staffing") == [("2", "used"), ("2", "merged"), ("3", "refused")]
    assert account(made)[-1]["why"] == "no other file gives establishment_fte for the same key"
