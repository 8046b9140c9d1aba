"""The register of releases: read back as it was written, and refused when it was not."""

from __future__ import annotations

from datetime import date

import pytest

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.editions.register.entering import Released, enter_once
from earlyhelp.editions.register.past import hash_of_what_it_is_made_of, read_past
from earlyhelp.editions.register.register import REGISTER_FILE, read_register
from earlyhelp.measures.figures import Status
from earlyhelp.periods import read_period

COUNTY = "E10000099"
SPRING = read_period("2016-01-01", "2016-03-31")
HEADER = "measure,period_start,period_end,place_level,place_code,breakdown,count,out_of,value,unit,status,note\n"
FIGURES = HEADER + f"requests,2016-01-01,2016-03-31,county,{COUNTY},all,12,,12,requests,value,\n"
A_YEAR_EARLIER = HEADER + f"requests,2015-01-01,2015-03-31,county,{COUNTY},all,,,,requests,suppressed,\n"


def release(folder, text=FIGURES, made_of="a", *, county=COUNTY, on="2016-10-01", **beside):
    """Enter a release as `publish` does."""
    made_of = hash_of_what_it_is_made_of({"request.csv": made_of}, "school-report-card", SPRING, "county")
    past = read_past(folder, county, "public", made_of)
    released = Released(
        county, "school-report-card", SPRING, date(2016, 9, 15), "public", "county", made_of,
        {"figures.csv": text, **beside},
    )  # fmt: skip
    return enter_once(past, released, date.fromisoformat(on))


def test_a_register_that_is_not_there_yet_is_empty(tmp_path):
    assert read_register(tmp_path / "releases").entries == ()


def test_releases_are_read_back_with_their_figures_as_they_were_printed(tmp_path):
    entered = [
        release(tmp_path),
        release(tmp_path, made_of="b", on="2016-11-01", **{"figures_a_year_earlier.csv": A_YEAR_EARLIER}),
    ]
    register = read_register(tmp_path)
    assert list(register.entries) == entered
    assert [entry.number for entry in entered] == [1, 2]
    assert dict(entered[1].periods) == {
        "figures.csv": SPRING,
        "figures_a_year_earlier.csv": SPRING.same_period_last_year,
    }
    (hidden,) = register.figures(entered[1], "figures_a_year_earlier.csv")
    assert (hidden.status, hidden.count) == (Status.SUPPRESSED, None)


def test_it_says_to_whom_and_under_which_policy(tmp_path):
    entry = release(tmp_path)
    assert (entry.to_whom, entry.places) == ("anyone", "county")
    assert entry.policy == "below 5; county; district; school 0 to 4"


def test_the_same_release_is_entered_once(tmp_path):
    first = release(tmp_path)
    before = (tmp_path / REGISTER_FILE).read_bytes()
    assert release(tmp_path, on="2016-12-24") == first
    assert (tmp_path / REGISTER_FILE).read_bytes() == before


def test_the_same_release_with_other_figures_is_refused(tmp_path):
    release(tmp_path)
    with pytest.raises(CannotRead, match="as release 1 of 2016-10-01 with other figures"):
        release(tmp_path, FIGURES.replace("12", "13"))


def test_a_release_is_held_against_those_before_it_and_never_against_itself(tmp_path):
    first, second = release(tmp_path), release(tmp_path, made_of="b")
    past = read_past(tmp_path, COUNTY, "public", second.made_of)
    assert past.entries == (first,)
    assert past.same == second


def test_releases_of_another_county_are_not_held_against_it(tmp_path):
    release(tmp_path, county="E10000001")
    assert read_past(tmp_path, COUNTY, "public", "0" * 64).entries == ()


def tampered_figures(folder):
    path = folder / "0001" / "figures.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("12", "13"), encoding="utf-8")


def lost_figures(folder):
    (folder / "0001" / "figures.csv").unlink()


def lost_line(folder):
    header, _, second = (folder / REGISTER_FILE).read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / REGISTER_FILE).write_text(header + second, encoding="utf-8")


def lost_register(folder):
    (folder / REGISTER_FILE).unlink()


def torn_line(folder):
    text = (folder / REGISTER_FILE).read_text(encoding="utf-8")
    (folder / REGISTER_FILE).write_text(text[: len(text) - 40], encoding="utf-8")


@pytest.mark.parametrize(("damage", "sentence"), [
    (tampered_figures, "is not the file that was entered"),
    (lost_figures, "figures.csv is missing from the register"),
    (lost_line, "lacks a line"),
    (lost_register, "releases.csv is missing"),
    (torn_line, "is not a register as this program writes it"),
])  # fmt: skip
def test_a_damaged_register_is_refused_with_what_is_wrong_and_what_to_do(tmp_path, damage, sentence):
    release(tmp_path)
    release(tmp_path, made_of="b")
    damage(tmp_path)
    with pytest.raises(CannotRead, match=sentence) as refused:
        read_register(tmp_path)
    assert "Bring it back from a backup" in str(refused.value)


def test_a_run_that_was_interrupted_before_the_line_has_released_nothing(tmp_path):
    release(tmp_path)
    (tmp_path / "0002").mkdir()
    (tmp_path / "0002" / "figures.csv").write_text("half", encoding="utf-8")
    assert release(tmp_path, made_of="b").number == 2
    assert len(read_register(tmp_path).entries) == 2
