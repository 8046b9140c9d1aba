"""What the public sees of small publications, drawn so that each rule has one case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.gate import release, release_together
from earlyhelp.disclosure.own_school import release_to_school
from earlyhelp.disclosure.publication import EarlierRelease, ToRelease
from earlyhelp.measures.figures import Figure, Status
from earlyhelp.periods import Period
from tests.disclosure.drawn_figures import (
    AS_AT,
    COUNTY,
    NORTH,
    PERIOD,
    SOUTH,
    WEST,
    by_key_stage,
    counted,
    schools_of,
    shared,
)

JUNE = Period(date(2016, 1, 1), date(2016, 6, 30))
JULY = Period(date(2016, 7, 1), date(2016, 7, 31))


def public(figures: Sequence[Figure]) -> Release:
    return release(figures, audience="public", as_at=AS_AT)


def hidden(released: Release) -> set[tuple[str, str]]:
    """Place and breakdown of each hidden cell."""
    return {(cell.place_code, cell.breakdown) for cell in released.cells if cell.status is Status.SUPPRESSED}


def test_a_small_count_takes_others_with_it_so_that_no_total_gives_it_back() -> None:
    released = public(by_key_stage({COUNTY: (30, 33, 60), NORTH: (10, 3, 20), SOUTH: (8, 18, 22), WEST: (12, 12, 18)}))

    assert (NORTH[1], "key_stage=KS1") in hidden(released)
    of_north = {breakdown for place, breakdown in hidden(released) if place == NORTH[1]}
    of_key_stage = {place for place, breakdown in hidden(released) if breakdown == "key_stage=KS1"}
    assert len(of_north) > 1
    assert len(of_key_stage) > 1
    assert not any(0 < (cell.count or 0) < 5 for cell in released.cells)


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    figures = by_key_stage({COUNTY: (30, 40, 60), NORTH: (10, 20, 30), SOUTH: (20, 20, 30)})

    released = public(figures)

    assert [cell.figure for cell in released.cells] == figures
    assert released.changes == ()
    assert released.notice == ""


def test_a_zero_of_a_district_is_printed() -> None:
    released = public(by_key_stage({COUNTY: (30, 40), NORTH: (30, 0), SOUTH: (0, 40)}))

    assert hidden(released) == set()


def test_a_small_rest_hides_the_share_it_is_the_rest_of() -> None:
    released = public([shared("reviews_in_time", COUNTY, "all", 57, 60)])

    assert hidden(released) == {(COUNTY[1], "all")}
    assert [change.reason for change in released.changes] == ["few are left beside the count"]


def test_a_whole_group_in_one_answer_is_hidden() -> None:
    released = public([shared("closures_school_consulted", COUNTY, "all", 60, 60)])

    assert [change.reason for change in released.changes] == ["it is all or hardly anything but all of a group"]


def test_a_total_that_counts_everyone_by_its_definition_is_no_whole_group() -> None:
    bands = [shared("closure_duration", COUNTY, f"band={band}", count, 60)
             for band, count in (("12_and_over", 10), ("6_to_8", 20), ("9_to_11", 10), ("under_6", 20))]  # fmt: skip

    assert hidden(public([shared("closure_duration", COUNTY, "all", 60, 60), *bands])) == set()


def test_a_small_base_hides_the_share() -> None:
    released = public([shared("audit_agreement", COUNTY, "all", 0, 3)])

    assert [(change.became, change.reason) for change in released.changes] == [
        (Status.SUPPRESSED, "few are counted altogether")
    ]


def test_one_number_that_two_measures_print_is_hidden_in_both() -> None:
    released = public(
        [
            counted("requests", COUNTY, "all", 40),
            *(counted("requests", COUNTY, f"source_code={code}", count) for code, count in (("2A", 36), ("6", 4))),
            shared("requests_from_schools", COUNTY, "all", 36, 40),
        ]
    )

    assert {cell.measure for cell in released.cells if cell.status is Status.SUPPRESSED} >= {"requests_from_schools"}
    assert {cell.breakdown for cell in released.cells if cell.status is Status.SUPPRESSED} >= {"source_code=2A"}


def test_schools_show_nothing_below_five_not_even_nothing() -> None:
    schools = {**schools_of(NORTH, "900001", "900002", "900003", "900004"), **schools_of(SOUTH, "900005", "900006")}
    rows = {COUNTY: 57, NORTH: 36, SOUTH: 21}
    of_schools = dict(zip(schools, (12, 0, 3, 21, 9, 12), strict=True))
    figures = [counted("open_children", place, "all", count) for place, count in rows.items()]
    figures += [counted("open_children", ("school", urn), "all", count) for urn, count in of_schools.items()]

    (released,) = release_together(ToRelease((figures,), AS_AT, schools), audience="public")

    shown = {cell.place_code: cell.status for cell in released.cells if cell.place_level == "school"}
    assert shown["900002"] is shown["900003"] is Status.SUPPRESSED
    assert list(shown.values()).count(Status.SUPPRESSED) > 2  # 3 and 0 alone would be known to be below 5


def test_a_zero_of_a_school_that_its_district_gives_away_is_printed() -> None:
    schools = schools_of(NORTH, "900001", "900002")
    figures = [
        *by_key_stage({COUNTY: (30,), NORTH: (30,)}),
        *by_key_stage({("school", "900001"): (12,), ("school", "900002"): (18,)}),
    ]

    (released,) = release_together(ToRelease((figures,), AS_AT, schools), audience="public")

    assert {c.status for c in released.cells if c.place_level == "school" and "KS4" in c.breakdown} == {Status.ZERO}


def test_the_forum_sees_no_single_school() -> None:
    figures = [counted("open_children", COUNTY, "all", 60), counted("open_children", ("school", "900001"), "all", 30)]

    released = release(figures, audience="forum", as_at=AS_AT)

    assert {cell.place_level for cell in released.cells} == {"county"}


def test_a_head_sees_the_own_school_as_it_is_and_no_other() -> None:
    schools = schools_of(NORTH, "900001", "900002")
    figures = [
        counted("open_children", NORTH, "all", 60),
        counted("open_children", ("school", "900001"), "all", 2),
        counted("open_children", ("school", "900002"), "all", 50),
        counted("children_closed", ("school", "900001"), "all", 3),
    ]
    (for_all,) = release_together(ToRelease((figures,), AS_AT, schools), audience="school")

    released = release_to_school(for_all, figures, "900001")

    assert {(c.measure, c.place_code): c.count for c in released.cells if c.place_level == "school"} == {
        ("open_children", "900001"): 2,
        ("children_closed", "900001"): None,
    }


def test_a_table_of_small_numbers_is_refused_at_its_level() -> None:
    figures = [
        counted("joint_audits", COUNTY, "all", 16),
        *(counted("joint_audits", ("district", f"E0700090{n}"), "all", n % 4 + 1) for n in range(1, 7)),
    ]

    released = public(figures)

    assert released.refused == ("joint_audits is not shown for districts: hardly any number in it could be.",)
    assert [cell.status for cell in released.cells] == [Status.VALUE, *[Status.SUPPRESSED] * 6]


def test_what_earlier_editions_printed_counts_as_known() -> None:
    """North had 9 to June; 11 to July would say that two came in July."""
    now = by_key_stage({COUNTY: (41, 40), NORTH: (11, 20), SOUTH: (30, 20)})
    june = by_key_stage({COUNTY: (30, 40), NORTH: (9, 20), SOUTH: (21, 20)}, JUNE)
    july = by_key_stage({COUNTY: (11, 0), NORTH: (2, 0), SOUTH: (9, 0)}, JULY)
    asked = ToRelease((now,), AS_AT, earlier=(EarlierRelease("1", june, june),), between=(july,))

    (alone,) = release_together(ToRelease((now,), AS_AT), audience="public")
    (after,) = release_together(asked, audience="public")

    assert hidden(alone) == set()
    assert (NORTH[1], "key_stage=EYFS") in hidden(after)


def test_an_edition_made_again_hides_the_same() -> None:
    now = by_key_stage({COUNTY: (30, 33, 60), NORTH: (10, 3, 20), SOUTH: (8, 18, 22), WEST: (12, 12, 18)})
    first = public(now)
    printed = [cell.figure for cell in first.cells]

    (again,) = release_together(
        ToRelease((now,), AS_AT, earlier=(EarlierRelease("1", printed, now),)), audience="public"
    )

    assert again.cells == first.cells


def test_an_estimate_is_printed_no_finer_than_five_of_its_spells() -> None:
    measured = Decimal("0.482759")
    figures = [
        Figure("time_to_closure", PERIOD, *place, "window=6", None, spells, measured, "share", Status.VALUE)
        for place, spells in ((COUNTY, 2000), (NORTH, 120), (SOUTH, 30))
    ]

    released = public(figures)

    assert [cell.value for cell in released.cells] == [Decimal("0.48"), Decimal("0.50"), None]


@pytest.mark.parametrize("audience", ["public", "forum", "school"])
def test_every_protecting_audience_takes_every_figure_of_staffing(audience: str) -> None:
    figure = Figure(
        "staffing_level", PERIOD, *NORTH, "month=2016-03", Decimal("3.5"), Decimal(4), Decimal("0.875000"), "share of "
        "establishment", Status.VALUE,
    )  # fmt: skip

    assert [cell.figure for cell in release([figure], audience=audience, as_at=AS_AT).cells] == [figure]


def test_few_between_two_looks_back_hide_the_shorter_one() -> None:
    shares = [shared("re_requests", COUNTY, f"window={window}", count, 400) for window, count in ((12, 71), (6, 70))]

    assert hidden(public(shares)) == {(COUNTY[1], "window=6")}


def test_many_between_two_looks_back_hide_neither() -> None:
    shares = [shared("re_requests", COUNTY, f"window={window}", count, 400) for window, count in ((12, 71), (6, 60))]

    assert hidden(public(shares)) == set()


@pytest.mark.parametrize(("in_july", "is_hidden"), [(52, True), (57, False), (50, False)])
def test_few_who_came_since_an_earlier_release_hide_the_longer_period(in_july: int, is_hidden: bool) -> None:
    focus = "focus_code=poor_attendance"
    may = [shared("children_with_focus", COUNTY, focus, 50, 400)._replace(period=JUNE)]
    july = [shared("children_with_focus", COUNTY, focus, in_july, 450)]

    asked = ToRelease((july,), AS_AT, earlier=(EarlierRelease("1", may, may),))
    (released,) = release_together(asked, audience="public")

    assert (hidden(released) == {(COUNTY[1], focus)}) is is_hidden


def test_a_part_with_more_rows_than_its_district_leaves_for_its_schools_is_hidden() -> None:
    schools = schools_of(NORTH, "900001", "900002")
    # Five children of the school live in the other district; a reader would think that the district has room for ten.
    figures = [
        *(counted("open_children", place, "all", count) for place, count in ((COUNTY, 80), (NORTH, 40), (SOUTH, 40))),
        *(counted("open_children", place, f"phase={phase}", count)
          for place, phases in ((COUNTY, (40, 40)), (NORTH, (10, 30)), (SOUTH, (30, 10)))
          for phase, count in zip(("primary", "not_known"), phases, strict=True)),
        counted("open_children", ("school", "900001"), "all", 15),
        counted("open_children", ("school", "900002"), "all", 2),
    ]  # fmt: skip

    (released,) = release_together(ToRelease((figures,), AS_AT, schools), audience="public")

    assert {(NORTH[1], "phase=primary"), (NORTH[1], "phase=not_known")} <= hidden(released)
