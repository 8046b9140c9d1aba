from __future__ import annotations

import pytest
from typer.testing import CliRunner

from earlyhelp.cli.main import build_app

DATES = ("--from", "2016-01-01", "--to", "2016-03-31")


def run(*arguments: object):
    typed = [str(argument) for argument in arguments]
    return CliRunner().invoke(build_app(typed), typed)


def test_publish_writes_the_card_and_says_where(ambridge, tmp_path):
    result = run("publish", "school-report-card", ambridge, *DATES, "--place", "county", "--out", tmp_path / "out")
    assert result.exit_code == 0
    assert "24 pages on Borsetshire, 1 January to 31 March 2016." in result.output
    assert "Internal: not protected for publication." in result.output
    assert (tmp_path / "out" / "school-report-card-county.html").exists()


def test_publish_says_what_the_check_found(ambridge, tmp_path):
    result = run("publish", "school-report-card", ambridge, *DATES, "--out", tmp_path / "out")
    assert "4 tables: 8 rows read, 7 used, 1 refused; 0 values blanked." in result.output
    assert "  request: 4 rows read, 3 used, 1 refused; 0 values blanked." in result.output
    assert "Findings of the check: refused 1" in result.output
    assert "  family:" not in result.output


def test_publish_warns_of_a_period_that_ends_after_the_records(ambridge, tmp_path):
    past = ("--from", "2016-08-01", "--to", "2016-12-31")
    result = run("publish", "school-report-card", ambridge, *past, "--out", tmp_path / "out")
    assert (
        "The records speak for days up to 15 September 2016; this period ends on 31 December 2016, so its figures are "
        "not complete."
    ) in " ".join(result.output.split())


def test_a_term_may_stand_for_the_two_days(ambridge, tmp_path):
    result = run("publish", "school-report-card", ambridge, "--term", "2015/16-spring", "--out", tmp_path / "out")
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
            (*DATES, "--place", "Ambridge"),
            "No card can be made yet for Ambridge; this version makes the one for the county.",
        ),
        ((*DATES, "--audience", "public"), 'There is no audience "public" yet. This version has: internal.'),
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
