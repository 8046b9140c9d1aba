"""Sheets whose rows tell of more than one thing: which tables are made of them, and of which rows."""

from __future__ import annotations

from earlyhelp.extracts.mapping.declare import TableRule
from earlyhelp.extracts.proposals.propose import propose
from tests.extracts.proposals.drawn_sheets import Drawn, count, day, digits, district, of, sheet, some
from tests.extracts.proposals.mixed_layouts import (
    a_tracker_of_reviews_and_decisions,
    cases_with_a_step_up_and_a_dispute,
    on,
    staff_and_their_absences,
    visits_with_the_school_list,
)


def tables_of(drawn: list[Drawn]) -> dict[str, TableRule]:
    return {rule.name: rule for rule in propose([each.sheet for each in drawn], "E10000028").mapping.tables}


def test_a_second_subject_is_read_from_the_same_source_only_where_its_columns_are_filled() -> None:
    tables = tables_of(a_tracker_of_reviews_and_decisions())
    assert tables["management_decision"].source == tables["review"].source
    assert tables["management_decision"].only_if_filled == ("Management decision no.",)
    assert tables["management_decision"].columns["involvement_id"].names == ("Plan number",)


def test_two_further_subjects_may_join_and_share_the_id_of_the_row() -> None:
    tables = tables_of(cases_with_a_step_up_and_a_dispute())
    ids = [tables[name].columns["involvement_id"].names for name in ("involvement", "step_up", "disagreement")]
    assert set(ids) == {("Case no.",)}
    assert tables["step_up"].only_if_filled == ("Step up requested",)
    assert not tables["involvement"].only_if_filled


def test_what_several_rows_say_of_one_school_or_worker_refuses_none_of_them() -> None:
    school = tables_of(visits_with_the_school_list())["school"]
    assert {str(rule.take) for column, rule in school.columns.items() if column != "urn"} == {"last"}
    worker = tables_of(staff_and_their_absences())["worker"]
    assert worker.columns["fte"].take == "last" and worker.columns["worker_id"].take is None


def test_rows_without_the_main_subject_are_left_out_of_it_too_once_another_joins() -> None:
    tracker = sheet("QA tracker.csv", "", [
        ("Episode ref", "", count(500)), ("District", "", district),
        ("Audit no.", "", on(count(1), 2)), ("Audit drawn on", "", on(day, 2)), ("Audit grade", "", on(of("Good"), 2)),
        ("Review no.", "", on(count(1), 2, 1)), ("Review due", "", on(day, 2, 1)), ("Review held", "", on(day, 2, 1)),
    ])  # fmt: skip
    telling = {name: rule.only_if_filled for name, rule in tables_of([tracker]).items()}
    assert telling == {"case_audit": ("Audit no.",), "review": ("Review no.",)}


def test_a_lone_column_or_a_table_that_would_lack_something_does_not_join() -> None:
    drawn = sheet("Audits.csv", "", [
        ("Audit no.", "", count(1)), ("Episode ref", "", digits(500, 540)), ("District", "", district),
        ("Drawn on", "", day), ("Audit grade", "", of("Good", "Requires improvement")),
        ("Review held", "", some(day)), ("Consent date", "", day), ("Consent expires", "", day),
    ])  # fmt: skip
    assert set(tables_of([drawn])) == {"case_audit"}


def test_a_question_answered_as_those_beside_it_is_one_of_them() -> None:
    faces = of("Happy face", "Sad face", "Not sure face")
    drawn = sheet("Closing views.csv", "", [
        ("Form no", "", count(1)), ("Date received", "", day), ("Who filled this in?", "", of("Parent")),
        *((f"Q{n} How was part {n}", "", faces) for n in (1, 2, 3)), ("Q4 How was part 4", "", of("")),
    ])  # fmt: skip
    source = next(iter(propose([drawn.sheet]).mapping.sources.values()))
    assert source.unpivot and len(source.unpivot.columns) == 4
