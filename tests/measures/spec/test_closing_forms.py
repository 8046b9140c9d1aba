"""closing_forms, what families and schools say in them, at both ends of the scale, and how many came back."""

from __future__ import annotations

from earlyhelp.measures.figures import Status
from tests.measures.spec.drawn import cell, figures_of, has_cell

FORMS, ANSWERS, LEFT_OUT = "closing_forms", "closing_form_answers", "closing_form_answers_left_out"
SCALE, RETURNED = "closing_form_scale", "closing_forms_returned"

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


def test_both_ends_and_the_middle_of_the_scale_add_up_to_the_answers_given() -> None:
    figures = figures_of(SCALE, ANSWERS, closing_form=RECEIVED, closing_answer="""
        form_id | item     | answer
        F1      | listened | happy
        F2      | listened | unsure
        F3      | listened | sad
        F4      | listened | not_applicable
        F5      | listened | sad
        """)  # fmt: skip
    ends = [
        cell(figures, SCALE, breakdown=f"item=listened;outcome={end};respondent=young_person")
        for end in ("positive", "middle", "negative")
    ]
    assert [end.count for end in ends] == [1, 1, 2]
    assert {end.out_of for end in ends} == {1 + 1 + 2}
    assert ends[0].value == cell(figures, ANSWERS, breakdown="item=listened;respondent=young_person").value
    assert not has_cell(figures, SCALE)


def test_a_school_is_in_the_middle_at_3_and_dissatisfied_below() -> None:
    figures = figures_of(SCALE, closing_form="""
        form_id | received_on
        F1      | 2016-02-01
        F2      | 2016-02-01
        F3      | 2016-02-01
        F4      | 2016-02-01
        """, closing_answer="""
        form_id | item    | answer
        F1      | service | 5
        F2      | service | 3
        F3      | service | 2
        F4      | service | 1
        """)  # fmt: skip
    counts = {
        end: cell(figures, SCALE, breakdown=f"item=service;outcome={end};respondent=school").count
        for end in ("positive", "middle", "negative")
    }
    assert counts == {"positive": 1, "middle": 1, "negative": 1 + 1}


def test_without_questionnaires_the_scale_is_not_collected_rather_than_silent() -> None:
    figures = figures_of(SCALE, absent={"closing_form", "closing_answer"})
    assert {figure.breakdown for figure in figures if figure.measure == SCALE} == {"all"}
    assert cell(figures, SCALE).status == Status.NOT_COLLECTED


def test_a_form_that_came_back_belongs_to_the_offer_for_its_involvement_and_respondent() -> None:
    figures = figures_of(RETURNED, involvement="""
        involvement_id | district_code
        I1             | North
        I2             | North
        I3             | South
        """, closing_offer="""
        involvement_id | respondent   | offered_on
        I1             | young_person | 2016-02-01
        I2             | young_person | 2016-03-01
        I3             | young_person | 2016-07-31
        I3             | parent_carer | 2016-07-31
        I2             | school       | 2015-12-31
        """, closing_form="""
        form_id | respondent   | received_on | involvement_id
        F1      | young_person | 2016-02-20  | I1
        F2      | young_person | 2016-02-21  | I1
        F3      | parent_carer | 2016-03-20  | I2
        F4      | young_person | 2016-08-15  | I3
        F5      | young_person | 2016-03-20  |
        """, as_at="2016-08-31")  # fmt: skip
    young = cell(figures, RETURNED, breakdown="respondent=young_person")
    assert (young.count, young.out_of) == (1 + 1, 1 + 1 + 1)  # I1 once, I3 after the period; I2 sent none of its own
    assert cell(figures, RETURNED, "South", "respondent=young_person").count == 1
    assert cell(figures, RETURNED, breakdown="respondent=parent_carer").status == Status.ZERO
    assert cell(figures, RETURNED, breakdown="respondent=school").status == Status.NOT_APPLICABLE


def test_without_the_offers_nothing_can_be_said_of_what_came_back() -> None:
    figures = figures_of(RETURNED, absent={"closing_offer"})
    assert cell(figures, RETURNED, breakdown="respondent=school").status == Status.NOT_COLLECTED
