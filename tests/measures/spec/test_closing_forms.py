"""closing_forms, closing_form_answers and closing_form_answers_left_out: what families and schools say."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of, has_cell

FORMS, ANSWERS, LEFT_OUT = "closing_forms", "closing_form_answers", "closing_form_answers_left_out"

RECEIVED = """
form_id | respondent   | received_on | district_code
F1      | young_person | 2016-02-01  | North
F2      | young_person | 2016-02-01  | North
F3      | young_person | 2016-02-01  |
F4      | young_person | 2016-02-01  | North
F5      | young_person | 2016-02-01  | North
"""


def test_forms_count_by_the_day_they_came_back_and_by_who_filled_them_in() -> None:
    figures = figures_of(FORMS, closing_form="""
        respondent   | received_on | district_code
        school       | 2015-12-31  | North
        school       | 2016-01-01  | North
        parent_carer | 2016-07-31  |
        parent_carer | 2016-08-01  | North
        """)  # fmt: skip
    assert cell(figures, FORMS).count == 1 + 1
    assert cell(figures, FORMS, breakdown="respondent=school").count == 1
    assert cell(figures, FORMS, breakdown="respondent=parent_carer").count == 1
    assert cell(figures, FORMS, breakdown="respondent=young_person").status == Status.ZERO
    assert cell(figures, FORMS, "North").count == 1


def test_a_family_is_happy_or_not_and_what_was_not_answered_is_counted_apart() -> None:
    figures = figures_of(ANSWERS, LEFT_OUT, closing_form=RECEIVED, closing_answer="""
        form_id | item     | answer
        F1      | listened | happy
        F2      | listened | unsure
        F3      | listened | sad
        F4      | listened | not_applicable
        F5      | listened |
        """)  # fmt: skip
    listened = "item=listened;respondent=young_person"
    answers = cell(figures, ANSWERS, breakdown=listened)
    assert (answers.count, answers.out_of) == (1, 1 + 1 + 1)
    assert cell(figures, LEFT_OUT, breakdown=listened).count == 1 + 1
    assert cell(figures, ANSWERS, "North", listened).out_of == 1 + 1  # F3 has no district
    assert not has_cell(figures, ANSWERS)
    assert not has_cell(figures, LEFT_OUT)


def test_a_school_is_satisfied_at_4_and_5() -> None:
    figures = figures_of(ANSWERS, closing_form="""
        form_id | received_on
        F1      | 2016-02-01
        F2      | 2016-02-01
        F3      | 2016-02-01
        F4      | 2016-02-01
        """, closing_answer="""
        form_id | item    | answer
        F1      | progress | 5
        F2      | progress | 4
        F3      | progress | 3
        F4      | progress | 1
        """)  # fmt: skip
    found = cell(figures, ANSWERS, breakdown="item=progress;respondent=school")
    assert (found.count, found.out_of) == (1 + 1, 4)


def test_the_items_written_are_those_seen_in_the_dataset_even_outside_the_period() -> None:
    figures = figures_of(ANSWERS, LEFT_OUT, closing_form="""
        form_id | respondent   | received_on
        F1      | parent_carer | 2015-06-01
        F2      | parent_carer | 2016-02-01
        """, closing_answer="""
        form_id | item     | answer
        F1      | explained | happy
        F2      | listened  | not_applicable
        """)  # fmt: skip
    old, new = "item=explained;respondent=parent_carer", "item=listened;respondent=parent_carer"
    assert cell(figures, ANSWERS, breakdown=old).status == Status.NOT_APPLICABLE
    assert cell(figures, LEFT_OUT, breakdown=old).status == Status.ZERO
    assert cell(figures, ANSWERS, breakdown=new).status == Status.NOT_APPLICABLE  # nobody answered
    assert cell(figures, LEFT_OUT, breakdown=new).count == 1
    assert not has_cell(figures, ANSWERS, breakdown="item=listened;respondent=school")


def test_forms_without_their_answers_are_still_counted() -> None:
    figures = figures_of(FORMS, ANSWERS, LEFT_OUT, closing_form=RECEIVED, absent={"closing_answer"})
    assert cell(figures, FORMS).count == 5
    assert {f.status for f in figures if f.measure in (ANSWERS, LEFT_OUT)} == {Status.NOT_COLLECTED}
