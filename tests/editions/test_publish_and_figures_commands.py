from __future__ import annotations

import contextlib
import io
import json
import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from earlyhelp.cli.main import build_app
from earlyhelp.cli.publish import publish
from earlyhelp.editions.council_settings import CouncilSettings

DAYS = ("--from", "2016-01-01", "--to", "2016-03-31")
# For staff, from whom nothing is hidden; test_editions_for_readers.py has the others.
STAFF = ("--audience", "internal")
DATES = (*DAYS, *STAFF)


def run(*arguments: object):
    typed = [str(argument) for argument in arguments]
    return CliRunner().invoke(build_app(typed), typed)


def test_publish_writes_the_card_and_says_where(ambridge, tmp_path):
    result = run("publish", "school-report-card", ambridge, *DATES, "--place", "county", "--out", tmp_path / "out")
    assert result.exit_code == 0
    card = tmp_path / "out" / "school-report-card-borsetshire-2016-01-01-2016-03-31.html"
    assert card.exists()
    assert re.search(
        rf"Wrote {re.escape(str(card))}: \d+ pages on Borsetshire, 1 January to 31 March 2016\.", result.output
    )
    assert "Beside it: figures.csv, manifest.json." in result.output
    assert f"For the authority alone: {tmp_path / 'out' / 'private'}." in result.output
    assert "Internal: not protected for publication." in result.output


def test_publish_makes_many_cards_and_says_where_to_start(ambridge_with_schools, tmp_path):
    out = tmp_path / "out"
    result = run("publish", "school-report-card", ambridge_with_schools, *DATES, "--place", "all", "--out", out)
    assert result.exit_code == 0
    contents = out / "index.html"
    assert f"Wrote 4 of 4 cards, 1 January to 31 March 2016. Start at {contents}." in result.output
    assert "Beside them: figures.csv, manifest.json." in result.output
    assert len(list(out.glob("school-report-card-*.html"))) == 4


def test_publish_leaves_the_private_half_out_when_asked(ambridge, tmp_path):
    result = run("publish", "school-report-card", ambridge, *DATES, "--no-private", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "For the authority alone" not in result.output
    assert not (tmp_path / "out" / "private").exists()


def test_a_card_that_fails_is_named_without_the_data_its_error_quotes(ambridge_with_schools, tmp_path, monkeypatch):
    def fails_for_schools(document):
        if document.place_name.startswith("Oakfield"):
            raise ValueError("Ivy Hollins, 3 May 2006")
        return "<!DOCTYPE html>"

    monkeypatch.setattr("earlyhelp.editions.cards.write_html", fails_for_schools)
    out = tmp_path / "out"
    result = run("publish", "school-report-card", ambridge_with_schools, *DATES, "--place", "all", "--out", out)
    assert result.exit_code == 3
    assert "Wrote 2 of 4 cards" in result.output
    assert "No card of Oakfield Primary School (school 900320)." in result.output
    assert "ValueError" in result.output
    assert "Hollins" not in result.output
    assert (out / "manifest.json").exists()


def test_an_earlier_edition_of_another_county_is_refused(ambridge, tmp_path):
    assert run("publish", "school-report-card", ambridge, *DATES, "--out", tmp_path / "then").exit_code == 0
    about = (ambridge / "dataset.json").read_text(encoding="utf-8").replace("E10000099", "E10000001")
    (ambridge / "dataset.json").write_text(about, encoding="utf-8")
    result = run(
        "publish", "school-report-card", ambridge, *DATES, "--earlier", tmp_path / "then", "--out", tmp_path / "out"
    )
    assert result.exit_code == 2
    assert "is of another county. Only those of one can be laid side by side." in result.output
    assert not (tmp_path / "out").exists()


def test_settings_and_actions_are_read_from_their_files(ambridge, tmp_path, monkeypatch):
    read: list[tuple[Path | None, Path | None]] = []

    def read_settings(path, actions):
        read.append((path, actions))
        return CouncilSettings()

    monkeypatch.setattr("earlyhelp.editions.council_settings.read_settings", read_settings)
    files = (tmp_path / "council.toml", tmp_path / "actions.toml")
    for path in files:
        path.write_bytes(b"")
    given = ("--settings", files[0], "--actions", files[1])
    assert run("publish", "school-report-card", ambridge, *DATES, *given, "--out", tmp_path / "out").exit_code == 0
    assert read == [files]
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert sorted(manifest["settings_sha256"]) == ["actions.toml", "council.toml"]


def test_publish_says_what_the_check_found(ambridge, tmp_path):
    result = run("publish", "school-report-card", ambridge, *DATES, "--out", tmp_path / "out")
    assert "4 tables: 8 rows read, 7 used, 1 refused; 0 values blanked." in result.output
    assert "  request: 4 rows read, 3 used, 1 refused; 0 values blanked." in result.output
    assert "Findings of the check: refused 1" in result.output
    assert "  family:" not in result.output


def test_publish_warns_of_a_period_that_ends_after_the_records(ambridge, tmp_path):
    past = ("--from", "2016-08-01", "--to", "2016-12-31", *STAFF)
    result = run("publish", "school-report-card", ambridge, *past, "--out", tmp_path / "out")
    assert (
        "The records speak for days up to 15 September 2016; this period ends on 31 December 2016, so its figures are "
        "not complete."
    ) in " ".join(result.output.split())


def test_a_term_may_stand_for_the_two_days(ambridge, tmp_path):
    result = run(
        "publish", "school-report-card", ambridge, "--term", "2015/16-spring", *STAFF, "--out", tmp_path / "out"
    )
    assert result.exit_code == 0
    assert "4 January to 24 March 2016" in result.output


def test_figures_prints_the_findings_and_writes_the_file(ambridge, tmp_path):
    result = run("figures", ambridge, *DATES, "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "4 tables: 8 rows read, 7 used, 1 refused; 0 values blanked." in " ".join(result.output.split())
    assert "EH0301" in result.output
    assert (tmp_path / "out" / "figures.csv").exists()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            (*DATES, "--place", "Atlantis"),
            'No place is called "Atlantis". Name the county, a school by its URN, or a district: Ambridge.',
        ),
        ((*DATES, "--place", "schools"), "The dataset has no schools open in the period 1 January to 31 March 2016"),
        ((*DATES, "--earlier", "nowhere"), "nowhere holds no edition: it has no manifest.json."),
        (
            (*DAYS, "--audience", "press"),
            'There is no audience "press" yet. This version has: internal, school, forum, public.',
        ),
        ((*DAYS, "--published-on", "1 October"), '"1 October" is not a date.'),
        (("--from", "2016-01-01"), "Give the period: --from and --to with two days, or --term such as 2015/16-spring."),
        (
            ("--from", "2016-03-31", "--to", "2016-01-01"),
            "The period ends on 2016-01-01 before it starts on 2016-03-31.",
        ),
        ((*DATES, "--term", "2015/16-spring"), "Give either --term or both --from and --to."),
    ],
)
def test_what_cannot_be_made_is_refused_in_one_sentence(ambridge, tmp_path, options, sentence):
    result = run("publish", "school-report-card", ambridge, *options, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert sentence in result.output
    assert not (tmp_path / "out").exists()


def test_an_unknown_publication_is_refused_with_those_there_are(ambridge, tmp_path):
    result = run("publish", "annual-report", ambridge, *DATES, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "This version has: school-report-card." in result.output


@pytest.mark.parametrize("command", [("publish", "school-report-card"), ("figures",)])
def test_a_source_that_cannot_be_read_is_named(tmp_path, command):
    result = run(*command, tmp_path / "nowhere", *DATES, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "nowhere" in result.output


class Terminal(io.StringIO):
    """What a person looks at while cards are made."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("place", "screen", "shows"), [
    ("all", Terminal, True),
    ("county", Terminal, False),
    ("all", io.StringIO, False),
])  # fmt: skip
def test_a_bar_shows_many_cards_on_a_terminal_alone(ambridge_with_schools, tmp_path, monkeypatch, place, screen, shows):
    monkeypatch.setattr("sys.stderr", seen := screen())
    with contextlib.suppress(typer.Exit):
        publish(
            "school-report-card", ambridge_with_schools, tmp_path / "out", *DAYS[1::2], place=place, audience="internal"
        )
    assert ("Cards" in seen.getvalue()) is shows
