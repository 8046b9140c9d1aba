"""A mapping is read strictly: whatever is wrong with it is said at once, in a sentence that says what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from earlyhelp.extracts.mapping.declare import DayOrder, Take
from earlyhelp.extracts.mapping.find_mapping import find_mapping, shipped_names
from earlyhelp.extracts.mapping.mapping_wrong import MappingWrong
from earlyhelp.extracts.mapping.read import read_mapping

STAFFING = """
mapping = 1
title = "Staffing"

[council]
county_code = "E10000028"
county_name = "Staffordshire"

[values.areas]
"North" = "E07000198"

[source.staff]
files = ["staff*.csv"]
dates = "day/month/year"

[[table]]
name = "staffing"
source = "staff"

[table.columns]
month = { from = "Month", dates = "month" }
district_code = { from = "Area", lookup = "district" }
establishment_fte = "Posts"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "mapping.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults_of(folder: Path, text: str) -> str:
    with pytest.raises(MappingWrong) as refused:
        read_mapping(write(folder, text))
    return str(refused.value)


def test_a_mapping_is_read_as_it_is_written(tmp_path: Path) -> None:
    mapping = read_mapping(write(tmp_path, STAFFING))
    (rule,) = mapping.tables
    assert (mapping.county_name, mapping.sources["staff"].dates) == ("Staffordshire", (DayOrder.DAY_FIRST,))
    assert rule.columns["month"].dates == (DayOrder.MONTH,)
    assert rule.columns["district_code"].lookup == "district"
    assert rule.columns["establishment_fte"].names == ("Posts",)


def test_a_required_column_that_is_not_mapped_is_named_with_its_meaning(tmp_path: Path) -> None:
    said = faults_of(tmp_path, STAFFING.replace('establishment_fte = "Posts"\n', ""))
    assert "the required column `establishment_fte` is not mapped. The posts the district is meant to have." in said


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ('name = "staffing"', 'name = "stafing"', "is not in the dataset; did you mean `staffing`"),
        ('source = "staff"', 'source = "stuff"', "there is no [source.stuff]; did you mean `staff`"),
        ("establishment_fte =", "establishment =", "has no column `establishment`"),
        ('files = ["staff*.csv"]', 'file = ["staff*.csv"]', "has `file`, which is not known; did you mean `files`"),
        ('"day/month/year"', '"day/year"', "it may be day/month/year"),
        ('lookup = "district"', 'lookup = "town"', "it may be district, school"),
        ('lookup = "district"', 'lookup = "school"', "does not hold a school"),
        ("mapping = 1", "mapping = 2", "lacks its first line: mapping = 1"),
        ('"Posts"', "{ }", "says nothing of where its values come from"),
        ('"Posts"', '{ from = "Posts", value = "3" }', "has `from` and `value`; one of them decides"),
        ('"Posts"', '{ value = "three" }', "which is not a number"),
        ('"Posts"', '{ from = "Posts", pattern = "(" }', "no regular expression"),
        ('"Posts"', '{ from = "Posts", pattern = "[0-9]+" }', "with 0 groups"),
        ('"Posts"', '{ from = "Posts", take = "best" }', "it may be first, last"),
        ('"Posts"', '{ from = "Posts", values = "posts" }', "write it as [values.posts]"),
        ('"Posts"', '{ id_of = "worker" }', "no table worker is made from staff"),
        ('"Posts"', '{ from = "P", via = { source = "x", by = "P", column = "Q" } }', "there is no such source"),
        ('"Posts"', '{ from = "P", via = { source = "staff", by = "P" } }', "needs one of `id_of` and `column`"),
        ('dates = "month" }', 'dates = "month", round = "down" }', "has `round` and is not a number but date"),
        ('[source.staff]', '[source.staff]\nas_at = "yesterday"', 'write "file name", "title" or a day'),
        ('[source.staff]', '[source.staff]\nheader_rows = 3', "the names stand in 1 row or in 2"),
        ('"day/month/year"', '"month"', "say it of one column"),
        ('"day/month/year"', '["day/month/year", "month/day/year"]', "two orders of days that contradict each other"),
        ('"Posts"', '{ from = "Posts", take = "latest" }', "which is for a column that is a date, not number"),
        ('dates = "month" }', 'dates = "month", take = "sum" }', "which is for a column that is a number, not date"),
        ('"Posts"', '{ from = "P", via = { source = "staff", by = "P", id_of = "staffing" } }', "with `hash`"),
        ('[table.columns]', 'where = { "Type" = [] }\n[table.columns]', 'has `where` with no text for `Type`'),
        ('[source.staff]', '[source.staff]\nunpivot = { name = "A", value = "B" }', "unpivot lacks `columns`"),
        ('[source.staff]', '[source.staff]\nunpivot = { columns = "*", name = "A", value = "a" }', "makes the column"),
        ('[source.staff]', '[source.staff]\nrepeat = { by = "N", number = "n" }', "reads the column `n` that it makes"),
        ("[values.areas]", '[schools]\n"St Anne" = "12"\n[values.areas]', "a unique reference number has six figures"),
    ],
)  # fmt: skip
def test_each_fault_is_said_with_what_to_write(tmp_path: Path, written: str, instead: str, said: str) -> None:
    assert written in STAFFING
    assert said in faults_of(tmp_path, STAFFING.replace(written, instead, 1))


def test_all_faults_are_said_at_once(tmp_path: Path) -> None:
    text = STAFFING.replace('"Posts"', '{ value = "three" }').replace('lookup = "district"', 'lookup = "town"')
    said = faults_of(tmp_path, text)
    assert "not a number" in said
    assert "it may be district, school" in said


def test_codes_are_checked_against_their_list(tmp_path: Path) -> None:
    text = STAFFING + (
        '\n[[table]]\nname = "worker"\nsource = "staff"\n[table.columns]\nworker_id = "Ref"\nfte = "FTE"\n'
        'district_code = { from = "Area", lookup = "district" }\n'
        '[[table]]\nname = "worker_absence"\nsource = "staff"\n[table.columns]\nworker_id = "Ref"\n'
        'from_on = "From"\nreason = { from = "Why", values = { "Ill" = "illness" } }\n'
    )
    assert "gives \"Ill\" the value 'illness', which is not in the list absence_reason: sickness" in faults_of(
        tmp_path, text
    )


def test_an_id_made_from_a_name_needs_a_key_file(tmp_path: Path) -> None:
    people = """
mapping = 1
[source.people]
files = ["people*"]
[[table]]
name = "person"
source = "people"
[table.columns]
person_id = { hash = ["Name", "DOB"] }
role = { value = "child" }
date_of_birth = "DOB"
"""
    assert "makes ids from `DOB`, which names a person" in faults_of(tmp_path, people)
    read_mapping(write(tmp_path, people + '\n[ids]\nkey_file = "ids.key"\n'))


def test_the_spell_belongs_to_involvements_and_needs_their_days(tmp_path: Path) -> None:
    text = """
mapping = 1
[source.cases]
files = ["cases*"]
[[table]]
name = "involvement"
source = "cases"
[table.columns]
involvement_id = { spell = ["Case"] }
family_id = { hash = ["Case"] }
district_code = { from = "Area", lookup = "district" }
started_on = { from = "Start", take = "earliest" }
"""
    assert "so map ended_on as well" in faults_of(tmp_path, text)
    mapping = read_mapping(write(tmp_path, text + 'ended_on = "End"\n'))
    assert mapping.tables[0].columns["started_on"].take is Take.EARLIEST


def test_what_is_no_toml_or_not_there_is_a_sentence(tmp_path: Path) -> None:
    assert "is not valid TOML" in faults_of(tmp_path, "mapping = \n")
    for endless in ("a = " + "[" * 5000, "header_rows = " + "9" * 5000):
        assert "it holds what no mapping holds" in faults_of(tmp_path, endless)
    nested = "(?:" * 900 + "(a)" + ")" * 900
    assert "no regular expression" in faults_of(
        tmp_path, STAFFING.replace('"Posts"', f'{{ from = "Posts", pattern = "{nested}" }}')
    )
    with pytest.raises(MappingWrong, match="could not be opened"):
        read_mapping(tmp_path / "none.toml")
    with pytest.raises(MappingWrong, match="Shipped are: annex_a"):
        find_mapping("zzz")
    with pytest.raises(MappingWrong, match=r"Did you mean capita_one\?"):
        find_mapping("capita-one")
    with pytest.raises(MappingWrong, match="is a folder; give the mapping itself"):
        find_mapping(str(tmp_path))
    (tmp_path / "data.csv").write_text("a,b", encoding="utf-8")
    with pytest.raises(MappingWrong, match=r"ends in \.toml"):
        find_mapping(str(tmp_path / "data.csv"))


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_mapping_is_in_order(name: str) -> None:
    assert read_mapping(find_mapping(name)).tables


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ('"Posts"', "“Posts”", "type straight quotation marks instead of curly ones"),
        ('"Posts"', '"Posts', "a closing quotation mark is missing in this line"),
        ("[values.areas]", '[values.areas]\n"X" = "Y"\n[values.areas]', "put its lines together under one of them"),
        ('files = ["staff*.csv"]', 'files = ["a" "b"]', "a comma or a closing bracket is missing"),
    ],
)
def test_what_is_no_toml_is_shown_with_its_line_and_the_likely_cause(
    tmp_path: Path, written: str, instead: str, said: str
) -> None:
    fault = faults_of(tmp_path, STAFFING.replace(written, instead, 1))
    assert said in fault
    assert " reads: " in fault
