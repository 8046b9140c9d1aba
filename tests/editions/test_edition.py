from __future__ import annotations

import csv
import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.editions import cards, hand_over
from earlyhelp.editions.edition import publish
from earlyhelp.editions.figures import write_figures
from earlyhelp.editions.manner import Manner
from earlyhelp.periods import Period
from earlyhelp.publications.settings import CardSettings

SPRING = Period(date(2016, 1, 1), date(2016, 3, 31))
CARD = "school-report-card-borsetshire-2016-01-01-2016-03-31.html"


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def make(source: Path, out: Path, place: str = "county", period: Period | str = SPRING, **manner: object):
    return publish(source, "school-report-card", period, place, "internal", out, Manner(**manner))  # pyright: ignore


def manifest_of(out: Path) -> dict[str, Any]:
    return json.loads((out / "manifest.json").read_text(encoding="utf-8"))


def test_a_card_its_figures_and_its_manifest_are_written(ambridge, tmp_path):
    made = make(ambridge, tmp_path / "out", keeps_private=False)
    assert [path.name for path in made.files] == [CARD, "figures.csv", "manifest.json"]
    assert sorted(files_of(tmp_path / "out")) == sorted(path.name for path in made.files)
    assert made.failed == ()
    assert made.private is None


def test_the_card_says_the_figures_of_the_period(county_card):
    assert county_card().pages[0].heading.text.startswith("Schools made 1 of 2 requests for support")


def test_the_same_inputs_give_the_same_bytes_in_both_halves(invented_county, tmp_path):
    for out in ("first", "second"):
        make(invented_county, tmp_path / out, "all", settings=CardSettings(key=b"of the council"))
    first, second = files_of(tmp_path / "first"), files_of(tmp_path / "second")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert {"index.html", "private/tables/request.parquet", "private/manifest.json"} <= first.keys()


def test_the_manifest_says_what_the_edition_was_made_of(ambridge, tmp_path):
    make(ambridge, tmp_path / "out")
    manifest = manifest_of(tmp_path / "out")
    assert manifest["period"] == {"first": "2016-01-01", "last": "2016-03-31"}
    assert manifest["places"] == [{"level": "county", "code": "E10000099", "name": "Borsetshire", "file": CARD}]
    assert manifest["as_at"] == "2016-09-15"
    assert manifest["audience"] == {
        "audience": "internal",
        "meaning": "Staff of the service, under its own duty of confidence. Nothing is hidden.",
        "notice": "Internal: not protected for publication",
    }
    assert manifest["tables"]["request"] == {
        "read": 4, "used": 3, "refused": 1, "refused_with_parent": 0, "blanked": 0,
    }  # fmt: skip
    files = {"dataset.json", "district.csv", "family.csv", "request.csv", "term.csv"}
    assert manifest["inputs_sha256"] == {
        name: hashlib.sha256((ambridge / name).read_bytes()).hexdigest() for name in files
    }


def test_the_manifest_knows_every_file_of_the_half_to_hand_over(invented_county, tmp_path):
    make(invented_county, tmp_path / "out", "districts")
    written = {name: text for name, text in files_of(tmp_path / "out").items() if not name.startswith("private/")}
    del written["manifest.json"]
    assert manifest_of(tmp_path / "out")["outputs_sha256"] == {
        name: hashlib.sha256(text).hexdigest() for name, text in written.items()
    }
    assert {"figures.csv", "figures_a_year_earlier.csv", "index.html"} <= written.keys()


def test_a_changed_line_of_the_program_shows_in_the_manifest(tmp_path, monkeypatch):
    from earlyhelp.editions import files

    (tmp_path / "measure.py").write_bytes(b'counts = "TRUE"\r\n')
    (tmp_path / "notes.md").write_bytes(b"not read")
    monkeypatch.setattr(files, "PACKAGE", tmp_path)
    first = files.hash_code.__wrapped__()
    (tmp_path / "notes.md").write_bytes(b"read by nobody")
    (tmp_path / "measure.py").write_bytes(b'counts = "TRUE"\n')
    assert files.hash_code.__wrapped__() == first
    (tmp_path / "measure.py").write_bytes(b'counts = "FALSE"\n')
    assert files.hash_code.__wrapped__() != first


def test_settings_are_known_by_their_hash_where_any_were_given(ambridge, tmp_path):
    (tmp_path / "council.toml").write_bytes(b"")
    make(ambridge, tmp_path / "with", settings_files=(tmp_path / "council.toml",))
    make(ambridge, tmp_path / "without")
    assert manifest_of(tmp_path / "with")["settings_sha256"] == {"council.toml": hashlib.sha256(b"").hexdigest()}
    assert "settings_sha256" not in manifest_of(tmp_path / "without")


def test_a_term_has_the_dates_of_the_dataset(ambridge, tmp_path):
    made = make(ambridge, tmp_path / "out", period="2015/16-spring")
    assert made.period == Period(date(2016, 1, 4), date(2016, 3, 24))
    assert made.period_label == "Spring term 2015/16: 4 January to 24 March 2016"


def test_a_page_whose_table_was_not_supplied_names_it(county_card):
    staffing = next(page for page in county_card().pages if page.key == "staffing")
    assert staffing.heading.text.endswith("not collected")
    assert staffing.exhibits[0].absent is not None
    assert "staffing" in staffing.exhibits[0].absent.note


def test_the_last_page_names_every_table_that_another_page_misses(county_card):
    *pages, last = county_card().pages
    absent = {cell.note for page in pages for exhibit in page.exhibits for cell in exhibit.cells
              if cell.note.startswith("Not supplied: ")}  # fmt: skip
    missing = {name for note in absent for name in re.sub(r"^Not supplied: tables? |\.$", "", note).split(", ")}
    listed = next(sentence.text for sentence in last.tells if sentence.text.startswith("These tables"))
    named = set(listed.removesuffix(".").partition(": ")[2].split(", "))
    assert "school" in named
    assert len(missing) > 5
    assert missing <= named


def test_a_page_of_which_rows_were_refused_counts_them(county_card):
    notes = [sentence.text for sentence in county_card().pages[0].notes]
    assert "1 of 4 rows of request could not be used." in notes


def test_a_place_that_is_not_there_is_refused_and_nothing_is_written(ambridge, tmp_path):
    with pytest.raises(ValueError, match="Atlantis"):
        make(ambridge, tmp_path / "out", "Atlantis")
    assert not (tmp_path / "out").exists()


def test_the_county_may_be_asked_for_by_its_name(ambridge, tmp_path):
    assert make(ambridge, tmp_path / "out", "Borsetshire").files[0].name == CARD


def test_a_source_that_cannot_be_read_leaves_no_files(tmp_path):
    with pytest.raises(CannotRead):
        make(tmp_path / "nowhere", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_many_cards_have_a_contents_page_that_opens_first(ambridge_with_schools, tmp_path):
    made = make(ambridge_with_schools, tmp_path / "out", "all")
    assert made.files[0].name == "index.html"
    page = made.files[0].read_text(encoding="utf-8")
    links = re.findall(r'href="(school-report-card-[^"]+)"', page)
    assert links == [card.file for card in made.cards]
    assert len(links) == 4
    assert all((tmp_path / "out" / link).is_file() for link in links)


def test_one_place_that_fails_does_not_lose_the_others(ambridge_with_schools, tmp_path, monkeypatch):
    def fails_for_oakfield(document):
        if document.place_name.startswith("Oakfield"):
            raise KeyError("a value of a row")
        return "<!DOCTYPE html>"

    monkeypatch.setattr(cards, "write_html", fails_for_oakfield)
    made = make(ambridge_with_schools, tmp_path / "out", "all")
    assert [card.place.code for card in made.failed] == ["900007", "900320"]
    assert [card.place.name for card in made.cards if card.is_made] == ["Borsetshire", "Ambridge"]
    files = [place["file"] for place in manifest_of(tmp_path / "out")["places"]]
    assert files == [made.cards[0].file, made.cards[1].file, None, None]
    assert "Oakfield" not in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_a_folder_that_refuses_one_card_refuses_all(ambridge, tmp_path, monkeypatch):
    def full(path, text):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cards, "write_file", full)
    with pytest.raises(OSError, match="No space left"):
        make(ambridge, tmp_path / "out")


def test_each_card_that_is_done_is_told(ambridge_with_schools, tmp_path):
    told: list[tuple[int, int]] = []
    make(ambridge_with_schools, tmp_path / "out", "schools", told=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_figures_are_those_of_the_levels_published(invented_county, tmp_path):
    levels: dict[str, set[str]] = {}
    for place in ("county", "districts", "schools"):
        make(invented_county, tmp_path / place, place, keeps_private=False)
        with (tmp_path / place / "figures.csv").open(encoding="utf-8", newline="") as file:
            levels[place] = {row["place_level"] for row in csv.DictReader(file)}
    assert levels == {
        "county": {"county", "district"},
        "districts": {"county", "district"},
        "schools": {"county", "district", "school"},
    }


def test_an_edition_for_one_school_holds_the_figures_of_no_other(invented_county, tmp_path):
    with (invented_county / "school.csv").open(encoding="utf-8", newline="") as file:
        urn = next(row["urn"] for row in csv.DictReader(file) if not row["closed_on"])
    make(invented_county, tmp_path / "out", urn)
    for name in ("figures.csv", "figures_a_year_earlier.csv"):
        with (tmp_path / "out" / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert {row["place_code"] for row in rows if row["place_level"] == "school"} <= {urn}


def test_publications_have_titles():
    assert hand_over.PUBLICATIONS.keys() == hand_over.TITLES.keys()


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


def test_a_new_edition_leaves_no_file_of_the_one_that_was_there(ambridge, tmp_path):
    publish(ambridge, "school-report-card", SPRING, "all", "internal", tmp_path / "out")
    mine = tmp_path / "out" / "notes.txt"
    mine.write_text("of the meeting", encoding="utf-8")
    made = publish(ambridge, "school-report-card", SPRING, "county", "internal", tmp_path / "out")
    left = {path.name for path in (tmp_path / "out").iterdir() if path.is_file()}
    assert left == {mine.name, *(path.name for path in made.files)}


def test_a_link_in_the_place_of_the_private_half_is_not_followed(ambridge, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "private").symlink_to(elsewhere)
    with pytest.raises(ValueError, match="is not a folder of its own"):
        publish(ambridge, "school-report-card", SPRING, "county", "internal", tmp_path / "out")
    assert list(elsewhere.iterdir()) == []
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["private"]
