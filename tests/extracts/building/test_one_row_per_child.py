"""One row per child becomes one involvement per family, and what refers to a child's row finds the family's."""

from __future__ import annotations

from pathlib import Path

import pytest

from earlyhelp.extracts.building.ids import first_days_of_spells, make_id
from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong
from tests.extracts.building.drawn import account, make, outcomes, sheet, table

CASES = """
[source.cases]
files = ["cases*"]
[source.needs]
files = ["needs*"]

[[table]]
name = "involvement"
source = "cases"
[table.columns]
involvement_id = { spell = ["Family"] }
family_id = { hash = ["Family"] }
district_code = { from = "Area", lookup = "district" }
started_on = "Start"
ended_on = "End"

[[table]]
name = "person"
source = "cases"
[table.columns]
person_id = { hash = ["Child"] }
role = { value = "child" }

[[table]]
name = "involvement_child"
source = "cases"
[table.columns]
involvement_id = { id_of = "involvement" }
person_id = { hash = ["Child"] }
nc_year = "Year"

[[table]]
name = "focus"
source = "needs"
[table.columns]
focus_id = "Need ref"
involvement_id = { from = "Record", via = { source = "cases", by = "Record", id_of = "involvement" } }
person_id = { from = "Record", via = { source = "cases", by = "Record", id_of = "person" } }
focus_code = "Need"
opened_on = "Opened"
"""

DRAWN = """
    Record | Family | Child | Area     | Start      | End        | Year
    R1     | F1     | C1    | Stafford | 2016-01-04 | 2016-03-01 | 3
    R2     | F1     | C2    | Stafford | 2016-01-11 | 2016-03-08 | 7
    R3     | F1     | C1    | Stafford | 2016-06-01 |            | 3
    R4     | F2     | C3    | Stafford | 2016-02-01 | 2016-02-29 | R
    R5     | F3     | C4    | Nowhere  | 2016-02-01 |            | 1
"""
NEEDS = """
    Need ref | Record | Need                  | Opened
    N1       | R1     | attendance_below_90   | 2016-01-04
    N2       | R2     | poor_emotional_health | 2016-01-11
    N3       | R9     | no_routines           | 2016-01-11
    N4       | R5     | no_routines           | 2016-01-11
"""


def test_children_s_rows_that_overlap_are_one_involvement_of_the_family(tmp_path: Path) -> None:
    made = make(tmp_path, CASES, sheet("cases.csv", DRAWN), sheet("needs.csv", NEEDS))
    assert table(made, "involvement", "started_on", "ended_on") == [
        ("2016-01-04", "2016-03-08"),
        ("2016-06-01", None),
        ("2016-02-01", "2016-02-29"),
    ]
    assert outcomes(made, "involvement") == [
        ("2", "used"), ("3", "merged"), ("4", "used"), ("5", "used"), ("6", "refused"),
    ]  # fmt: skip
    ids = [row[0] for row in table(made, "involvement", "involvement_id")]
    assert [row[0] for row in table(made, "involvement_child", "involvement_id")] == [ids[0], ids[0], ids[1], ids[2]]
    assert [row[0] for row in table(made, "involvement_child", "nc_year")] == ["3", "7", "3", "R"]


def test_a_row_whose_involvement_was_refused_is_refused_with_it(tmp_path: Path) -> None:
    made = make(tmp_path, CASES, sheet("cases.csv", DRAWN), sheet("needs.csv", NEEDS))
    assert outcomes(made, "involvement_child")[-1] == ("6", "refused")
    assert outcomes(made, "focus") == [("2", "used"), ("3", "used"), ("4", "refused"), ("5", "refused")]
    whys = [line["why"] for line in account(made) if line["table"] == "focus"]
    assert whys[2:] == [
        "Record: a text there is in no row of the file it refers to",
        "Record: a text there belongs to a row that was refused or left out",
    ]


def test_a_focus_finds_the_family_s_involvement_and_the_child_by_the_record_it_refers_to(tmp_path: Path) -> None:
    made = make(tmp_path, CASES, sheet("cases.csv", DRAWN), sheet("needs.csv", NEEDS))
    first, second = table(made, "focus", "involvement_id", "person_id")
    (involvement, *_) = table(made, "involvement", "involvement_id")
    people = table(made, "person", "person_id")
    assert (first[0], second[0]) == (involvement[0], involvement[0])
    assert (first[1], second[1]) == (people[0][0], people[1][0])


def test_the_text_of_a_column_may_be_taken_from_the_row_referred_to(tmp_path: Path) -> None:
    mapping = CASES.replace('by = "Record", id_of = "person" } }', 'by = "Record", column = "Child" } }')
    made = make(tmp_path, mapping, sheet("cases.csv", DRAWN), sheet("needs.csv", NEEDS))
    assert table(made, "focus", "person_id") == [("C1",), ("C2",)]


def test_the_same_reference_gives_the_same_id_wherever_it_stands() -> None:
    key = b"E10000028"
    assert make_id(key, "family", ["F 1"]) == make_id(key, "family", [" f  1"])
    assert make_id(key, "family", ["F1"]) != make_id(key, "person", ["F1"])
    assert make_id(key, "family", ["F1"]) != make_id(b"another", "family", ["F1"])
    assert make_id(key, "family", ["ab", "c"]) != make_id(key, "family", ["a", "bc"])
    assert make_id(key, "family", ["", " "]) is None
    made = make_id(key, "family", ["F1"])
    assert made and made.startswith("fam") and len(made) == 19 and made.isalnum()


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        # touching days are one spell, a day between is not
        (["2016-01-01", "2016-02-01"], ["2016-01-31", None], ["2016-01-01", "2016-01-01"]),
        (["2016-01-01", "2016-02-02"], ["2016-01-31", None], ["2016-01-01", "2016-02-02"]),
        # an open one goes on for ever
        (["2016-01-01", "2019-02-02"], [None, None], ["2016-01-01", "2016-01-01"]),
        # the order of the rows does not matter
        (["2016-03-01", "2016-01-01"], ["2016-04-01", "2016-03-05"], ["2016-01-01", "2016-01-01"]),
        # one within another does not shorten it
        (["2016-01-01", "2016-02-01", "2016-05-01"], ["2016-06-01", "2016-03-01", None], ["2016-01-01"] * 3),
        ([None, "2016-01-01"], [None, None], [None, "2016-01-01"]),
    ],
)
def test_spells_that_overlap_or_touch_are_one(
    starts: list[str | None], ends: list[str | None], expected: list[str | None]
) -> None:
    assert first_days_of_spells(["F"] * len(starts), starts, ends) == expected


def test_tables_that_need_each_other_s_ids_are_refused(tmp_path: Path) -> None:
    mapping = """
[source.a]
files = ["a*"]
[[table]]
name = "request"
source = "a"
[table.columns]
request_id = "Ref"
family_id = "Fam"
received_on = "Day"
kind = { value = "support" }
source_code = { value = "2A" }
assessment_id = { id_of = "assessment" }
[[table]]
name = "assessment"
source = "a"
[table.columns]
assessment_id = { id_of = "request" }
family_id = "Fam"
started_on = "Day"
started_by = { value = "school" }
led_by = { value = "school" }
"""
    with pytest.raises(MappingWrong, match="need each other's ids"):
        make(tmp_path, mapping, sheet("a.csv", "Ref | Fam | Day\n1 | 2 | 2016-01-01"))
