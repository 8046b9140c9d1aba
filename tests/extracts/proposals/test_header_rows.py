"""Where the names of the columns stand: below titles, in one row or in two, once or printed again."""

from __future__ import annotations

from earlyhelp.extracts.files.header_rows import find_header, find_named_header
from earlyhelp.extracts.files.sheet import Sheet


def drawn(*lines: str) -> Sheet:
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    return Sheet("a.csv", "", list(range(1, len(rows) + 1)), rows)


def test_titles_and_notes_above_are_passed_over() -> None:
    sheet = drawn(
        "Early help cases", "Run | 31/07/2016", "Ref | Child | Opened", "1 | Ada | 1/2/2016", "2 | Dev | 3/2/2016"
    )
    found = find_header(sheet)
    assert found and (found.first_row, found.names) == (2, ("Ref", "Child", "Opened"))


def test_the_first_row_of_data_is_no_header_though_it_is_of_words() -> None:
    sheet = drawn("Area | Outcome", "Stafford | Held", "Lichfield | Held", "Stafford | Pending", "Lichfield | Held")
    found = find_header(sheet)
    assert found and found.names == ("Area", "Outcome")


def test_names_that_stand_twice_are_numbered_from_the_left() -> None:
    found = find_header(drawn("Ref | Date | Outcome | Date", "1 | 1/2/2016 | Yes | 3/2/2016"))
    assert found and found.names == ("Ref", "Date [1]", "Outcome", "Date [2]")


def test_an_upper_row_is_carried_to_the_right_where_names_alone_would_be_alike() -> None:
    sheet = drawn("Child | | School |", "ID | Name | ID | Name", "1 | Ada | 9 | Oak", "2 | Dev | 8 | Elm")
    found = find_header(sheet)
    assert found and found.rows_used == 2
    assert found.names == ("Child ID", "Child Name", "School ID", "School Name")


def test_groups_above_several_columns_each_are_part_of_their_names() -> None:
    found = find_header(drawn("Child | | Closure |", "ID | Name | Date | Reason", "1 | Ada | 1/2/2016 | Moved"))
    assert found and found.names == ("Child ID", "Child Name", "Closure Date", "Closure Reason")


def test_a_title_right_above_the_names_is_no_group() -> None:
    found = find_header(drawn("Cases of the north | Locality team", "ID | Opened | Area", "1 | 1/2/2016 | Leek"))
    assert found and found.rows_used == 1


def test_a_column_merged_over_both_rows_keeps_its_one_name() -> None:
    sheet = drawn("District | April | | May |", " | Posts | Absent | Posts | Absent", "Stafford | 8 | 1 | 8 | 2")
    found = find_named_header(sheet, ["District", "May Absent"], 2)
    assert found and found.names == ("District", "April Posts", "April Absent", "May Posts", "May Absent")


def test_a_lower_cell_without_words_of_its_own_is_no_column() -> None:
    found = find_named_header(drawn("Child | |", "ID | Name |", "1 | Ada |"), ["Child ID"], 2)
    assert found and found.names == ("Child ID", "Child Name", "")


def test_months_across_the_top_may_be_days() -> None:
    sheet = drawn("District | 2016-04-01 | 2016-05-01", "Stafford | 8.5 | 8.0", "Lichfield | 7.5 | 7.0")
    found = find_header(sheet)
    assert found and found.first_row == 0


def test_wanted_names_are_met_whatever_their_case_and_spaces() -> None:
    sheet = drawn("Report", "REQUEST\u00a0 REF | Date\nreceived", "1 | 1/2/2016")
    found = find_named_header(sheet, ["Request ref", "date received"], 1)
    assert found and found.first_row == 1


def test_the_row_with_all_wanted_names_comes_before_an_earlier_one_with_some() -> None:
    sheet = drawn("Ref | Area | Note", "Ref | Area | Date", "1 | Stafford | 1/2/2016")
    found = find_named_header(sheet, ["Ref", "Area", "Date"], 1)
    assert found and found.first_row == 1


def test_one_name_of_several_is_not_enough() -> None:
    assert find_named_header(drawn("Ref | Other", "1 | 2"), ["Ref", "Area", "Date"], 1) is None


def test_a_sheet_of_one_note_has_no_header() -> None:
    assert find_header(drawn("Nothing to report this month")) is None
