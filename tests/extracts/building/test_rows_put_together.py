"""Rows and columns that are put together or taken apart: stacked, turned, counted, joined, filled down, made one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.extracts.building.drawn import WORKERS, account, asked, make, outcomes, sheet, table


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


def test_what_is_hidden_is_read_and_said(tmp_path: Path) -> None:
    drawn = sheet("staff.xlsx", """
        Ref | Area     | FTE | Start      | Role
        W1  | Stafford | 1   | 2015-09-01 | worker
        W2  | Stafford | 1   | 2015-09-01 | worker
        W3  | Stafford | 1   | 2015-09-01 | worker
    """, "Staff")  # fmt: skip
    hidden = replace(drawn, hidden_rows=frozenset({3, 4}), hidden_columns=frozenset({4}))
    made = make(tmp_path, WORKERS, hidden)
    assert len(table(made, "worker", "worker_id")) == 3
    assert made.questions.notes == [
        'staff.xlsx, sheet Staff: 2 hidden rows were read, the first row 3; hidden_rows = "leave out" leaves such rows '
        "out.",
        "staff.xlsx, sheet Staff: hidden columns were read like all others: `Role`.",
    ]
    without = make(tmp_path, WORKERS.replace("[source.staff]", '[source.staff]\nhidden_rows = "leave out"'), hidden)
    assert table(without, "worker", "worker_id") == [("W1",)]
    assert [line["why"] for line in account(without) if line["row"] == "3"] == ["hidden in the workbook"]
