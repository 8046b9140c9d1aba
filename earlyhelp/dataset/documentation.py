"""The dataset's documentation: a page for each table, an overview and a page of codes, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from earlyhelp.dataset.catalogue import TABLES, THEMES, children_of, code_lists_used
from earlyhelp.dataset.column_wording import kind_in_words, requirement_in_words
from earlyhelp.dataset.declare import Column, Table
from earlyhelp.vocabulary.code_lists import CodeList, read_code_list

MADE = "<!-- Made from the declarations in earlyhelp/dataset/tables by `make docs`. Changes here are lost. -->\n"

INTRODUCTION = """\
# The tables of the dataset

A dataset is a folder with one file per table, named as the table (`request.csv` or `request.parquet`), and the file
`dataset.json`; or one Excel workbook with a sheet per table stands in place of the files. `earlyhelp template` writes
a blank workbook, `earlyhelp schema` the same rules as JSON Schema.

`dataset.json` holds the county's code (`county_code`), its name (`county_name`), the last day the records speak for
(`as_at`), and under `sources` for each table: the system it comes from (`system`), when it was taken
(`extracted_at`), the first day of its complete history (`complete_from`) and a `note`. In a workbook the sheets
`dataset` and `sources` may hold the same; then it needs no `dataset.json`.

- A table that is not supplied is not collected. A table that is supplied without rows says that there were none.
- An optional column that is not supplied is read as empty. A column that is not declared here is reported and dropped.
- Empty means not recorded, unless the column says otherwise. Not known, not applicable and zero are written as such.
- Dates are written year-month-day. Except where a column says so, they may not lie after `as_at`.
- Identifiers are text: leading zeros stay.
- Restricted tables hold identities. Linkage and the case screens alone may open them; no figure is made from them.
"""


def write_pages(folder: Path) -> None:
    """Write every page into the folder, such as docs/generated, and remove pages of tables that are no more.

    Raises OSError: a page cannot be written.
    """
    written = pages()
    for path, text in written.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    for file in (folder / "tables").glob("*.md"):
        if f"tables/{file.name}" not in written:
            file.unlink()


def pages() -> dict[str, str]:
    """Return the text of each page by its path below docs/generated."""
    tables = {f"tables/{table.name}.md": _table_page(table) for table in TABLES.values()}
    return {"tables/index.md": _overview(), **tables, "codes.md": _codes_page()}


def _overview() -> str:
    parts = [MADE, INTRODUCTION, "The values of coded columns are listed in [the codes](../codes.md).\n"]
    for theme, tables in THEMES.items():
        rows = [
            (f"[{table.name}]({table.name}.md)", ", ".join(table.key), table.meaning + _restricted(table))
            for table in tables
        ]
        parts += [f"## {theme}\n", _markdown_table(("table", "key", "a row says"), rows), _diagram(tables)]
    return "\n".join(parts)


def _restricted(table: Table) -> str:
    return " Restricted." if table.restricted else ""


def _diagram(tables: Iterable[Table]) -> str:
    """Draw what the tables of a theme refer to. The pages of the tables say the same in words."""
    lines = [
        f"    {column.refers_to} {'||' if column.required else '|o'}--o{{ {table.name} : {column.name}"
        for table in tables
        for column in table.columns
        if column.refers_to
    ]
    return "\n".join(["", "```mermaid", "erDiagram", *lines, "```", ""]) if lines else ""


def _table_page(table: Table) -> str:
    parts = [MADE, f"# {table.name}\n", table.meaning + "\n"]
    if table.restricted:
        parts.append("**Restricted**: identities, read by linkage and the case screens alone.\n")
    parts += [f"- Theme: {table.theme}", f"- Key: {', '.join(table.key)}", f"- Referred to by: {_referring(table)}\n"]
    headings = ("column", "filled", "takes", "meaning", "standard")
    parts.append(_markdown_table(headings, [_column_row(table, column) for column in table.columns]))
    parts.append("\n[All tables](index.md) · [All codes](../codes.md)\n")
    return "\n".join(parts)


def _referring(table: Table) -> str:
    return ", ".join(f"[{name}]({name}.md)" for name in children_of(table.name)) or "no table"


def _column_row(table: Table, column: Column) -> tuple[str, ...]:
    takes = f"a code from [{column.codes}](../codes.md#{column.codes})" if column.codes else kind_in_words(column)
    if column.refers_to:
        takes += f", in [{column.refers_to}]({column.refers_to}.md)"
    return (f"`{column.name}`", requirement_in_words(table, column), takes, column.meaning, column.standard)


def _codes_page() -> str:
    introduction = "# Codes\n\nThe values that coded columns take, in the order in which they are printed.\n"
    return "\n".join([MADE, introduction, *(_code_list(read_code_list(name)) for name in code_lists_used())])


def _code_list(codes: CodeList) -> str:
    users = [
        f"[{table.name}](tables/{table.name}.md).{column.name}"
        for table in TABLES.values()
        for column in table.columns
        if column.codes == codes.name
    ]
    extra = list(dict.fromkeys(name for entry in codes.entries for name in entry.more))
    headings = ("code", "meaning", "standard", "maps to", *extra)
    rows = [
        (f"`{entry.code}`", entry.meaning, entry.standard, entry.maps_to, *(entry.more.get(name, "") for name in extra))
        for entry in codes.entries
    ]
    return f"## {codes.name}\n\nUsed by {', '.join(users)}.\n\n{_markdown_table(headings, rows)}\n"


def _markdown_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
