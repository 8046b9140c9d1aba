"""What a proposed mapping says of files, values, schools and ids."""

from __future__ import annotations

from dataclasses import replace

from earlyhelp.extracts.mapping.declare import Take, Via
from earlyhelp.extracts.places.register import Register, School
from earlyhelp.extracts.proposals.file_patterns import file_patterns
from earlyhelp.extracts.proposals.propose import propose
from tests.extracts.proposals.drawn_sheets import Drawn, count, day, digits, district, of, school, sheet


def meetings(file: str, name: str = "", outcome: str = "Held") -> Drawn:
    return sheet(file, name, [
        ("School", "link_meeting.school_urn", school), ("Meeting date", "link_meeting.scheduled_on", day),
        ("Outcome", "link_meeting.outcome", of("Held", outcome)),
    ])  # fmt: skip


def test_files_of_each_month_are_one_source_that_fits_next_month_too() -> None:
    sheets = [meetings(f"Link meetings {month}.csv").sheet for month in ("Apr-16", "May-16", "Jun-16")]
    sources = propose(sheets).mapping.sources
    assert [source.files for source in sources.values()] == [("Link meetings *.csv",)]


def test_a_sheet_for_each_district_is_one_source_with_their_names() -> None:
    sheets = [meetings("Meetings.xlsx", name).sheet for name in ("Stafford", "Lichfield")]
    sources = propose(sheets, "E10000028").mapping.sources
    assert [source.sheets for source in sources.values()] == [("Stafford", "Lichfield")]


def test_what_changes_in_a_name_is_a_star_and_the_rest_stays() -> None:
    assert file_patterns(["extract 2016-07-31.csv"]) == ("extract *.csv",)
    assert file_patterns(["EH01 Requests.csv"]) == ("*EH01 Requests*.csv",)
    assert file_patterns(["a/North cases.csv", "b/South cases.csv"]) == ("*th cases.csv",)
    assert file_patterns(["one.csv", "two.xlsx"]) == ("one.csv", "two.xlsx")


def test_files_with_a_bracket_in_their_name_are_found_by_their_pattern() -> None:
    assert file_patterns(["cases [final].csv"]) == ("*cases [[]final]*.csv",)


def test_a_likely_text_gets_its_code_and_an_unlikely_one_a_question() -> None:
    text = propose([meetings("Link meetings.csv", outcome="Postponed by us").sheet]).text
    assert '"Postponed by us" = "rearranged"  # likely: it says' in text
    text = propose([meetings("Link meetings.csv", outcome="Blue").sheet]).text
    assert '# "Blue" = "?"  # ? no code is like it' in text


def test_a_name_that_one_school_of_a_register_bears_is_written_and_others_are_asked() -> None:
    register = Register([School("123456", "Oakfield Primary School"), School("123457", "Hilltop Primary School")])
    proposal = propose([meetings("Link meetings.csv").sheet], register=register)
    assert proposal.mapping.schools == {"Oakfield Primary School": "123456"}
    assert '# "Hilltop High School" = "123457"  # ? Hilltop Primary School:' in proposal.text


def test_schools_that_a_mapping_confirms_are_taken_over_and_not_asked_again() -> None:
    known = replace(propose([]).mapping, schools={"Oakfield Primary School": "999999"})
    proposal = propose([meetings("Link meetings.csv").sheet], known=known)
    assert proposal.mapping.schools == {"Oakfield Primary School": "999999"}
    assert '# "Oakfield' not in proposal.text


def children(file: str = "Involvements.csv") -> Drawn:
    """One row for each child: 40 records of 20 families."""
    return sheet(file, "", [
        ("Record ref", "", count(7001)), ("Case ref", "", count(500, each=2)), ("Child ref", "", count(9001)),
        ("District", "", district), ("Start date", "", day), ("End date", "", of("")),
        ("Closure reason", "", of("Outcomes met", "")),
    ])  # fmt: skip


def test_where_each_child_has_a_row_the_spell_of_the_family_makes_the_involvement() -> None:
    tables = {rule.name: rule for rule in propose([children().sheet], "E10000028").mapping.tables}
    assert tables["involvement"].columns["involvement_id"].spell == ("Case ref",)
    assert tables["involvement_child"].columns["involvement_id"].id_of == "involvement"
    assert tables["involvement"].columns["end_reason"].take is Take.LAST


def test_a_sheet_that_names_a_childs_record_finds_the_involvement_by_it() -> None:
    focuses = sheet("Focuses.csv", "", [
        ("Focus ref", "", count(1)), ("Record ref", "", count(7001)), ("Area of focus", "", of("Young carer")),
        ("Opened", "", day),
    ])  # fmt: skip
    tables = {rule.name: rule for rule in propose([children().sheet, focuses.sheet], "E10000028").mapping.tables}
    assert tables["focus"].columns["involvement_id"].via == Via("involvement", "Record ref", "involvement")


def test_an_id_that_is_made_leaves_out_what_may_change() -> None:
    rule = propose([meetings("Link meetings.csv", outcome="Pending").sheet]).mapping.tables[0]
    assert rule.columns["meeting_id"].hash == ("School", "Meeting date")


def test_a_row_of_totals_is_no_value() -> None:
    drawn = sheet("Staffing.csv", "", [
        ("Month", "", of("Apr-16")), ("District", "", district), ("Establishment FTE", "", digits(1, 9)),
    ], below=(("Total", "Whole county", "99"),))  # fmt: skip
    assert "Whole county" not in propose([drawn.sheet], "E10000028").text


def survey(file: str, first: int) -> Drawn:
    satisfied = of("Satisfied", "Dissatisfied", "Very satisfied")
    return sheet(file, "", [
        ("Response ID", "", count(first)), ("Completed", "", day), ("School", "", school),
        *((f"Q{number}. How satisfied are you with it?", "", satisfied) for number in (1, 2, 3)),
        ("Please tell us more about 2", "", lambda random, row: "It took a while before anybody called us back"),
    ])  # fmt: skip


def test_what_was_ticked_and_what_was_written_are_read_apart_under_the_same_ids() -> None:
    mapping = propose([survey("School survey 2016.csv", 1).sheet, survey("School survey 2015.csv", 1).sheet]).mapping
    answers = [rule for rule in mapping.tables if rule.name == "survey_answer"]
    responses = next(rule for rule in mapping.tables if rule.name == "survey_response")
    assert [set(rule.columns) - {"response_id", "item"} for rule in answers] == [{"answer"}, {"comment"}]
    assert answers[1].columns["response_id"].hash == responses.columns["response_id"].hash == ("[file]", "Response ID")
    assert answers[0].columns["item"].values["Please tell us more about 2"] == "q2"


def test_sheets_of_one_figure_each_add_to_those_with_the_establishment() -> None:
    sheets = [
        sheet("Staffing.xlsx", name, [
            ("District", "", district), *((month, "", digits(1, 9)) for month in ("Apr-16", "May-16", "Jun-16")),
        ], rows=6).sheet
        for name in ("Establishment", "In post")
    ]  # fmt: skip
    tables = propose(sheets, "E10000028").mapping.tables
    assert [(rule.adds, sorted(rule.columns)) for rule in tables] == [
        (False, ["district_code", "establishment_fte", "month"]), (True, ["district_code", "in_post_fte", "month"]),
    ]  # fmt: skip


def test_boxes_that_were_counted_become_forms() -> None:
    drawn = sheet("Closing questionnaires.xlsx", "Young people", [
        ("District", "", district), ("Month", "", of("Apr-16", "May-16")), ("Question", "", of("Q1", "Q2")),
        *((face, "", digits(0, 5)) for face in ("Happy", "Unsure", "Sad")),
    ])  # fmt: skip
    mapping = propose([drawn.sheet], "E10000028").mapping
    source = mapping.sources["closing_form"]
    assert source.unpivot and source.unpivot.columns == ("Happy", "Unsure", "Sad")
    assert source.repeat and source.repeat.by == "Count"
    assert {rule.name for rule in mapping.tables} == {"closing_form", "closing_answer"}
