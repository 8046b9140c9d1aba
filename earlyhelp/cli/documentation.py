"""Prints docs/generated from the declarations: `make docs`, or `python -m earlyhelp.cli.documentation DIR`."""

from __future__ import annotations

import sys
from pathlib import Path

from earlyhelp.dataset import documentation as tables
from earlyhelp.dataset.validation import rules_page as findings
from earlyhelp.measures import documentation as measures


def print_all(folder: Path) -> None:
    """Write every generated page below a folder: tables, code lists, findings, measures."""
    tables.write_pages(folder)
    findings.write_pages(folder)
    measures.write_pages(folder / "measures")


if __name__ == "__main__":
    print_all(Path(sys.argv[1]))
