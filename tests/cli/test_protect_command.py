"""`earlyhelp protect`: figures protected by hand, hidden cells explained, folders attacked, releases listed."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from earlyhelp.cli.main import build_app

HEADER = "measure,period_start,period_end,place_level,place_code,breakdown,count,out_of,value,unit,status,note"
DAYS = "2016-01-01,2016-03-31"
COUNTY = f"requests,{DAYS},county,E10000099,all,40,,40,requests,value,"
DISTRICT = f"requests,{DAYS},district,E07000901,all,40,,40,requests,value,"
SCHOOL = f"requests,{DAYS},school,900320,all,3,,3,requests,value,"
SCHOOLS = (
    "urn,name,phase,district_code,opened_on,closed_on\n900320,Oakfield,primary,E07000901,,\n"
    "900007,Elm Lane,secondary,E07000901,,\n900001,Loxley Barratt,primary,E07000901,,2015-08-31\n"
)


def run(*arguments: object):
    typed = [str(argument) for argument in ("protect", *arguments)]
    return CliRunner().invoke(build_app(typed), typed)


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in for the attacker with what it finds; its own tests say what that is."""
    sentences: list[str] = []
    monkeypatch.setattr("earlyhelp.editions.attacked.exposures_of", lambda attempt: (7, tuple(sentences)))
    return sentences


@pytest.fixture
def figures(tmp_path: Path, found: list[str]) -> Path:
    (tmp_path / "figures.csv").write_text("\n".join((HEADER, COUNTY, DISTRICT, SCHOOL)) + "\n", encoding="utf-8")
    (tmp_path / "school.csv").write_text(SCHOOLS, encoding="utf-8")
    return tmp_path / "figures.csv"


def protect(figures: Path, *options: object):
    out = figures.parent / "out"
    return run("figures", figures, "--out", out, *options)


def rows_of(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["place_code"]: row for row in csv.DictReader(file)}


def test_figures_are_protected_and_the_reasons_kept_apart(figures):
    result = protect(figures, "--schools", figures.parent / "school.csv")
    assert result.exit_code == 0
    rows = rows_of(figures.parent / "out" / "figures.csv")
    assert rows["900320"]["status"] == "suppressed"
    assert rows["E10000099"]["count"] == "40"
    changes = rows_of(figures.parent / "out" / "private" / "changes.csv")
    assert changes["900320"]["became"] == "suppressed"
    assert changes["900320"]["reason"]
    assert "The attacker worked on 7 hidden figures" in result.output


def test_a_school_without_a_row_is_given_one_and_a_closed_one_is_not(figures):
    protect(figures, "--schools", figures.parent / "school.csv")
    rows = rows_of(figures.parent / "out" / "figures.csv")
    assert rows.keys() == {"E10000099", "E07000901", "900320", "900007"}
    assert rows["900007"]["status"] == rows["900320"]["status"]


def test_the_forum_is_given_no_school(figures):
    assert protect(figures, "--audience", "forum").exit_code == 0
    assert "900320" not in rows_of(figures.parent / "out" / "figures.csv")


def several_periods(figures: Path) -> None:
    figures.write_text("\n".join((HEADER, COUNTY, DISTRICT.replace("2016-03-31", "2016-04-30"))), encoding="utf-8")


def hidden_already(figures: Path) -> None:
    hidden = COUNTY.replace(",40,,40,", ",,,,").replace("value,", "suppressed,")
    figures.write_text("\n".join((HEADER, hidden)), encoding="utf-8")


def wrong_number(figures: Path) -> None:
    figures.write_text("\n".join((HEADER, COUNTY.replace("40", "forty"))), encoding="utf-8")


def no_row(figures: Path) -> None:
    figures.write_text(HEADER, encoding="utf-8")


@pytest.mark.parametrize(("change", "sentence"), [
    (several_periods, "holds figures of several periods"),
    (hidden_already, "hides figures already"),
    (wrong_number, "row 2, column count: is no number"),
    (no_row, "holds no figure"),
    (lambda figures: None, "1 schools of"),
])  # fmt: skip
def test_figures_that_cannot_be_protected_by_hand_are_refused_in_a_sentence(figures, change, sentence):
    change(figures)
    result = protect(figures)
    assert result.exit_code == 2
    assert sentence in result.output
    assert not (figures.parent / "out").exists()


@pytest.mark.parametrize(("change", "sentence"), [
    (("phase", "stage"), "lacks the column phase"),
    (("secondary", "upper"), "row 3, column phase"),
    (("2015-08-31", "31.8.2015"), "row 4, column closed_on"),
])  # fmt: skip
def test_a_list_of_schools_that_is_wrong_is_named_with_row_and_column(figures, change, sentence):
    schools = figures.parent / "school.csv"
    schools.write_text(SCHOOLS.replace(*change), encoding="utf-8")
    result = protect(figures, "--schools", schools)
    assert result.exit_code == 2
    assert sentence in result.output


def test_what_the_attacker_finds_leaves_nothing_behind(figures, found):
    found.append("requests, district E07000901: the number can be worked out.")
    result = protect(figures, "--audience", "forum")
    assert result.exit_code == 3
    assert found[0] in result.output
    assert not (figures.parent / "out").exists()


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """An edition with a hidden cell, and the half that says which rule hid it."""
    folder = tmp_path / "edition"
    (folder / "private").mkdir(parents=True)
    hidden = DISTRICT.replace(",40,,40,", ",,,,").replace("value,", "suppressed,")
    other = COUNTY.replace(",all,", ",source_code=2A,")
    (folder / "figures.csv").write_text("\n".join((HEADER, COUNTY, other, hidden)), encoding="utf-8")
    (folder / "manifest.json").write_text(json.dumps({"audience": {"audience": "public"}}), encoding="utf-8")
    (folder / "private" / "changes.csv").write_text(
        "measure,period_start,period_end,place_level,place_code,breakdown,became,reason\n"
        "requests,2016-01-01,2016-03-31,district,E07000901,all,suppressed,keeps another hidden\n",
        encoding="utf-8",
    )
    return folder


def test_a_hidden_figure_is_explained_without_saying_which_rule_it_was(edition):
    result = run("explain", edition, "requests", "--place", "E07000901")
    assert result.exit_code == 0
    said = " ".join(result.output.split())
    assert "requests, all, district E07000901 is hidden." in said
    assert "a number from 1 to 4" in said
    assert "keeps another hidden" not in said
    assert "the county and the other districts" in said


def test_staff_are_told_the_rule(edition):
    result = run("explain", edition, "requests", "--place", "E07000901", "--private")
    assert "For the authority alone: the rule was keeps another hidden." in result.output


def test_a_figure_that_is_shown_is_said_to_be(edition):
    assert "requests, all, county E10000099 is not hidden" in run("explain", edition, "requests").output


@pytest.mark.parametrize(("asked", "sentence"), [
    (("requests", "--place", "E07000999"), "The edition has no figure requests of E07000999."),
    (("requests", "--breakdown", "month=2016-01"), "It has, among others: all, source_code=2A."),
])  # fmt: skip
def test_a_figure_that_is_not_there_is_refused(edition, asked, sentence):
    result = run("explain", edition, *asked)
    assert result.exit_code == 2
    assert sentence in result.output


def test_a_folder_without_a_manifest_is_no_edition(edition):
    (edition / "manifest.json").unlink()
    result = run("explain", edition, "requests")
    assert result.exit_code == 2
    assert "holds no edition" in result.output


def test_a_folder_may_be_attacked_by_hand(edition, found):
    assert "The attacker worked on 7 hidden figures" in run("attack", edition).output
    found.append("requests, district E07000901: the number can be worked out.")
    result = run("attack", edition)
    assert result.exit_code == 3
    assert found[0] in result.output


def test_a_folder_that_is_not_there_cannot_be_attacked(tmp_path, found):
    result = run("attack", tmp_path / "nowhere")
    assert result.exit_code == 2
    assert "nowhere is no folder." in result.output


def test_an_empty_register_says_so(tmp_path):
    assert "holds no release" in run("releases", "--register", tmp_path / "releases").output


def test_counts_are_rounded_instead_where_that_is_asked_for(figures: Path, tmp_path: Path) -> None:
    made = run("figures", figures, "--audience", "forum", "--method", "round", "--out", tmp_path / "rounded")

    assert made.exit_code == 0, made.output
    assert "all sums hold" in made.output
    with (tmp_path / "rounded" / "figures.csv").open(encoding="utf-8", newline="") as file:
        assert [row["count"] for row in csv.DictReader(file)] == ["40", "40"]


def test_an_unknown_method_is_refused(figures: Path, tmp_path: Path) -> None:
    refused = run("figures", figures, "--method", "guess", "--out", tmp_path / "guessed")

    assert refused.exit_code == 2
    assert 'There is no method "guess"' in refused.output
