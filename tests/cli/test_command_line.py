"""What holds for every command: found quickly, explained in a line, failing in a sentence."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata

import pytest
from typer.testing import CliRunner

from earlyhelp.cli.commands import Command, first_line_of_help, list_commands
from earlyhelp.cli.failures import explain
from earlyhelp.cli.main import build_app, load

COMMANDS = list_commands()


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(build_app(arguments), list(arguments))
    return result.exit_code, result.output


def in_fresh_process(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_is_a_function_that_says_in_one_line_what_it_does(command: Command) -> None:
    function = load(command)
    line = first_line_of_help(command)
    assert (function.__doc__ or "").strip().startswith(line)
    assert 10 < len(line) <= 120
    assert line.endswith(".")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_each_command_explains_its_options(command: Command) -> None:
    code, output = run(command.name, "--help")
    assert code == 0
    assert output.startswith("Usage:")


def test_the_list_names_every_command() -> None:
    code, output = run("--help")
    assert code == 0
    assert [command.name for command in COMMANDS if f"\n  {command.name} " not in output] == []


def test_the_list_imports_no_command_and_no_engine() -> None:
    loaded = in_fresh_process(
        "import sys\n"
        "from typer.testing import CliRunner\n"
        "from earlyhelp.cli.main import build_app\n"
        "assert CliRunner().invoke(build_app(['--help']), ['--help']).exit_code == 0\n"
        "print([name for name in ('duckdb', 'sqlglot', 'jinja2', 'xlsxwriter', 'rich') if name in sys.modules])\n"
    )
    assert loaded.strip() == "[]"


def test_the_version_is_that_of_the_installed_package() -> None:
    assert run("--version") == (0, f"earlyhelp {metadata.version('earlyhelp')}\n")


def test_a_mistyped_command_is_refused_with_a_suggestion() -> None:
    code, output = run("chekc")
    assert code == 2
    assert "check" in output


def test_a_command_of_another_package_joins_by_its_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    point = metadata.EntryPoint("lecture", "earlyhelp.cli.failures:explain", "earlyhelp.commands")
    monkeypatch.setattr("earlyhelp.cli.commands.metadata.entry_points", lambda group: [point])
    assert list_commands()[-1] == Command("lecture", "earlyhelp.cli.failures", "explain")
    assert "lecture" in run("--help")[1]


def caught(error: Exception) -> Exception:
    try:
        raise error
    except Exception as same:
        return same


def test_an_unexpected_error_is_told_without_the_data_it_quotes() -> None:
    said = explain(caught(ValueError("Could not convert 'Ivy Hollins, 3 May 2006'")), debug="EARLYHELP_DEBUG")
    assert "ValueError" in said
    assert "EARLYHELP_DEBUG" in said
    assert "Hollins" not in said


def test_a_full_disk_is_told_by_its_reason_and_file() -> None:
    assert explain(OSError(28, "No space left on device", "out/figures.csv"), debug="D") == (
        "The computer refused: No space left on device: out/figures.csv"
    )


@pytest.mark.parametrize("debug, shows_traceback", [("", False), ("1", True)])
def test_a_traceback_is_shown_only_when_asked_for(debug: str, shows_traceback: bool) -> None:
    result = subprocess.run(
        [sys.executable, "-c",
         "import os, sys\n"
         f"os.environ['EARLYHELP_DEBUG'] = {debug!r}\n"
         "import earlyhelp.cli.main as main\n"
         "def build(arguments): raise RuntimeError('Ivy Hollins')\n"
         "main.build_app = build\n"
         "main.run()\n"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == (1 if shows_traceback else 3)
    assert ("Traceback" in result.stderr) is shows_traceback
    assert ("Ivy Hollins" in result.stderr) is shows_traceback
