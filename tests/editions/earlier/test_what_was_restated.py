"""What an edition says of an earlier one of the same period."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.dataset.source import open_dataset
from earlyhelp.editions.earlier.earlier_edition import read_earlier_edition
from earlyhelp.editions.earlier.restate import Comparison, compare
from earlyhelp.editions.edition import publish
from earlyhelp.editions.figures_of_edition import figures_of_edition
from earlyhelp.editions.manner import Manner
from earlyhelp.editions.places_asked import places_asked, read_places
from earlyhelp.editions.private.pseudonyms import key_for
from earlyhelp.periods import Period
from earlyhelp.places import Place
from earlyhelp.publications.restated import Restated, RowsRestated
from earlyhelp.publications.settings import CardSettings

SPRING = Period(date(2016, 1, 1), date(2016, 3, 31))
COUNTY = Place("county", "E10000099", "Borsetshire")


@pytest.fixture
def earlier(ambridge: Path, tmp_path: Path) -> Path:
    """The edition of the first dataset."""
    publish(ambridge, "school-report-card", SPRING, "county", "internal", tmp_path / "then")
    return tmp_path / "then"


def write_requests(source: Path, *lines: str) -> None:
    head = "request_id,family_id,received_on,kind,source_code,district_code,answered_on"
    (source / "request.csv").write_text("\n".join((head, *lines, "")), encoding="utf-8")


def compared(source: Path, earlier: Path, key: bytes | None = None) -> Comparison:
    with open_dataset(source) as dataset:
        asked = places_asked(read_places(dataset), "county", SPRING)
        figures = figures_of_edition(dataset, SPRING, asked, "internal")
        then = read_earlier_edition(earlier, COUNTY.code, audience="internal")
        found = compare(then, figures, dataset, key_for(key, COUNTY.code))
        assert found is not None
        return found


def of_requests(comparison: Comparison, measure: str = "requests") -> Restated:
    return next(each for each in comparison.of(COUNTY) if each.measure == measure)


def counts(restated: Restated) -> list[object]:
    """The total then and now."""
    return [cell and cell.count for cell in (restated.then, restated.now)]


def test_the_same_dataset_restates_nothing(ambridge, earlier):
    restated = compared(ambridge, earlier).of(COUNTY)
    assert {"requests", "staffing_level"} <= {each.measure for each in restated}
    assert {(each.differing, each.rows, each.has_other_definition) for each in restated} == {(0, (), False)}


def test_rows_that_came_went_and_changed_are_counted_and_so_are_the_figures(ambridge, earlier):
    write_requests(
        ambridge,
        "R1,F1,2016-01-11,support,6,E07000901,2016-01-12",  # its source was 2A
        "R3,F2,2016-03-07,support,6,E07000901,",
        "R5,F2,2016-03-09,support,6,E07000901,",  # new; R2, a penalty notice, is gone
    )
    requests = of_requests(compared(ambridge, earlier))
    assert counts(requests) == [2, 3]
    assert requests.rows == (RowsRestated("request", then=3, now=3, added=1, gone=1, changed=1),)
    assert requests.earlier_as_at == date(2016, 9, 15)
    assert requests.differing == 1 + 2 + 1  # the total; sources 2A and 6; March
    assert requests.figures > 10
    assert of_requests(compared(ambridge, earlier), "staffing_level").differing == 0


def test_rows_hashed_with_another_key_are_not_compared_but_figures_are(ambridge, earlier):
    write_requests(ambridge, "R1,F1,2016-01-11,support,2A,E07000901,2016-01-12")
    requests = of_requests(compared(ambridge, earlier, key=b"another"))
    assert requests.rows is None
    assert counts(requests) == [2, 1]
    assert requests.has_other_definition is False


def test_figures_are_compared_where_the_private_half_is_gone(ambridge, tmp_path):
    out = tmp_path / "then"
    publish(ambridge, "school-report-card", SPRING, "county", "internal", out, Manner(keeps_private=False))
    requests = of_requests(compared(ambridge, out))
    assert (requests.differing, requests.rows, requests.has_other_definition) == (0, None, None)


def test_another_definition_is_told(ambridge, earlier):
    path = earlier / "private" / "manifest.json"
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["definitions_sha256"]["requests"] = "0" * 64
    path.write_text(json.dumps(kept), encoding="utf-8")
    comparison = compared(ambridge, earlier)
    assert [each.measure for each in comparison.of(COUNTY) if each.has_other_definition] == ["requests"]


def test_another_day_of_the_records_is_no_other_definition(ambridge, earlier):
    about = json.loads((ambridge / "dataset.json").read_text(encoding="utf-8"))
    (ambridge / "dataset.json").write_text(json.dumps(about | {"as_at": "2017-09-15"}), encoding="utf-8")
    assert not any(each.has_other_definition for each in compared(ambridge, earlier).of(COUNTY))


def test_a_place_that_was_not_published_then_has_nothing_restated(ambridge, earlier):
    assert compared(ambridge, earlier).of(Place("school", "900320", "Oakfield")) == ()


def test_a_table_supplied_now_alone_has_rows_added(ambridge, earlier):
    (ambridge / "review.csv").write_text("review_id,involvement_id,due_on\nV1,I1,2016-02-01\n", encoding="utf-8")
    (ambridge / "involvement.csv").write_text(
        "involvement_id,family_id,district_code,started_on\nI1,F1,E07000901,2016-01-12\n", encoding="utf-8"
    )
    reviews = of_requests(compared(ambridge, earlier), "reviews_in_time")
    assert RowsRestated("review", then=0, now=1, added=1, gone=0, changed=0) in (reviews.rows or ())
    assert reviews.differing == reviews.figures


def test_a_school_that_changed_its_phase_stands_behind_requests_by_phase(ambridge_with_schools, tmp_path):
    publish(ambridge_with_schools, "school-report-card", SPRING, "county", "internal", tmp_path / "then")
    schools = ambridge_with_schools / "school.csv"
    schools.write_text(schools.read_text(encoding="utf-8").replace("primary,E", "secondary,E", 1), encoding="utf-8")
    requests = of_requests(compared(ambridge_with_schools, tmp_path / "then"))
    assert requests.rows == (RowsRestated("school", then=3, now=3, added=0, gone=0, changed=1),)


def test_the_edition_itself_is_made_with_what_was_restated(ambridge, earlier, tmp_path):
    write_requests(ambridge, "R1,F1,2016-01-11,support,2A,E07000901,2016-01-12")
    made = publish(
        ambridge, "school-report-card", SPRING, "county", "internal", tmp_path / "now", Manner(earlier=earlier)
    )
    assert made.failed == ()


def test_an_edition_of_a_period_without_shared_days_restates_nothing(ambridge, earlier, tmp_path):
    summer = Period(date(2016, 4, 1), date(2016, 7, 31))
    made = publish(
        ambridge, "school-report-card", summer, "county", "internal", tmp_path / "now", Manner(earlier=earlier)
    )
    assert "the edition as at" not in made.files[0].read_text(encoding="utf-8")


def test_a_longer_period_is_laid_beside_a_shorter_one_in_the_figures_that_both_have(ambridge, earlier, tmp_path):
    to_april = Period(date(2016, 1, 1), date(2016, 4, 30))
    made = publish(
        ambridge, "school-report-card", to_april, "county", "internal", tmp_path / "now", Manner(earlier=earlier)
    )
    html = made.files[0].read_text(encoding="utf-8")
    assert "in the edition of 1 January to 31 March 2016 as at 15 September 2016." in html


def test_an_edition_is_not_laid_beside_the_one_it_would_overwrite(ambridge, earlier):
    with pytest.raises(ValueError, match="give --out another folder"):
        publish(ambridge, "school-report-card", SPRING, "county", "internal", earlier, Manner(earlier=earlier))


def test_a_folder_without_an_edition_is_refused(tmp_path):
    with pytest.raises(CannotRead, match="holds no edition"):
        read_earlier_edition(tmp_path, COUNTY.code, audience="internal")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"period": {"first": "2016-01-01", "last": "x"}}'])
def test_a_manifest_that_is_none_is_refused(earlier, text):
    (earlier / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(CannotRead, match="is not the manifest of an edition"):
        read_earlier_edition(earlier, COUNTY.code, audience="internal")


def test_figures_that_were_edited_are_refused(earlier):
    with (earlier / "figures.csv").open("a", encoding="utf-8") as file:
        file.write("requests,2016-01-01,2016-03-31,county,E10000099,kind=invented,1,,1,requests,value,\n")
    with pytest.raises(CannotRead, match="is not the file that"):
        read_earlier_edition(earlier, COUNTY.code, audience="internal")


def test_a_broken_table_of_the_private_half_is_told_without_its_content(ambridge, earlier):
    (earlier / "private" / "tables" / "request.parquet").write_bytes(b"not a table")
    with pytest.raises(CannotRead, match=r"A table in .* could not be read"):
        compared(ambridge, earlier)


def test_a_manifest_of_the_private_half_that_is_none_is_refused(ambridge, earlier):
    (earlier / "private" / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(CannotRead, match="is not the manifest of the private half"):
        compared(ambridge, earlier)


def test_the_same_key_is_needed_in_settings_to_compare_rows(ambridge, tmp_path):
    settings = CardSettings(key=b"of the council")
    publish(ambridge, "school-report-card", SPRING, "county", "internal", tmp_path / "then", Manner(settings))
    assert of_requests(compared(ambridge, tmp_path / "then", key=b"of the council")).rows == ()
    assert of_requests(compared(ambridge, tmp_path / "then")).rows is None


def test_an_edition_of_another_county_is_refused(earlier):
    with pytest.raises(ValueError, match="is of another county"):
        read_earlier_edition(earlier, "E10000001", audience="internal")
