"""The project's own papers: what they name exists, what guards them works."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from earlyhelp.cli.commands import list_commands
from earlyhelp.dataset import documentation as dataset_documentation
from earlyhelp.dataset.validation import rules_page as findings_page
from earlyhelp.measures import documentation as measures_documentation

ROOT = Path(__file__).resolve().parent.parent
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ROOT_FILES = re.compile(r"^[\w.-]+\.(md|toml|txt)$|^Makefile$|^LICENSE$|^\.importlinter$")


def paper_name(paper: Path) -> str:
    return paper.relative_to(ROOT).as_posix()


def committed_files() -> list[Path]:
    """Every file git knows or would add; all of the folder's where there is no repository."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listing.returncode == 0 and listing.stdout:
        return [ROOT / name for name in listing.stdout.splitlines() if (ROOT / name).is_file()]
    made = re.compile(r"^(\.(?!ci|gitignore|importlinter).*|build|dist|node_modules|__pycache__)$")
    inside = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
    return [ROOT / path for path in inside if not any(made.match(part) for part in path.parts)]


def is_path(text: str) -> bool:
    """Whether a piece of code in a paper is meant as a path of this project."""
    if re.search(r"[\s<>*{}$]|^https?:|^/|^[A-Z_]+$", text) or text.startswith((".venv", "build/", "node_modules")):
        return False
    return text.split("/")[0] in {"earlyhelp", "docs", "tests", "examples", "bench", "campaigns", ".ci"} or bool(
        ROOT_FILES.match(text)
    )


def exists(text: str, paper: Path) -> bool:
    return any((start / text.partition("#")[0]).exists() for start in (ROOT, paper.parent))


@pytest.mark.parametrize("paper", PAPERS, ids=paper_name)
def test_every_path_and_link_in_a_paper_leads_somewhere(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
    named = [code for code in re.findall(r"`([^`\n]+)`", prose) if is_path(code)]
    linked = [link for link in re.findall(r"\]\(([^)\s]+)\)", prose) if not link.startswith(("http", "#", "mailto:"))]
    assert [name for name in named + linked if not exists(name, paper)] == []


@pytest.mark.parametrize("paper", PAPERS, ids=paper_name)
def test_every_make_target_in_a_paper_is_in_the_makefile(paper: Path) -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    asked = set(re.findall(r"(?:`|^)make ([a-z][a-z-]*)", paper.read_text(encoding="utf-8"), re.MULTILINE))
    assert asked - targets == set()


@pytest.mark.parametrize("paper", PAPERS, ids=paper_name)
def test_every_earlyhelp_command_in_a_paper_exists(paper: Path) -> None:
    asked = set(re.findall(r"(?:`|^|\\|\$ )earlyhelp ([a-z][a-z-]*)", paper.read_text(encoding="utf-8"), re.MULTILINE))
    assert asked - {command.name for command in list_commands()} == set()


def test_the_printed_pages_are_those_of_the_declarations() -> None:
    printed = {f"measures/{name}": text for name, text in measures_documentation.pages().items()}
    printed |= dataset_documentation.pages() | findings_page.pages()
    folder = ROOT / "docs" / "generated"
    kept = {page.relative_to(folder).as_posix(): page.read_text(encoding="utf-8") for page in folder.rglob("*.md")}
    assert sorted(kept) == sorted(printed)
    assert [name for name, text in printed.items() if kept[name] != text] == [], "run make docs"


def test_every_recipe_tells_in_a_line_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipes = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert recipes
    without_help = [name for name in recipes[1].split() if not re.search(rf"^{name}:.*## \w", makefile, re.MULTILINE)]
    assert without_help == []


def dependency_lines() -> list[str]:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    names = tomllib.loads(pyproject)
    wanted = [
        *names["project"]["dependencies"],
        *(line for group in names["dependency-groups"].values() for line in group),
    ]
    return [next(line for line in pyproject.splitlines() if line.strip().startswith(f'"{name}"')) for name in wanted]


def test_every_dependency_carries_its_reason() -> None:
    lines = dependency_lines()
    assert len(lines) > 10
    assert [line for line in lines if not re.search(r",\s+# \w.{15,}", line)] == []


def test_every_pinned_package_is_checked_by_hash() -> None:
    for pins in sorted(ROOT.glob("requirements*.txt")):
        text = pins.read_text(encoding="utf-8")
        packages = re.findall(r"^[a-z0-9][\w.-]*==.*(?:\n    --hash=sha256:\w+ ?\\?)*", text, re.MULTILINE)
        assert packages, pins.name
        assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == [], pins.name


def test_no_file_names_a_registry_or_a_place_on_somebodys_machine() -> None:
    # Put together from pieces, so that this file does not contain what it forbids.
    index_hosts = [
        "py" + "pi.org",
        "files.python" + "hosted.org",
        "registry.npm" + "js.org",
        "registry.yarn" + "pkg.com",
    ]
    homes = [r"/ho" + r"me/\w+/", r"/Us" + r"ers/\w+/", r"/ro" + r"ot/", r"C:\\Us" + r"ers\\", r"file:" + r"///\w"]
    # A folder right below the root, such as /app, would be found in many an innocent path.
    here = [r"(?<![\w.])" + re.escape(str(ROOT)) + r"\b"] if len(ROOT.parts) > 2 else []
    pattern = re.compile("|".join([*map(re.escape, index_hosts), *homes, *here]))
    faults: list[str] = []
    for path in committed_files():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        faults += [f"{path.relative_to(ROOT)}: {found[0]}" for found in [pattern.search(text)] if found]
    assert faults == []


def test_only_the_gate_s_room_knows_the_key_that_makes_released_cells() -> None:
    room = ROOT / "earlyhelp" / "disclosure"
    others = [path for path in (ROOT / "earlyhelp").rglob("*.py") if not path.is_relative_to(room)]
    assert len(others) > 20
    assert [path.name for path in others if re.search("GATE_KEY|make_cell", path.read_text(encoding="utf-8"))] == []


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    # -P keeps this project's own package from being found first; the copy is put on the path instead.
    start = (
        "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command; lint_imports_command()"
    )
    return subprocess.run(
        [sys.executable, "-P", "-c", start, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


PLANTED = {
    "a page that opens the dataset": ("publications", "import earlyhelp.dataset.declare"),
    "a writer that asks the database": ("report", "import duckdb"),
    "a gate that asks the database": ("disclosure", "import duckdb"),
    "a figure that needs the web framework": ("measures", "import django"),
    "a table that knows a measure": ("dataset", "import earlyhelp.measures.figures"),
    "an attacker that reads the gate's equations": ("attacker", "import earlyhelp.disclosure.policies"),
    "an attacker that knows a code list": ("attacker", "import earlyhelp.vocabulary"),
    "a period that knows a code list": ("statistics", "import earlyhelp.vocabulary"),
}


@pytest.fixture(scope="module")
def copied_code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(ROOT / "earlyhelp", folder / "earlyhelp", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", folder)
    return folder


def test_the_doors_hold_as_the_code_stands(copied_code: Path) -> None:
    result = lint_imports(copied_code)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("room, line", PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_import_is_refused(copied_code: Path, room: str, line: str) -> None:
    planted = copied_code / "earlyhelp" / room / "planted.py"
    planted.write_text(f"{line}\n", encoding="utf-8")
    try:
        result = lint_imports(copied_code)
    finally:
        planted.unlink()
    assert result.returncode == 1, result.stdout
    assert f"earlyhelp.{room}.planted" in result.stdout


def test_a_new_room_is_refused_until_it_has_its_place(copied_code: Path) -> None:
    room = copied_code / "earlyhelp" / "cellar"
    room.mkdir()
    (room / "__init__.py").write_text('"""A room nobody placed."""\n', encoding="utf-8")
    try:
        result = lint_imports(copied_code)
    finally:
        shutil.rmtree(room)
    assert result.returncode == 1
    assert "cellar" in result.stdout


def test_every_room_says_what_it_holds_and_what_comes_in() -> None:
    silent = [
        paper_name(package)
        for package in (ROOT / "earlyhelp").rglob("__init__.py")
        if '"""' not in package.read_text(encoding="utf-8")
    ]
    assert silent == []


def test_no_drawer_is_named_after_a_kind_of_code() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "process", "base"}
    assert [path.name for path in (ROOT / "earlyhelp").rglob("*") if path.stem in drawers] == []


def test_no_module_outgrows_four_hundred_lines() -> None:
    long = {
        paper_name(path): lines
        for folder in ("earlyhelp", "bench")
        for path in (ROOT / folder).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}
