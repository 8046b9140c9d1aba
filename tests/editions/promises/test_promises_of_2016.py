"""The promises of 2016, carried over three terms and a fourth card: none is lost, each is told until it is settled."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from earlyhelp.disclosure.gate import release
from earlyhelp.editions.promises.actions_file import read_actions
from earlyhelp.editions.promises.following import Followed, Follower, as_it_stood, check_none_missing
from earlyhelp.editions.promises.record import PROMISES_FILE, Recorded, read_record, record_json
from earlyhelp.measures.figures import Figure, Status, share
from earlyhelp.periods import Period
from earlyhelp.places import PlaceRegister
from earlyhelp.publications.promised import Standing

FILE = Path(__file__).parents[3] / "examples" / "promises_2016" / "actions.toml"
COUNTY = "E10000099"
PLACES = PlaceRegister.build(COUNTY, "Borsetshire", [])


class Term(NamedTuple):
    """One card: its period, the last day of its records, the day on which it goes out, the figures that judge."""

    period: Period
    as_at: date
    out_on: date
    figures: tuple[tuple[str, str, int, int | None], ...]


TERMS = (
    Term(Period(date(2016, 1, 1), date(2016, 3, 31)), date(2016, 6, 15), date(2016, 6, 16), (
        ("joint_audits", "all", 8, None), ("closing_forms", "all", 154, None),
        ("closures_school_consulted", "all", 204, 300), ("link_meetings_held", "all", 500, 600),
        ("open_children_by_care_status", "care_status=none", 900, 1000),
    )),
    Term(Period(date(2016, 4, 1), date(2016, 7, 31)), date(2016, 9, 15), date(2016, 9, 22), (
        ("joint_audits", "all", 30, None), ("closing_forms", "all", 205, None),
        ("closures_school_consulted", "all", 210, 300), ("link_meetings_held", "all", 510, 600),
        ("open_children_by_care_status", "care_status=none", 800, 1000),
    )),
    Term(Period(date(2016, 9, 1), date(2016, 12, 31)), date(2017, 1, 16), date(2017, 1, 23), (
        ("joint_audits", "all", 34, None), ("closing_forms", "all", 206, None),
        ("closures_school_consulted", "all", 289, 300), ("link_meetings_held", "all", 555, 600),
        ("open_children_by_care_status", "care_status=none", 780, 1000),
    )),
    Term(Period(date(2017, 1, 1), date(2017, 3, 31)), date(2017, 4, 18), date(2017, 4, 25), ()),
)  # fmt: skip


def figure(measure: str, period: Period, breakdown: str, count: int, out_of: int | None) -> Figure:
    value = count if out_of is None else share(count, out_of)
    return Figure(measure, period, "county", COUNTY, breakdown, count, out_of, value, "unit", Status.VALUE)


def play(term: Term, earlier: dict[str, Recorded]) -> Followed:
    faults: list[str] = []
    actions = read_actions(FILE, faults)
    assert faults == []
    check_none_missing(actions, earlier, "the card before")
    figures = [figure(name, term.period, by, count, out_of) for name, by, count, out_of in term.figures]
    now = release(figures, audience="internal", as_at=term.as_at)
    return Follower(now, PLACES, earlier, term.as_at).follow(as_it_stood(actions, term.out_on))


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> list[Followed]:
    """Each card is given what the one before has written."""
    path = tmp_path_factory.mktemp("cards") / PROMISES_FILE
    played: list[Followed] = []
    for number, term in enumerate(TERMS):
        earlier = read_record(path, TERMS[number - 1].as_at) if number else {}
        played.append(play(term, dict(earlier)))
        path.write_text(record_json(played[-1].records), encoding="utf-8")
    return played


def told(card: Followed) -> dict[str, Standing]:
    return {each.action.id: each.standing for each in card.told}


def of_standing(card: Followed, *standings: Standing) -> list[str]:
    return sorted(name for name, standing in told(card).items() if standing in standings)


def test_the_first_card_promises_and_has_nothing_to_tell(cards):
    assert cards[0].told == ()
    assert sum(map(len, cards[0].to_do.values())) == 13


def test_the_second_card_opens_with_what_became_of_the_first_ones(cards):
    assert len(cards[1].told) == 13
    assert of_standing(cards[1], Standing.KEPT) == ["P06", "P07", "P09", "P24"]
    assert [each.action.id for each in cards[1].told if each.is_overdue] == ["P08", "P22"]
    assert sum(map(len, cards[1].to_do.values())) == 26 - 4


def test_the_third_card_no_longer_tells_what_was_kept_before(cards):
    assert set(told(cards[2])) == {f"P{number:02d}" for number in range(1, 27)} - {"P06", "P07", "P09", "P24"}
    assert of_standing(cards[2], Standing.KEPT) == ["P01", "P02", "P12", "P13", "P18", "P23"]
    assert of_standing(cards[2], Standing.DROPPED) == ["P17", "P20"]
    overdue = [each.action.id for each in cards[2].told if each.is_overdue]
    assert sorted(overdue) == ["P03", "P05", "P08", "P11", "P19", "P22", "P25"]


def test_figures_judge_what_they_can_and_no_more(cards):
    judged = {each.action.id: each.judged for each in cards[2].told if each.judged}
    assert judged["P12"].then.period == TERMS[1].period  # promised with the second card
    assert judged["P23"].then.period == TERMS[0].period
    assert judged["P12"].has_reached
    assert judged["P23"].has_reached
    assert judged["P08"].verdict == "no_clear_change"
    assert "one day" in judged["P04"].why_not_comparable


def test_no_promise_is_lost_on_the_way(cards):
    settled: set[str] = set()
    for card in cards[1:]:
        assert settled.isdisjoint(told(card))
        settled |= {name for name, standing in told(card).items() if not standing.is_open}
    still_open = {action.id for actions in cards[-1].to_do.values() for action in actions}
    assert settled | still_open == {f"P{number:02d}" for number in range(1, 27)}
    assert settled & still_open == set()
    assert set(told(cards[-1])) == still_open
    assert len(still_open) == 14
