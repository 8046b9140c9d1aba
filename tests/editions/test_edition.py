from __future__ import annotations

import csv
import hashlib
import json
import re
from datetime import date

import pytest

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.editions.edition import publish
from earlyhelp.editions.figures import write_figures
from earlyhelp.periods import Period

SPRING = Period(date(2016, 1, 1), date(2016, 3, 31))


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_card_its_figures_and_its_manifest_are_written(ambridge, tmp_path):
    made = publish(ambridge, "school-report-card", SPRING, "county", "internal", tmp_path / "out")
    assert [path.name for path in made.files] == ["school-report-card-county.html", "figures.csv", "manifest.json"]
    assert made.document.pages[0].heading.text == "Schools made 1 of 2 requests for support"
    assert sorted(bytes_of(tmp_path / "out")) == sorted(path.name for path in made.files)


def test_the_same_dataset_gives_the_same_bytes(ambridge, tmp_path):
    for out in ("first", "second"):
        publish(ambridge, "school-report-card", SPRING, "county", "internal", tmp_path / out)
    assert bytes_of(tmp_path / "first") == bytes_of(tmp_path / "second")


def test_the_manifest_says_what_the_edition_was_made_of(ambridge, tmp_path):
    publish(ambridge, "school-report-card", SPRING, "county", "internal", tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["period"] == {"first": "2016-01-01", "last": "2016-03-31"}
    assert manifest["as_at"] == "2016-09-15"
    assert manifest["audience"] == "internal"
    assert manifest["tables"]["request"] == {
        "read": 4, "used": 3, "refused": 1, "refused_with_parent": 0, "blanked": 0,
    }  # fmt: skip
    files = {"dataset.json", "district.csv", "family.csv", "request.csv", "term.csv"}
    assert manifest["inputs_sha256"] == {
        name: hashlib.sha256((ambridge / name).read_bytes()).hexdigest() for name in files
    }
    card = (tmp_path / "out" / "school-report-card-county.html").read_bytes()
    assert manifest["outputs_sha256"]["school-report-card-county.html"] == hashlib.sha256(card).hexdigest()


def test_a_term_has_the_dates_of_the_dataset(ambridge, tmp_path):
    made = publish(ambridge, "school-report-card", "2015/16-spring", "county", "internal", tmp_path / "out")
    assert made.document.period == Period(date(2016, 1, 4), date(2016, 3, 24))
    assert made.document.period_label == "Spring term 2015/16: 4 January to 24 March 2016"


def test_a_page_whose_table_was_not_supplied_names_it(ambridge, tmp_path):
    made = publish(ambridge, "school-report-card", SPRING, "county", "internal", tmp_path / "out")
    staffing = next(page for page in made.document.pages if page.key == "staffing")
    assert staffing.heading.text == "Staffing against the target: not collected"
    assert staffing.exhibits[0].absent is not None
    assert "staffing" in staffing.exhibits[0].absent.note


def test_the_last_page_names_every_table_that_another_page_misses(ambridge, tmp_path):
    made = publish(ambridge, "school-report-card", SPRING, "county", "internal", tmp_path / "out")
    *pages, last = made.document.pages
    absent = {cell.note for page in pages for exhibit in page.exhibits for cell in exhibit.cells
              if cell.note.startswith("Not supplied: ")}  # fmt: skip
    missing = {name for note in absent for name in re.sub(r"^Not supplied: tables? |\.$", "", note).split(", ")}
    listed = next(sentence.text for sentence in last.tells if sentence.text.startswith("These tables"))
    named = set(listed.removesuffix(".").partition(": ")[2].split(", "))
    assert "school" in named
    assert len(missing) > 5
    assert missing <= named


def test_a_page_of_which_rows_were_refused_counts_them(ambridge, tmp_path):
    made = publish(ambridge, "school-report-card", SPRING, "county", "internal", tmp_path / "out")
    notes = [sentence.text for sentence in made.document.pages[0].notes]
    assert "1 of 4 rows of request could not be used." in notes


def test_a_place_that_has_no_card_yet_is_refused_and_nothing_is_written(ambridge, tmp_path):
    with pytest.raises(ValueError, match="No card can be made yet for"):
        publish(ambridge, "school-report-card", SPRING, "Ambridge", "internal", tmp_path / "out")
    with pytest.raises(ValueError, match="Atlantis"):
        publish(ambridge, "school-report-card", SPRING, "Atlantis", "internal", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_county_may_be_asked_for_by_its_name(ambridge, tmp_path):
    made = publish(ambridge, "school-report-card", SPRING, "Borsetshire", "internal", tmp_path / "out")
    assert made.files[0].name == "school-report-card-county.html"


def test_a_source_that_cannot_be_read_leaves_no_files(tmp_path):
    with pytest.raises(CannotRead):
        publish(tmp_path / "nowhere", "school-report-card", SPRING, "county", "internal", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_figures_replace_the_file_that_is_there(ambridge, tmp_path):
    (tmp_path / "figures.csv").write_text("old", encoding="utf-8")
    written = write_figures(ambridge, SPRING, "internal", tmp_path)
    rows = list(csv.DictReader(written.path.read_text(encoding="utf-8").splitlines()))
    requests = {row["breakdown"]: row for row in rows if (row["measure"], row["place_level"]) == ("requests", "county")}
    assert (requests["all"]["count"], requests["source_code=2A"]["count"]) == ("2", "1")
    assert requests["source_code=4"]["status"] == "zero"
    assert len(rows) == len(written.release.cells)
    assert [finding.rule.id for finding in written.findings]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ambridge", "figures.csv"]
