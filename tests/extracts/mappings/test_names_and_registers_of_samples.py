"""Schools in the samples: the register decides, a name alone does not."""

from __future__ import annotations

import csv
from pathlib import Path

from earlyhelp.extracts.building.choose_rows import OUTSIDE
from earlyhelp.extracts.mapping.find_mapping import find_mapping
from earlyhelp.extracts.mapping.read import read_mapping
from earlyhelp.synthetic.council_files.link_meetings import written_name
from earlyhelp.synthetic.council_files.school_register import register_columns
from tests.extracts.mappings.councils import Council, extract_files, rows_of

BY_NAME = ("E07000193", "E07000197")
"""Districts whose trackers write schools by name: East Staffordshire and Stafford."""


def account(folder: Path) -> list[dict[str, str]]:
    with (folder / "account.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_confirmed_names_are_those_of_the_sample(sample_council: Council) -> None:
    schools = [row for row in sample_council.book.rows["school"] if row["district_code"] in BY_NAME]
    written = {written_name(str(row["name"])): row["urn"] for row in schools}
    assert dict(read_mapping(find_mapping("link_meetings")).schools) == written


def test_names_nobody_confirmed_are_asked_once_each_and_the_rest_is_used(
    larger_council: Council, tmp_path: Path
) -> None:
    made = extract_files(larger_council.files, tmp_path / "out", "link_meetings")
    by_name = [row for row in larger_council.book.rows["school"] if row["district_code"] in BY_NAME]
    met = {row["school_urn"] for row in larger_council.book.rows["link_meeting"]}
    assert len(made.questions.found) == len([row for row in by_name if row["urn"] in met])
    elsewhere = (
        f"SELECT count(*) FROM link_meeting JOIN school ON urn = school_urn WHERE district_code NOT IN {BY_NAME}"
    )
    assert rows_of(tmp_path / "out", elsewhere) == rows_of(larger_council.dataset, elsewhere)


def test_schools_of_other_authorities_are_left_out_and_counted(sample_council: Council) -> None:
    outside = {each["row"] for each in account(sample_council.extracted("staffing")) if each["why"] == OUTSIDE}
    assert len(outside) == 4
    assert rows_of(sample_council.extracted("staffing"), "SELECT urn FROM school WHERE urn LIKE '99%'").total() == 0


def test_the_type_of_a_school_decides_where_its_phase_does_not(sample_council: Council) -> None:
    phases = "SELECT phase, count(*) FROM school WHERE phase IN ('special', 'alternative_provision') GROUP BY ALL"
    assert rows_of(sample_council.extracted("staffing"), phases) == rows_of(sample_council.dataset, phases)
    assert rows_of(sample_council.extracted("staffing"), phases).total() == 2


def test_closed_schools_are_kept(sample_council: Council) -> None:
    closed = "SELECT urn, closed_on FROM school WHERE closed_on IS NOT NULL"
    assert rows_of(sample_council.extracted("staffing"), closed) == rows_of(sample_council.dataset, closed)
    assert rows_of(sample_council.extracted("staffing"), closed)


def test_the_register_has_all_columns_of_the_national_one() -> None:
    assert len(register_columns()) == len(set(register_columns())) == 140
    assert (register_columns()[0], register_columns()[-1]) == ("URN", "AccreditationExpiryDate")
