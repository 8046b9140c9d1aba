"""Rows and ids that a careless reading would lose, double or give to another: each is kept, or said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from earlyhelp.extracts.building.account import count_sheets
from earlyhelp.extracts.building.key_file import id_key
from earlyhelp.extracts.building.questions import Questions
from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong
from tests.extracts.building.drawn import account, asked, make, outcomes, sheet, table

WORKERS = """
[source.staff]
files = ["staff*"]

[[table]]
name = "worker"
source = "staff"
[table.columns]
worker_id = "Ref"
district_code = { from = "Area", lookup = "district" }
fte = "FTE"
"""
POSTS = """
[source.posts]
files = ["posts*"]
fill_down = ["Area"]
unpivot = { columns = ["*-16"], name = "Month", value = "Posts" }

[[table]]
name = "staffing"
source = "posts"
[table.columns]
month = { from = "Month", dates = "month" }
district_code = { from = "Area", lookup = "district" }
establishment_fte = "Posts"
"""
ONE = "Ref | Area | FTE\nW1 | Stafford | 1"


def with_source(mapping: str, *keys: str) -> str:
    return mapping.replace('*"]\n', '*"]\n' + "\n".join(keys) + "\n", 1)


def test_a_damaged_row_counts_once_wherever_it_stands(tmp_path: Path) -> None:
    drawn = sheet("staff.csv", "Staff in post\n" + ONE)
    made = make(tmp_path, WORKERS, replace(drawn, damaged={1: "cannot be read"}))
    (count,) = count_sheets(made.laid[0].sources["staff"])
    assert (count.rows, count.data, count.left_out, count.refused) == (3, 1, 1, 1)
    assert [line["row"] for line in account(made)] == ["1", "2", "3"]


def test_one_filled_cell_is_a_row_where_the_rest_comes_from_elsewhere(tmp_path: Path) -> None:
    mapping = WORKERS.replace('"Area"', '"[sheet]"').replace('"FTE"', "{ value = 1 }")
    made = make(tmp_path, mapping, sheet("staff.xlsx", "Ref\nW1\nW2", "Stafford"))
    assert table(made, "worker", "worker_id", "district_code") == [("W1", "E07000197"), ("W2", "E07000197")]
    drawn = sheet("posts.csv", "Area | Apr-16 | May-16\nStafford | | 2\n| 3 |")
    assert table(make(tmp_path, POSTS, drawn), "staffing", "month", "establishment_fte") == [
        ("2016-05-01", "2"), ("2016-04-01", "3"),
    ]  # fmt: skip


def test_a_heading_of_its_own_or_a_hidden_row_is_filled_down_too(tmp_path: Path) -> None:
    mapping = with_source(WORKERS, 'fill_down = ["Area"]', 'hidden_rows = "leave out"')
    drawn = """
        Area      | Ref | FTE
        Stafford  | W1  | 1
        Moorlands |     |
                  | W2  | 1
        Stafford  | W3  | 1
                  | W4  | 1
        Total     |     | 4
                  | W5  | 1
    """
    made = make(tmp_path, mapping, replace(sheet("staff.csv", drawn), hidden_rows=frozenset({5})))
    assert table(made, "worker", "worker_id", "district_code") == [
        ("W1", "E07000197"), ("W2", "E07000198"), ("W4", "E07000197"), ("W5", "E07000197"),
    ]  # fmt: skip


def test_the_names_printed_again_on_each_page_are_no_row(tmp_path: Path) -> None:
    mapping = WORKERS.replace('{ from = "Area", lookup = "district" }', '"Area"').replace('"FTE"', "{ value = 1 }")
    made = make(tmp_path, mapping, sheet("staff.csv", "Ref | Area\nW1 | E07000197\nRef | Area\nW2 | E07000197"))
    assert table(made, "worker", "worker_id") == [("W1",), ("W2",)]
    assert [line["why"] for line in account(made) if line["row"] == "3"] == ["the names of the columns once more"]


def test_cells_without_a_name_above_them_are_said(tmp_path: Path) -> None:
    made = make(tmp_path, WORKERS, sheet("staff.csv", ONE + "\nW2 | Stafford | 1 | 0.5"))
    said = "staff.csv: 1 row has cells in columns without a name, which are not read: row 3."
    assert made.questions.notes == [said]


def test_a_sheet_like_those_of_a_source_is_said_to_be_passed_over(tmp_path: Path) -> None:
    mapping = with_source(WORKERS, 'sheets = ["Stafford*"]')
    made = make(tmp_path, mapping, sheet("staff.xlsx", ONE, "Stafford"), sheet("staff.xlsx", ONE, "Moorlands"))
    assert made.questions.notes == [
        "staff.xlsx, sheet Moorlands has the columns of [source.staff] and was passed over: "
        "its name fits none of the `sheets` there."
    ]


def test_a_file_that_fits_but_lacks_the_columns_is_not_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(MappingWrong, match=r"staff.csv has no row with the columns of \[source.staff\] of mapping: `R"):
        make(tmp_path, WORKERS, sheet("staff.csv", "Payroll | Place | WTE\nW1 | Stafford | 1"))


def test_a_column_by_which_rows_are_chosen_is_asked_for_where_it_is_not_there(tmp_path: Path) -> None:
    lacks = "staff.csv lacks the column `Type`, without which its rows cannot be used"
    for key in ('where = { "Type" = ["Post"] }', 'only_in_county = "Type"'):
        mapping = WORKERS.replace("[table.columns]", f"{key}\n[table.columns]")
        (question,) = asked(make(tmp_path, mapping, sheet("staff.csv", ONE)))
        assert question.startswith(lacks)


def test_columns_that_no_longer_fit_unpivot_are_asked_for(tmp_path: Path) -> None:
    made = make(tmp_path, POSTS, sheet("posts.csv", "Area | Apr-17\nStafford | 1"))
    assert asked(made)[0].startswith("posts.csv has no column that `unpivot` of [source.posts] turns into rows")
    # A column without a name is none that a pattern could mean.
    every = POSTS.replace("*-16", "*")
    assert (
        len(
            table(
                make(tmp_path, every, sheet("posts.csv", "Area | Apr-16 | | May-16\nStafford | 1 | 2 | 3")), "staffing"
            )
        )
        == 2
    )


def test_an_answer_that_the_mapping_names_is_no_empty_cell(tmp_path: Path) -> None:
    mapping = """
[source.answers]
files = ["answers*"]
unpivot = { columns = ["q*"], name = "Item", value = "Answer" }
[[table]]
name = "closing_answer"
source = "answers"
[table.columns]
form_id = "Ref"
item = "Item"
answer = { from = "Answer", values = { "n/a" = "not_applicable" } }
"""
    made = make(tmp_path, mapping, sheet("answers.csv", "Ref | q1 | q2 | q3\nR1 | happy | n/a | -"))
    assert table(made, "closing_answer", "item", "answer") == [("q1", "happy"), ("q2", "not_applicable")]


def test_counts_that_would_fill_the_memory_are_refused(tmp_path: Path) -> None:
    mapping = with_source(WORKERS, 'repeat = { by = "Count", number = "Piece" }')
    drawn = "Ref | Area | FTE | Count\n" + "W1 | Stafford | 1 | 100000\n" * 11
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("earlyhelp.extracts.building.reshape._MOST_REPEATS", 10)
        patch.setattr("earlyhelp.extracts.building.reshape._MOST_TOGETHER", 15)
        made = make(tmp_path, mapping, sheet("staff.csv", drawn.replace("100000", "10")))
    whys = {line["why"] for line in account(made) if line["outcome"] == "refused"}
    assert whys == {"Count: the text there would make more than 15 rows of this source"}
    assert len(outcomes(made, "worker")) == 10


def test_a_mark_of_what_is_missing_makes_no_id_that_many_would_share(tmp_path: Path) -> None:
    mapping = WORKERS.replace('"Ref"', '{ hash = ["Ref"] }')
    made = make(tmp_path, mapping, sheet("staff.csv", ONE + "\nn/a | Stafford | 1\n#N/A | Stafford | 1"))
    assert outcomes(made, "worker") == [("2", "used"), ("3", "refused"), ("4", "refused")]


def test_a_constant_that_is_empty_is_not_recorded(tmp_path: Path) -> None:
    made = make(tmp_path, WORKERS.replace('"Ref"', '{ value = "" }'), sheet("staff.csv", ONE))
    assert outcomes(made, "worker") == [("2", "refused")]


def test_spells_of_two_columns_are_kept_apart_where_one_is_empty(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        """
[source.cases]
files = ["cases*"]
[[table]]
name = "involvement"
source = "cases"
[table.columns]
involvement_id = { spell = ["Family", "Household"] }
family_id = { from = "Ref" }
district_code = { from = "Area", lookup = "district" }
started_on = "Start"
ended_on = "End"
""",
        sheet("cases.csv", """
            Ref | Family | Household | Area     | Start      | End
            R1  | X      |           | Stafford | 2016-01-04 |
            R2  |        | X         | Stafford | 2016-01-04 |
            R3  | -      | n/a       | Stafford | 2016-01-04 |
        """),
    )  # fmt: skip
    assert outcomes(made, "involvement") == [("2", "used"), ("3", "used"), ("4", "refused")]


FAMILIES = """
[source.more]
files = ["more*"]
[source.cases]
files = ["cases*"]
[[table]]
name = "family"
source = "more"
adds = true
[table.columns]
family_id = "Family"
district_code = { from = "Area", lookup = "district" }
[[table]]
name = "family"
source = "cases"
[table.columns]
family_id = "Family"
district_code = { from = "Area", lookup = "district" }
"""


def test_rows_that_only_add_make_none_and_never_speak_first(tmp_path: Path) -> None:
    more = sheet("more.csv", "Family | Area\nF1 | Moorlands\nF2 | Stafford\nF3 | Stafford")
    made = make(
        tmp_path, FAMILIES, more, sheet("cases.csv", "Family | Area\nF1 | Stafford\nF2 |\nF4 |\nF5 | Moorlands")
    )
    assert table(made, "family", "family_id", "district_code") == [
        ("F1", "E07000197"), ("F2", "E07000197"), ("F4", None), ("F5", "E07000198"),
    ]  # fmt: skip
    whys = [line["why"] for line in account(made) if line["table"] and line["file"] == "more.csv"]
    assert whys == [
        "district_code is not what cases.csv, row 2 says of the same key",
        "one with cases.csv, row 3",
        "no other file gives a row for the same key",
    ]


def test_a_contradiction_names_the_row_that_said_otherwise(tmp_path: Path) -> None:
    drawn = (
        "Ref | Area | FTE | Start\nW1 | Stafford | 1 |\nW1 | Stafford | 1 | 2016-01-04\nW1 | Stafford | 1 | 2016-02-01"
    )
    made = make(tmp_path, WORKERS + 'from_on = "Start"\n', sheet("staff.csv", drawn))
    assert account(made)[-1]["why"] == "from_on is not what staff.csv, row 3 says of the same key"


def test_a_row_that_gave_two_ids_in_a_table_is_not_taken_for_either(tmp_path: Path) -> None:
    person = (
        '[[table]]\nname = "person"\nsource = "cases"\n[table.columns]\nperson_id = "{}"\nrole = {{ value = "{}" }}\n'
    )
    mapping = (
        '[source.cases]\nfiles = ["cases*"]\n'
        + person.format("Child", "child")
        + person.format("Carer", "parent_carer")
    )
    mapping += '[[table]]\nname = "exclusion"\nsource = "cases"\n[table.columns]\nperson_id = { id_of = "person" }\n'
    mapping += 'kind = { value = "suspension" }\nstarted_on = "Day"\n'
    made = make(tmp_path, mapping, sheet("cases.csv", "Child | Carer | Day\nC1 | P1 | 2016-01-04\nC2 | | 2016-01-04"))
    assert table(made, "exclusion", "person_id") == [("C2",)]
    assert [line["why"] for line in account(made) if line["outcome"] == "refused" and line["table"] == "exclusion"] == [
        "person_id: the same row of the file gave two ids in that table"
    ]


def test_of_two_days_in_a_name_the_later_is_the_last(tmp_path: Path) -> None:
    mapping = with_source(WORKERS, 'as_at = "file name"')
    made = make(tmp_path, mapping, sheet("staff 2015-08-01 to 2016-07-31.csv", ONE), as_at=None)
    assert str(made.as_at) == "2016-07-31"


def test_no_answer_to_paste_holds_a_text_that_is_withheld(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        """
[source.people]
files = ["people*"]
[[table]]
name = "identity"
source = "people"
[table.columns]
person_id = "Ref"
sex = "Sex"
""",
        sheet("people.csv", "Ref | Sex\nP1 | Ardenbrook"),
    )
    (question,) = made.questions.found.values()
    assert "Ardenbrook" not in question.in_words + question.answer


def test_a_key_file_is_for_its_owner_and_an_empty_one_is_refused(tmp_path: Path) -> None:
    mapping = make(tmp_path, WORKERS, sheet("staff.csv", ONE)).laid[0].mapping
    keyed = replace(mapping, key_file="ids.key")
    key = id_key(keyed, "E10000028", Questions())
    assert len(key) == 64
    assert key == id_key(keyed, "E10000028", Questions())
    assert (tmp_path / "ids.key").stat().st_mode & 0o077 == 0
    (tmp_path / "ids.key").write_text("\n", encoding="ascii")
    with pytest.raises(MappingWrong, match="is empty"):
        id_key(keyed, "E10000028", Questions())
    with pytest.raises(MappingWrong, match="could not be used"):
        id_key(replace(mapping, key_file="none/ids.key"), "E10000028", Questions())
