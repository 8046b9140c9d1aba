"""Rules that refuse rows or blank values: a drawn table that breaks each, beside a row that does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from earlyhelp.dataset.source import Dataset, TableCount

Draw = Callable[..., Dataset]

FAMILY = "family_id\nF1\nF2"
PEOPLE = "person_id | role\nP1 | child\nP2 | child"
DISTRICT = "district_code | name\nE07000192 | Cannock Chase"


def found(dataset: Dataset) -> list[tuple[str, str, int | None, str]]:
    """Rule, effect, row and column of each finding, without the notices."""
    return [(f.rule, f.effect, f.row, f.column) for f in dataset.findings.rows() if f.effect != "notice"]


def count_of(dataset: Dataset, table: str) -> TableCount:
    return next(each for each in dataset.counts if each.table == table)


VALUES = {
    "a required value is missing": (
        "family", "family_id | district_code\n | E07000192\nF2 |", ("EH0101", "refused", 2, "family_id")),
    "a required date is not a date": (
        "exclusion", "person_id | kind | started_on\nP1 | suspension | 12/03/2016\nP1 | suspension | 2016-03-12",
        ("EH0102", "refused", 2, "started_on")),
    "a day is not in the calendar": (
        "exclusion", "person_id | kind | started_on\nP1 | suspension | 2015-02-29\nP1 | suspension | 2016-02-29",
        ("EH0102", "refused", 2, "started_on")),
    "a date lacks its noughts": (
        "exclusion", "person_id | kind | started_on\nP1 | suspension | 2016-3-1\nP1 | suspension | 2016-03-01",
        ("EH0102", "refused", 2, "started_on")),
    "an optional date is not a date": (
        "person", "person_id | role | date_of_birth\nP1 | child | 2009\nP2 | child | 2009-05-15",
        ("EH0102", "blanked", 2, "date_of_birth")),
    "a flag is not a flag": (
        "referral", "referral_id | received_on | step_up\nS1 | 2016-01-01 | yes\nS2 | 2016-01-01 | TRUE",
        ("EH0103", "blanked", 2, "step_up")),
    "a required number is not a number": (
        "worker", "worker_id | district_code | fte\nW1 | E07000192 | full\nW2 | E07000192 | .5",
        ("EH0104", "refused", 2, "fte")),
    "a number is written with an exponent": (
        "worker", "worker_id | district_code | fte\nW1 | E07000192 | 1e1\nW2 | E07000192 | 10",
        ("EH0104", "refused", 2, "fte")),
    "a number is not finite": (
        "worker", "worker_id | district_code | fte\nW1 | E07000192 | NaN\nW2 | E07000192 | 1",
        ("EH0104", "refused", 2, "fte")),
    "a whole number has a half": (
        "referral", "referral_id | received_on | age_years\nS1 | 2016-01-01 | 5.5\nS2 | 2016-01-01 | 5.0",
        ("EH0105", "blanked", 2, "age_years")),
    "a number is out of bounds": (
        "link", "referral_id | person_id | probability | decision\nS1 | P1 | 1.5 | automatic\nS1 | P2 | 1 | automatic",
        ("EH0106", "refused", 2, "probability")),
    "a required code is not in its list": (
        "person", "person_id | role\nP1 | Child\nP2 | child", ("EH0107", "refused", 2, "role")),
    "an optional code is not in its list": (
        "person", "person_id | role | sex\nP1 | child | female\nP2 | child | F", ("EH0107", "blanked", 2, "sex")),
    "an event lies after the last day": (
        "exclusion", "person_id | kind | started_on\nP1 | suspension | 2016-08-01\nP1 | suspension | 2016-07-31",
        ("EH0401", "refused", 2, "started_on")),
    "an optional event lies after the last day": (
        "referral",
        "referral_id | received_on | accepted_on\nS1 | 2016-07-31 | 2016-08-01\nS2 | 2016-07-31 | 2016-07-31",
        ("EH0401", "blanked", 2, "accepted_on")),
    "an involvement ends before it starts": (
        "involvement", "involvement_id | family_id | district_code | started_on | ended_on | signed_off_on\n"
        "I1 | F1 | E07000192 | 2016-02-01 | 2016-01-03 |\nI2 | F1 | E07000192 | 2016-02-01 | 2016-02-01 | 2016-02-01",
        ("EH0402", "refused", 2, "ended_on")),
    "a focus closes before it opens": (
        "focus", "focus_id | involvement_id | focus_code | opened_on | closed_on\n"
        "X1 | I1 | young_carer | 2016-02-01 | 2016-01-31\nX2 | I1 | young_carer | 2016-02-01 | 2016-02-01",
        ("EH0403", "refused", 2, "closed_on")),
    "a status lasts to a day before it begins": (
        "care_status", "person_id | status | from_on | to_on\nP1 | looked_after | 2016-02-01 | 2016-01-31\n"
        "P1 | looked_after | 2016-02-02 | 2017-01-01",
        ("EH0404", "refused", 2, "to_on")),
    "a key is used twice": (
        "person", "person_id | role\nP1 | child\nP1 | other_adult", ("EH0201", "refused", 3, "person_id")),
    "a row is an exact copy": (
        "person", "person_id | role | sex\nP1 | child | F\nP1 | child | F", ("EH0202", "refused", 3, "person_id")),
    "a key with an empty part is used twice": (
        "family_member", "family_id | person_id | from_on | to_on\nF1 | P1 | | 2016-01-01\nF1 | P1 | |",
        ("EH0201", "refused", 3, "family_id, person_id, from_on")),
}  # fmt: skip


@pytest.mark.parametrize("name", VALUES)
def test_only_the_row_at_fault_is_found_when(name: str, draw: Draw) -> None:
    table, drawn, expected = VALUES[name]
    dataset = draw(**{table: drawn})
    assert found(dataset) == [expected]
    count = count_of(dataset, table)
    refused = 1 if expected[1] == "refused" else 0
    assert (count.read, count.used, count.refused, count.blanked) == (2, 2 - refused, refused, 1 - refused)


@pytest.mark.parametrize(
    ("table", "drawn"),
    [
        ("term", "academic_year | term | starts_on | ends_on\n2016/17 | autumn | 2016-09-05 | 2016-12-16"),
        ("review", "review_id | involvement_id | due_on\nV1 | I1 | 2016-08-30"),
        ("plan_item", "plan_item_id | involvement_id | due_on\nL1 | I1 | 2016-08-30"),
        ("link_meeting", "meeting_id | school_urn | scheduled_on | outcome\nM1 | 1 | 2016-10-01 | pending"),
        ("school", "urn | name | phase | district_code | opened_on | closed_on\n"
                   "1 | Oak | primary | E07000192 | 2016-09-01 | 2019-08-31"),
        ("allocation", "involvement_id | worker_id | role | from_on | to_on\nI1 | W1 | lead | 2016-01-01 | 2017-01-01"),
        ("consent", "consent_id | family_id | decided_on | state | ends_on\nC1 | F1 | 2016-01-01 | given | 2017-01-01"),
        ("staffing", "month | district_code | establishment_fte\n2016-09-01 | E07000192 | 10"),
    ],
)  # fmt: skip
def test_planned_days_may_lie_after_the_last_day(table: str, drawn: str, draw: Draw) -> None:
    dataset = draw(**{table: drawn})
    assert found(dataset) == []
    assert count_of(dataset, table).used == 1


def test_a_required_reference_to_nothing_refuses_the_row(draw: Draw) -> None:
    dataset = draw(family=FAMILY, family_member="family_id | person_id\nF1 | P1\nF9 | P1", person=PEOPLE)
    assert ("EH0301", "refused", 3, "family_id") in found(dataset)
    assert dataset.connection.execute("SELECT family_id FROM family_member").fetchall() == [("F1",)]


def test_an_optional_reference_to_nothing_is_blanked(draw: Draw) -> None:
    dataset = draw(district=DISTRICT, family="family_id | district_code\nF1 | E07000192\nF2 | E07000999")
    assert found(dataset) == [("EH0302", "blanked", 3, "district_code")]
    rows = dataset.connection.execute("SELECT * FROM family ORDER BY family_id").fetchall()
    assert rows == [("F1", "E07000192"), ("F2", None)]


def test_rows_go_with_their_refused_parent_and_are_counted_apart(draw: Draw) -> None:
    dataset = draw(
        district=DISTRICT,
        family=FAMILY,
        involvement="""
        involvement_id | family_id | district_code | started_on | ended_on   | signed_off_on
        I1             | F1        | E07000192     | 2016-02-01 | 2016-01-03 |
        I2             | F2        | E07000192     | 2016-02-01 |            |""",
        review="""
        review_id | involvement_id | due_on
        V1        | I1             | 2016-03-01
        V2        | I2             | 2016-03-01
        V3        | I9             | 2016-03-01""",
    )
    assert count_of(dataset, "involvement") == TableCount("involvement", 2, 1, 1, 0, 0)
    assert count_of(dataset, "review") == TableCount("review", 3, 1, 1, 1, 0)
    assert ("EH0303", "refused_with_parent", 2, "involvement_id") in found(dataset)
    assert ("EH0301", "refused", 4, "involvement_id") in found(dataset)


def test_refusals_pass_down_until_nothing_changes(draw: Draw) -> None:
    dataset = draw(
        closing_form="form_id | respondent | received_on\nC1 | school | 2016-13-01",
        closing_answer="form_id | item | answer\nC1 | listened | happy",
        family="family_id\nF1",
        request="request_id | family_id | received_on | kind | source_code\nR1 | F9 | 2016-01-01 | support | 1A",
        request_child="request_id | person_id\nR1 | P1",
        person=PEOPLE,
    )
    assert [count_of(dataset, name).refused_with_parent for name in ("closing_answer", "request_child")] == [1, 1]


def test_an_optional_reference_to_a_refused_row_is_blanked(draw: Draw) -> None:
    dataset = draw(
        district="district_code | name\nE07000192 |",
        family="family_id | district_code\nF1 | E07000192",
    )
    assert ("EH0304", "blanked", 2, "district_code") in found(dataset)
    assert count_of(dataset, "family") == TableCount("family", 1, 1, 0, 0, 1)


def test_a_reference_to_a_table_not_supplied_is_noticed_and_not_checked(draw: Draw) -> None:
    dataset = draw(family="family_id | district_code\nF1 | E07000192")
    noticed = [(f.rule, f.table, f.column) for f in dataset.findings.rows()]
    assert noticed == [("EH0006", "family", "district_code")]
    assert count_of(dataset, "family").used == 1


def test_all_faults_of_a_row_are_told_at_once(draw: Draw) -> None:
    dataset = draw(person="person_id | role | sex\nP1 | baby | boy")
    assert found(dataset) == [("EH0107", "refused", 2, "role"), ("EH0107", "blanked", 2, "sex")]
    assert count_of(dataset, "person") == TableCount("person", 1, 0, 1, 0, 0)


def test_white_space_and_fixed_spaces_around_a_value_are_taken_off(draw: Draw) -> None:
    dataset = draw(person="person_id | role\n\u00a0P1\u2007 | \tchild")
    assert dataset.connection.execute("SELECT person_id, role FROM person").fetchall() == [("P1", "child")]


def test_the_sentence_says_what_to_put_right(draw: Draw) -> None:
    dataset = draw(
        care_status="person_id | status | from_on | to_on\nP1 | looked_after | 2016-02-01 | 2016-01-03",
    )
    sentence = next(f.sentence for f in dataset.findings.rows() if f.rule == "EH0404")
    assert sentence == (
        "Row 2: `to_on` 2016-01-03 is before `from_on` 2016-02-01. Correct whichever is wrong in the case system."
    )


def test_a_date_of_birth_is_never_printed(draw: Draw) -> None:
    dataset = draw(
        person="person_id | role | date_of_birth\nP1 | child | 15.05.2009\nP2 | child | 2010-04-15",
        exclusion="person_id | kind | started_on\nP2 | suspension | 2009-01-05",
    )
    printed = " ".join(f"{f.value} {f.sentence}" for f in dataset.findings.rows())
    assert "EH0568Q" in {f.rule for f in dataset.findings.rows()}
    assert "15.05.2009" not in printed and "2010-04-15" not in printed and "(withheld)" in printed


def test_chinese_is_coded_as_in_the_census(draw: Draw) -> None:
    dataset = draw(person="person_id | role | ethnicity\nP1 | child | CHNE\nP2 | child | CNHE")
    assert found(dataset) == [("EH0107", "blanked", 3, "ethnicity")]


FORMS = """
form_id | respondent   | received_on
C1      | young_person | 2016-03-01
C2      | parent_carer | 2016-03-01
C3      | school       | 2016-03-01"""


@pytest.mark.parametrize(
    ("form", "theirs", "of_others"),
    [
        ("C1", "happy unsure sad", "1 2 3 4 5"),
        ("C2", "happy unsure sad", "1 2 3 4 5"),
        ("C3", "1 2 3 4 5", "happy sad"),
    ],
)
def test_an_answer_of_another_respondent_is_blanked(form: str, theirs: str, of_others: str, draw: Draw) -> None:
    answers = [*theirs.split(), "not_applicable", "", *of_others.split()]
    rows = [f"{form} | q{place} | {answer}" for place, answer in enumerate(answers)]
    dataset = draw(closing_form=FORMS, closing_answer="\n".join(["form_id | item | answer", *rows]))
    first = len(answers) - len(of_others.split())
    assert found(dataset) == [("EH0108", "blanked", row + 2, "answer") for row in range(first, len(answers))]
    kept = dataset.connection.execute("SELECT answer FROM closing_answer WHERE answer IS NOT NULL ORDER BY item")
    assert {row[0] for row in kept.fetchall()} == {*theirs.split(), "not_applicable"}
    assert count_of(dataset, "closing_answer") == TableCount(
        "closing_answer", len(answers), len(answers), 0, 0, len(answers) - first
    )


def test_the_sentence_names_the_answers_of_the_respondent(draw: Draw) -> None:
    dataset = draw(closing_form=FORMS, closing_answer="form_id | item | answer\nC2 | listened | 5")
    (finding,) = (f for f in dataset.findings.rows() if f.rule == "EH0108")
    assert (finding.key, finding.value) == ("C2; listened", "5")
    assert finding.sentence.startswith(
        "Row 2: `answer` 5 is not an answer of parents and carers: they answer happy, unsure, sad or not_applicable. "
    )


def test_answers_are_not_judged_by_forms_that_were_not_supplied(draw: Draw) -> None:
    dataset = draw(closing_answer="form_id | item | answer\nC2 | listened | 5")
    assert found(dataset) == []
    assert count_of(dataset, "closing_answer").blanked == 0


def test_a_number_may_have_a_sign_and_the_advice_does_not_forbid_it(draw: Draw) -> None:
    dataset = draw(
        target="measure | place_code | from_on | value\nm | E1 | 2016-01-01 | -3\nm | E2 | 2016-01-01 | +7\n"
        "m | E3 | 2016-01-01 | 7%"
    )
    assert found(dataset) == [("EH0104", "refused", 4, "value")]
    assert dataset.connection.execute("SELECT value FROM target ORDER BY value").fetchall() == [(-3,), (7,)]
    (advice,) = (f.advice for f in dataset.findings.rows())
    assert "with a minus sign" in advice and "without signs" not in advice


INVOLVEMENT = "involvement_id | family_id | district_code | started_on\nI1 | F1 | E07000192 | 2016-02-01"


def test_a_focus_that_loses_its_person_is_said_to_be_of_the_whole_family(draw: Draw) -> None:
    dataset = draw(
        family="family_id | district_code\nF1 | E07000999",
        district=DISTRICT,
        involvement=INVOLVEMENT,
        person="person_id | role\nP1 | baby\nP2 | child",
        focus="focus_id | involvement_id | person_id | focus_code | opened_on\n"
        "X1 | I1 | P1 | young_carer | 2016-02-01\nX2 | I1 | P9 | young_carer | 2016-02-01",
    )
    says = {f.rule + f.table: f.sentence for f in dataset.findings.rows() if f.effect == "blanked"}
    assert "so it is read as a need of the whole family." in says["EH0304focus"]
    assert "so it is read as a need of the whole family." in says["EH0302focus"]
    assert "so it is read as not recorded." in says["EH0302family"]


def test_a_row_refused_for_its_own_values_holds_no_key(draw: Draw) -> None:
    dataset = draw(person="person_id | role\nP1 | baby\nP1 | child\nP1 | other_adult")
    assert found(dataset) == [("EH0107", "refused", 2, "role"), ("EH0201", "refused", 4, "person_id")]
    assert dataset.connection.execute("SELECT role FROM person").fetchall() == [("child",)]


def test_a_first_row_refused_for_its_reference_has_already_pushed_out_the_others(draw: Draw) -> None:
    dataset = draw(
        family=FAMILY,
        consent="consent_id | family_id | decided_on | state\n"
        "C1 | F9 | 2016-01-01 | given\nC1 | F1 | 2016-01-01 | given",
    )
    assert found(dataset) == [("EH0301", "refused", 2, "family_id"), ("EH0201", "refused", 3, "consent_id")]
    assert count_of(dataset, "consent").used == 0
