"""What no figure shows is carried over as well: rows of the dataset made from files are those of the county."""

from __future__ import annotations

from typing import Final

import pytest

from tests.extracts.mappings.councils import Council, rows_of, rows_of_each

SCHOOLS: Final = "SELECT urn, name, phase, district_code, postcode, opened_on, closed_on, pupils FROM school"
CHILDREN: Final = """
    SELECT date_of_birth, sex, ethnicity FROM person WHERE person_id IN
    (SELECT person_id FROM request_child UNION SELECT person_id FROM involvement_child)
"""
REQUESTS: Final = """
    SELECT r.* EXCLUDE (request_id, family_id, assessment_id, involvement_id), i.started_on AS led_to,
        string_agg(concat(c.nc_year, ' ', c.school_urn), ';' ORDER BY c.nc_year, c.school_urn) AS children
    FROM request r LEFT JOIN involvement i USING (involvement_id) LEFT JOIN request_child c USING (request_id)
    GROUP BY ALL
"""
INVOLVEMENTS: Final = """
    SELECT i.* EXCLUDE (involvement_id, family_id), c.nc_year, c.school_urn, c.sen_provision, p.date_of_birth
    FROM involvement i JOIN involvement_child c USING (involvement_id) JOIN person p USING (person_id)
"""
FOCUSES: Final = """
    SELECT f.focus_code, f.opened_on, f.closed_on, f.outcome, i.started_on, i.ended_on, p.date_of_birth
    FROM focus f JOIN involvement i USING (involvement_id) LEFT JOIN person p ON p.person_id = f.person_id
"""
FAMILIES: Final = """
    SELECT count(*) FROM family WHERE family_id IN
    (SELECT family_id FROM request UNION SELECT family_id FROM involvement)
"""
CASE_WORK: Final = {
    "children": CHILDREN, "requests": REQUESTS, "involvements": INVOLVEMENTS, "focuses": FOCUSES,
    "families": FAMILIES, "schools": SCHOOLS,
}  # fmt: skip
TABLES: Final = {
    "capita_one": CASE_WORK,
    "liquidlogic": {
        **CASE_WORK,
        "assessments": "SELECT * EXCLUDE (family_id, person_id) FROM assessment",
        "reviews": "SELECT * FROM review",
        "allocations": "SELECT * FROM allocation",
        "workers": "SELECT * FROM worker",
    },
    "staffing": {"months": "SELECT * FROM staffing"},
    "link_meetings": {"meetings": "SELECT * EXCLUDE (meeting_id) FROM link_meeting"},
    "annex_a": {
        "assessments": """
            SELECT started_on, completed_on, started_by, p.date_of_birth, p.sex, p.ethnicity
            FROM assessment JOIN person p USING (person_id) WHERE started_on >= '2016-03-16'
        """,
    },
    "questionnaires": {
        "forms": """
            SELECT respondent, district_code, date_trunc('month', received_on), count(*) FROM closing_form GROUP BY ALL
        """,
        "answers": """
            SELECT respondent, district_code, date_trunc('month', received_on), item, answer, count(*)
            FROM closing_answer JOIN closing_form USING (form_id) GROUP BY ALL
        """,
    },
    "survey": {
        "waves": "SELECT wave, opened_on, closed_on FROM survey_wave",
        "frame": "SELECT * FROM survey_school",
        "responses": "SELECT * EXCLUDE (response_id) FROM survey_response",
        "answers": """
            SELECT r.wave, r.school_urn, r.completed_on, a.item, a.answer, a.comment
            FROM survey_answer a JOIN survey_response r USING (response_id)
        """,
    },
}  # fmt: skip
"""What is compared, ids aside: for each kind of file, rows by a name."""


@pytest.mark.parametrize("kind", TABLES)
def test_rows_from_the_sample_are_those_of_the_county(sample_council: Council, kind: str) -> None:
    found = rows_of_each(sample_council.extracted(kind), TABLES[kind])
    assert all(found.values())
    assert found == rows_of_each(sample_council.dataset, TABLES[kind])


@pytest.mark.parametrize("kind", [kind for kind in TABLES if kind != "link_meetings"])
def test_rows_of_a_larger_county_are_the_same(larger_council: Council, kind: str) -> None:
    found = rows_of_each(larger_council.extracted(kind), TABLES[kind])
    assert found == rows_of_each(larger_council.dataset, TABLES[kind])


def test_children_of_one_family_are_one_involvement(sample_council: Council) -> None:
    """The system keeps a record for each child, whose days differ; the earliest start and the latest end count."""
    records = (sample_council.files / "capita_one" / "EH02 Involvements.csv").read_text(encoding="cp1252")
    days = "SELECT started_on, ended_on FROM involvement"
    assert records.count("INV-") > rows_of(sample_council.extracted("capita_one"), days).total()
    assert rows_of(sample_council.extracted("capita_one"), days) == rows_of(sample_council.dataset, days)
