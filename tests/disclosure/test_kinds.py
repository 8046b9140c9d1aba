"""Figures that count the same thing have the same kind, whatever measures they belong to."""

from __future__ import annotations

import pytest

from earlyhelp.disclosure.kinds import Kind, conditions_of, counted
from earlyhelp.measures.declare import OverTime


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (counted("requests", "all").count, counted("requests_from_schools", "all").out_of),
        (counted("requests", "source_code=2A").count, counted("requests_from_schools", "all").count),
        (counted("requests", "all").count, counted("re_requests", "window=6").out_of),
        (counted("requests", "month=2016-01").count, counted("requests", "all").count),
        (counted("open_children", "all").count, counted("open_children_by_sen", "sen_provision=K").out_of),
        (counted("children_closed", "all").count, counted("closure_duration", "band=under_6").out_of),
        (counted("closures", "all").count, counted("closures_signed_off", "all").out_of),
        (counted("referrals_known", "all").count, counted("referrals_stepped_up", "all").out_of),
        (counted("link_meetings", "outcome=held").count, counted("link_meetings_held", "all").count),
        (
            counted("closing_form_scale", "item=better;outcome=positive;respondent=school").count,
            counted("closing_form_answers", "item=better;respondent=school").count,
        ),
        (
            counted("children_with_focus", "focus_code=bullying;key_stage=KS1").out_of,
            Kind("children", frozenset({"is_school_age"}), (("key_stage", "KS1"),)),
        ),
    ],
)
def test_what_two_measures_both_count_is_one_kind(one: Kind | None, other: Kind | None) -> None:
    assert one is not None
    assert one == other


def test_an_estimate_has_an_out_of_and_no_count() -> None:
    told = counted("time_to_closure", "window=6")

    assert told.count is None
    assert told.out_of == Kind("involvements", frozenset(), ())


def test_the_month_of_a_figure_is_time_and_no_value() -> None:
    told = counted("requests", "month=2016-03")

    assert (told.month, told.count and told.count.parts) == ("2016-03", ())


@pytest.mark.parametrize(
    ("measure", "over_time"),
    [("requests", OverTime.EVENTS), ("children_closed", OverTime.EVENTS), ("open_children", OverTime.LAST_DAY),
     ("open_involvements", OverTime.LAST_DAY), ("children_with_both", OverTime.DURING)],
)  # fmt: skip
def test_a_condition_says_how_counts_of_two_periods_belong_together(measure: str, over_time: OverTime) -> None:
    kind = counted(measure, "all").count

    assert kind is not None
    assert kind.over_time is over_time


def test_conditions_are_told_apart_at_each_and() -> None:
    assert conditions_of("is_open AND is_school_age") == {"is_open", "is_school_age"}
    assert conditions_of("day BETWEEN 1 AND 2") == {"day BETWEEN 1 AND 2"}
    assert conditions_of("TRUE") == frozenset()
