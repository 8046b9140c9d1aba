"""Promises are followed from edition to edition: none vanishes, each is told once as kept, then leaves."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.disclosure.cells import Release
from earlyhelp.disclosure.gate import release
from earlyhelp.editions.promises.following import Followed, Follower, as_it_stood, check_none_missing
from earlyhelp.editions.promises.record import PROMISES_FILE, Recorded, read_record, record_json
from earlyhelp.measures.figures import Figure, Status, share
from earlyhelp.periods import Period
from earlyhelp.places import PlaceRegister, SchoolRecord
from earlyhelp.publications.promised import OTHER_DEFINITION, Standing
from earlyhelp.report.actions import Action, Evidence, Said, SaidOn

SPRING, SUMMER = Period(date(2016, 1, 1), date(2016, 3, 31)), Period(date(2016, 4, 1), date(2016, 7, 31))
COUNTY = "E10000099"
PLACES = PlaceRegister.build(
    COUNTY, "Borsetshire", [("E07000901", "Ambridge", None)],
    [SchoolRecord("900001", "Oakfield", "primary", "primary", "E07000901", None, None, None)],
)  # fmt: skip
HELD = Evidence("link_meetings_held", "all", "", "higher")
NEW = Action("P1", "Hold more link meetings.", "Team managers", date(2016, 6, 16), date(2016, 9, 1))
DONE = SaidOn(date(2016, 9, 10), Said.DONE)
IN_SPRING, IN_SUMMER = date(2016, 6, 15), date(2016, 9, 15)


def held(count: int | None, period: Period, code: str = COUNTY, level: str = "county") -> Figure:
    status = Status.SUPPRESSED if count is None else Status.VALUE
    value = None if count is None else share(count, 200)
    out_of = None if count is None else 200
    return Figure("link_meetings_held", period, level, code, "all", count, out_of, value, "share of meetings", status)


def released(*figures: Figure) -> Release:
    return release(figures, audience="internal", as_at=IN_SUMMER)


def followed(*actions: Action, earlier: dict[str, Recorded] | None = None, as_at=IN_SUMMER, now=()) -> Followed:
    return Follower(released(*now), PLACES, earlier or {}, as_at).follow({"link-meetings": actions})


def recorded(of: Followed) -> dict[str, Recorded]:
    return {each.id: each for each in of.records}


def numbers(of: Followed) -> tuple[object, object]:
    """The figure then and now of the one promise told."""
    judged = of.told[0].judged
    assert judged is not None
    return judged.then and judged.then.count, judged.now and judged.now.count


def standings(of: Followed) -> list[tuple[str, Standing]]:
    return [(each.action.id, each.standing) for each in of.told]


def test_a_promise_made_after_the_records_end_is_new_and_stands_on_its_page_alone():
    spring = followed(NEW, as_at=IN_SPRING)
    assert (spring.told, spring.to_do) == ((), {"link-meetings": (NEW,)})
    summer = followed(NEW, earlier=recorded(spring))
    assert standings(summer) == [("P1", Standing.NOTHING_SAID)]
    assert summer.to_do == {"link-meetings": (NEW,)}
    assert summer.told[0].is_overdue


def test_what_is_kept_is_told_once_and_then_leaves():
    done = replace(NEW, said=(DONE,))
    summer = followed(done, earlier=recorded(followed(NEW, as_at=IN_SPRING)))
    assert (standings(summer), summer.to_do) == ([("P1", Standing.KEPT)], {})
    autumn = followed(done, earlier=recorded(summer), as_at=date(2017, 1, 16))
    assert (autumn.told, autumn.to_do) == ((), {})
    assert recorded(autumn)["P1"].standing is Standing.KEPT


def test_what_was_done_before_any_card_promised_it_is_told_all_the_same():
    assert standings(followed(replace(NEW, said=(DONE,)), as_at=IN_SPRING)) == [("P1", Standing.KEPT)]


def test_a_promise_that_is_gone_from_the_file_is_named():
    left_open = recorded(followed(NEW, as_at=IN_SPRING))
    with pytest.raises(
        ValueError, match=r'spring promised "Hold more link meetings\." \(P1\), and the file .* no longer'
    ):
        check_none_missing({}, left_open, "spring")
    check_none_missing({"drift": (NEW,)}, left_open, "spring")


def test_a_promise_that_was_told_as_kept_may_be_taken_out_of_the_file():
    kept = {"P1": Recorded("P1", "Hold more link meetings.", None, Standing.KEPT)}
    check_none_missing({}, kept, "spring")
    assert followed(earlier=kept).told == ()


def test_its_figure_is_set_beside_that_of_the_first_card_that_had_it():
    action = replace(NEW, evidence=HELD)
    spring = followed(action, as_at=IN_SPRING, now=[held(100, SPRING)])
    summer = followed(action, earlier=recorded(spring), now=[held(110, SUMMER)])
    autumn_term = Period(date(2016, 9, 1), date(2016, 12, 31))
    autumn = followed(action, earlier=recorded(summer), as_at=date(2017, 1, 16), now=[held(150, autumn_term)])
    assert [numbers(each) for each in (summer, autumn)] == [(100, 110), (100, 150)]
    assert standings(summer) == [("P1", Standing.NOTHING_SAID)]
    assert standings(autumn) == [("P1", Standing.KEPT)]


def test_a_figure_that_is_counted_in_another_way_now_is_not_compared():
    action = replace(NEW, evidence=HELD)
    spring = recorded(followed(action, as_at=IN_SPRING, now=[held(100, SPRING)]))
    spring["P1"] = replace(spring["P1"], definition="0" * 64)
    (told,) = followed(action, earlier=spring, now=[held(150, SUMMER)]).told
    assert told.judged is not None
    assert told.judged.why_not_comparable == OTHER_DEFINITION


def test_who_judges_by_another_figure_starts_anew():
    spring = recorded(followed(replace(NEW, evidence=HELD), as_at=IN_SPRING, now=[held(100, SPRING)]))
    of_ambridge = replace(NEW, evidence=replace(HELD, place="Ambridge"))
    summer = followed(of_ambridge, earlier=spring, now=[held(150, SUMMER, "E07000901", "district")])
    judged = summer.told[0].judged
    assert judged is not None
    assert (judged.then, judged.now and judged.now.count, judged.place.name) == (None, 150, "Ambridge")
    assert recorded(summer)["P1"].first_figure == judged.now


def test_a_hidden_figure_stays_hidden_in_the_record():
    spring = followed(replace(NEW, evidence=HELD), as_at=IN_SPRING, now=[held(None, SPRING)])
    text = record_json(spring.records)
    written = json.loads(text)["promises"][0]["figure"]
    assert (written["status"], written["count"], written["value"]) == ("suppressed", None, None)


def test_a_day_that_was_moved_is_told_with_the_one_that_was_promised():
    spring = recorded(followed(NEW, as_at=IN_SPRING))
    later = replace(NEW, due_on=date(2016, 12, 31))
    (told,) = followed(later, earlier=spring).told
    assert (told.first_due_on, told.is_overdue) == (date(2016, 9, 1), False)
    assert recorded(followed(later, earlier=spring))["P1"].due_on == date(2016, 9, 1)


@pytest.mark.parametrize(("place", "said"), [("Felpersham", "cannot be found"), ("900001", "figures of one school")])
def test_a_place_that_cannot_judge_is_refused_with_the_promise(place, said):
    with pytest.raises(ValueError, match=said):
        followed(replace(NEW, evidence=replace(HELD, place=place)))


def test_the_file_as_it_stood_knows_nothing_of_later_days():
    told = SaidOn(date(2016, 7, 1), Said.UNDER_WAY)
    actions = {"link-meetings": (replace(NEW, said=(told, DONE)), replace(NEW, id="P2", promised_on=date(2016, 9, 22)))}
    assert as_it_stood(actions, date(2016, 7, 1)) == {"link-meetings": (replace(NEW, said=(told,)),)}


def test_the_record_is_read_back_as_it_was_written(tmp_path):
    action = replace(NEW, evidence=HELD)
    records = (
        *followed(action, now=[held(100, SUMMER)]).records,
        *followed(replace(NEW, id="P2", due_on=None)).records,
    )
    path = tmp_path / PROMISES_FILE
    path.write_text(record_json(records), encoding="utf-8")
    assert read_record(path, IN_SUMMER) == {each.id: each for each in records}
    assert read_record(tmp_path / "none", IN_SUMMER) == {}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"promises": [{"id": "P1"}]}', '{"promises": [1]}'])
def test_a_record_that_is_none_is_refused(tmp_path, text):
    path = tmp_path / PROMISES_FILE
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CannotRead, match="is not the record of promises"):
        read_record(path, IN_SUMMER)
