"""The documentation pages are those the declaration makes."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

from earlyhelp.dataset.catalogue import TABLES, code_lists_used
from earlyhelp.dataset.documentation import pages, write_pages
from earlyhelp.vocabulary.code_lists import read_code_list

GENERATED = Path(__file__).parents[2] / "docs" / "generated"
PAGES = pages()


def test_the_committed_pages_are_up_to_date() -> None:
    stale = [path for path, text in PAGES.items() if (GENERATED / path).read_text(encoding="utf-8") != text]
    assert stale == [], "run make docs"


def test_no_page_is_left_of_a_table_that_is_no_more() -> None:
    assert {f"tables/{file.name}" for file in (GENERATED / "tables").iterdir()} == set(PAGES) - {"codes.md"}


def test_every_table_has_a_page_that_names_each_column_with_its_meaning() -> None:
    for name, table in TABLES.items():
        page = PAGES[f"tables/{name}.md"]
        for column in table.columns:
            row = next(line for line in page.splitlines() if line.startswith(f"| `{column.name}` |"))
            assert column.meaning in row
            assert ("required" in row.split("|")[2]) is column.required
            assert column.refers_to is None or f"({column.refers_to}.md)" in row


def test_every_code_has_its_meaning_on_the_page_of_codes() -> None:
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", PAGES["codes.md"], flags=re.MULTILINE | re.DOTALL))
    assert list(sections) == list(code_lists_used())
    for name, section in sections.items():
        for entry in read_code_list(name).entries:
            assert f"| `{entry.code}` | {entry.meaning} |" in section


def test_links_lead_to_pages_and_headings_that_exist() -> None:
    for path, text in PAGES.items():
        for target in re.findall(r"\]\(([^)]+)\)", text):
            file, _, heading = target.partition("#")
            linked = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
            assert linked in PAGES, f"{path} links to {target}"
            assert not heading or f"## {heading}\n" in PAGES[linked]


def test_restricted_tables_say_so_on_their_page_and_in_the_overview() -> None:
    marked = {name for name in TABLES if "**Restricted**" in PAGES[f"tables/{name}.md"]}
    assert marked == {"identity", "referral_identity"}
    assert PAGES["tables/index.md"].count("Restricted. |") == len(marked)


def test_the_overview_draws_every_reference() -> None:
    drawn = re.findall(r"^ +(\w+) [|o]{2}--o\{ (\w+) : (\w+)$", PAGES["tables/index.md"], flags=re.MULTILINE)
    assert set(drawn) == {
        (column.refers_to, table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if column.refers_to
    }


def test_writing_replaces_pages_and_removes_those_of_tables_that_are_no_more(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "invoice.md").write_text("old")
    (tmp_path / "tables" / "request.md").write_text("old")
    write_pages(tmp_path)
    written = {
        file.relative_to(tmp_path).as_posix(): file.read_text(encoding="utf-8") for file in tmp_path.rglob("*.md")
    }
    assert written == PAGES
