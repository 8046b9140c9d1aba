"""The catalogue as Markdown pages, printed from the declarations: `python -m earlyhelp.measures.documentation DIR`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from earlyhelp.measures.catalogue import CATALOGUE, THEMES
from earlyhelp.measures.declare import Measure
from earlyhelp.measures.explain import facts, statements
from earlyhelp.measures.scope import Scope
from earlyhelp.periods import Period

# The SQL on the pages is that of the period of the 2016 report card, for the county and its districts and schools.
SAMPLE = Scope(
    period=Period(date(2016, 1, 1), date(2016, 7, 31)),
    as_at=date(2016, 9, 15),
    county_code="E10000028",
    present=frozenset(),
)


def measure_page(measure: Measure) -> str:
    """Return the Markdown page of one measure."""
    lines = [f"# {measure.name}", "", measure.asks, "", "| | |", "|---|---|"]
    lines += [f"| {label} | {_cell(label, text)} |" for label, text in facts(measure)[1:]]
    lines += ["", "## SQL", "", f"For {SAMPLE.period.label}, data as at {SAMPLE.as_at.isoformat()}.", ""]
    for statement in statements(measure, SAMPLE):
        lines += [statement.purpose, "", "```sql", statement.sql, "```", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _cell(label: str, text: str) -> str:
    escaped = text.replace("|", "\\|")
    is_sql = label in ("Count", "Out of") and not text.startswith(("no ", "every "))
    return f"`{escaped}`" if is_sql else escaped


def index_page() -> str:
    """Return the Markdown page that lists every measure by theme."""
    lines = ["# The measures", "", f"{len(CATALOGUE)} measures, each printed from its declaration.", ""]
    for theme in THEMES:
        lines += [f"## {theme.capitalize()}", "", "| measure | question | unit | written for |", "|---|---|---|---|"]
        lines += [
            f"| [{m.name}]({m.name}.md) | {m.asks} | {m.unit} | {', '.join(m.levels)} |"
            for m in CATALOGUE.values()
            if m.theme == theme
        ]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def pages() -> dict[str, str]:
    """Return file name -> Markdown text of every page."""
    return {"index.md": index_page(), **{f"{m.name}.md": measure_page(m) for m in CATALOGUE.values()}}


def write_pages(folder: Path) -> None:
    """Write all pages into a folder and remove pages of measures that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    written = pages()
    for stale in folder.glob("*.md"):
        if stale.name not in written:
            stale.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
