"""What a run as a whole shows: an absent file is not a count of none, and two months of one report are noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from earlyhelp.extracts.building.reasons import reasons_of
from earlyhelp.extracts.extract import Prepared
from tests.extracts.building.drawn import account, asked, make, sheet, table

MAPPING = """
[source.requests]
files = ["*requests*"]
as_at = "title"
[source.focuses]
files = ["*focuses*"]
[values.decision]
"Yes" = "accepted"

[[table]]
name = "request"
source = "requests"
[table.columns]
request_id = "Ref"
family_id = "Case"
received_on = "Received"
kind = { value = "support" }
source_code = "Source"
school_urn = { from = "School", lookup = "school" }
decision = { from = "Outcome", values = "decision" }

[[table]]
name = "focus"
source = "focuses"
[table.columns]
focus_id = "Ref"
involvement_id = "Involvement"
focus_code = "Need"
opened_on = "Opened"
"""

REQUESTS = """
    Report of 31 July 2016
    Ref | Case | Received   | Source | School | Outcome
    R1  | F1   | 2016-01-04 | 2A     |        | Yes
    R2  | F2   | 2016-01-05 | 2A     |        | Yes
    R3  | F3   | 2016-01-06 | 6      |        | Yes
"""
FOCUSES = "Ref | Involvement | Need | Opened\nN1 | I1 | no_routines | 2016-01-04"


def reasons(made: Prepared) -> list[str]:
    sources = [rows for each in made.laid for rows in each.sources.values()]
    return [reason.in_words for reason in reasons_of(sources, made.built.made)]


def test_a_table_whose_file_was_not_given_is_not_written_and_asked_about(tmp_path: Path) -> None:
    made = make(tmp_path, MAPPING, sheet("requests.csv", REQUESTS))
    assert "focus" not in made.built.tables
    assert asked(made) == [
        "No file was given for [source.focuses] of mapping: none is called *focuses*. Tables made from it alone are "
        "not written."
    ]


def test_a_file_without_a_row_of_data_is_a_count_of_none(tmp_path: Path) -> None:
    empty = sheet("focuses.csv", FOCUSES.partition("\n")[0])
    made = make(tmp_path, MAPPING, sheet("requests.csv", REQUESTS), empty)
    assert made.built.tables["focus"] == []
    assert asked(made) == []


def test_a_table_whose_rows_were_all_refused_is_not_written_and_the_reason_is_told(tmp_path: Path) -> None:
    made = make(
        tmp_path, MAPPING, sheet("requests.csv", REQUESTS.replace("2016-01-0", "soon")), sheet("focuses.csv", FOCUSES)
    )
    assert "request" not in made.built.tables
    assert asked(made)[-1].startswith("All 3 rows for request had to be refused")
    assert reasons(made) == [
        "request from requests: 3 rows refused. Received: … is not a day. First: requests.csv, row 3."
    ]


def test_two_months_of_one_report_are_asked_about(tmp_path: Path) -> None:
    later = sheet("requests_august.csv", REQUESTS.replace("31 July", "31 August"))
    made = make(tmp_path, MAPPING, sheet("requests_july.csv", REQUESTS), later, sheet("focuses.csv", FOCUSES))
    assert asked(made) == [
        "--as-at 2016-07-31 is before the day in requests_august.csv (2016-08-31): rows after it will be refused by "
        "the check.",
        "requests_august.csv and requests_july.csv hold 3 rows of request with the same ids: are they two months of "
        "one report.",
    ]


def test_files_that_complement_each_other_are_not(tmp_path: Path) -> None:
    other = REQUESTS.replace("R1", "R4").replace("R2", "R5").replace("R3", "R6")
    sheets = (sheet("requests_north.csv", REQUESTS), sheet("requests_south.csv", other), sheet("focuses.csv", FOCUSES))
    made = make(tmp_path, MAPPING, *sheets)
    assert len(made.built.tables["request"]) == 6
    assert asked(made) == []


def test_schools_without_a_register_are_noted(tmp_path: Path) -> None:
    named = REQUESTS.replace("2A     |        ", "2A     | 900001 ")
    made = make(tmp_path, MAPPING, sheet("requests.csv", named), sheet("focuses.csv", FOCUSES))
    assert [note for note in made.questions.notes if "--mapping school_register" in note]
    made = make(tmp_path, MAPPING, sheet("requests.csv", REQUESTS), sheet("focuses.csv", FOCUSES))
    assert made.questions.notes == []


def test_a_row_is_counted_once_in_a_question_whatever_tables_use_it(tmp_path: Path) -> None:
    mapping = MAPPING + (
        '[[table]]\nname = "family"\nsource = "requests"\n[table.columns]\nfamily_id = "Case"\n'
        'district_code = { from = "Area", lookup = "district" }\n'
    ).replace('"Area"', '"Outcome"')
    mapping = mapping.replace("decision = {", 'district_code = { from = "Outcome", lookup = "district" }\ndecision = {')
    made = make(tmp_path, mapping, sheet("requests.csv", REQUESTS), sheet("focuses.csv", FOCUSES))
    (question,) = made.questions.found.values()
    assert question.in_words.endswith(
        "(family.district_code, request.district_code). 3 rows, first: requests.csv, row 3."
    )


@pytest.mark.parametrize("wrong", ['decision = { from = "Name" }', 'threshold_level = "Name"'])
def test_a_column_that_names_people_is_shown_nowhere_else_either(tmp_path: Path, wrong: str) -> None:
    mapping = MAPPING.replace('decision = { from = "Outcome", values = "decision" }', wrong) + (
        '[[table]]\nname = "identity"\nsource = "requests"\n[table.columns]\nperson_id = "Case"\nsurname = "Name"\n'
    )
    named = sheet("requests.csv", REQUESTS.replace("Outcome", "Name").replace("| Yes", "| Ardenbrook"))
    made = make(tmp_path, mapping, named, sheet("focuses.csv", FOCUSES))
    said = [*asked(made), *(question.answer for question in made.questions.found.values()), *reasons(made)]
    assert [text for text in [*said, *(line["why"] for line in account(made))] if "Ardenbrook" in text] == []


def test_a_note_about_a_family_in_a_column_of_codes_is_not_shown(tmp_path: Path) -> None:
    noted = REQUESTS.replace("| Yes", "| Moved to Nan 01/02/2016")
    made = make(tmp_path, MAPPING, sheet("requests.csv", noted), sheet("focuses.csv", FOCUSES))
    assert [text for text in [*asked(made), *reasons(made)] if "Nan" in text] == []
    assert table(made, "request", "decision") == [(None,), (None,), (None,)]


def test_an_end_that_cannot_be_read_does_not_swallow_the_next_spell(tmp_path: Path) -> None:
    made = make(
        tmp_path,
        """
[source.cases]
files = ["cases*"]
[[table]]
name = "involvement"
source = "cases"
[table.columns]
involvement_id = { spell = ["Family"] }
family_id = "Family"
district_code = { from = "Area", lookup = "district" }
started_on = "Start"
ended_on = "End"
""",
        sheet("cases.csv", """
            Family | Area     | Start      | End
            F1     | Stafford | 2014-01-06 | sometime
            F1     | Stafford | 2016-01-04 |
        """),
    )  # fmt: skip
    assert table(made, "involvement", "started_on", "ended_on") == [("2014-01-06", None), ("2016-01-04", None)]


def test_a_note_in_a_column_that_chooses_rows_is_asked_about_and_not_shown(tmp_path: Path) -> None:
    chosen = MAPPING.replace(
        'name = "request"\n',
        'name = "request"\nwhere = { "Outcome" = ["Yes"] }\nleave_out = { "Outcome" = ["No"] }\n',
        1,
    )
    noted = REQUESTS.replace("6      |        | Yes", "6      |        | Moved to Nan 01/02/2016")
    made = make(tmp_path, chosen, sheet("requests.csv", noted), sheet("focuses.csv", FOCUSES))
    assert len(made.built.tables["request"]) == 2
    (question,) = made.questions.found.values()
    assert (
        question.asks == "requests, column `Outcome`: a text there is neither wanted nor left out for the table request"
    )
    assert "Nan" not in question.answer
