"""A reader that would never end: it takes the limit of the true one, of which it has a second left."""

from __future__ import annotations

from earlyhelp.extracts.files import workbook_child


def main() -> None:
    """Work on under the limit."""
    workbook_child.MOST_SECONDS = 1  # pyright: ignore[reportConstantRedefinition, reportAttributeAccessIssue]
    workbook_child.limit_time()
    while True:
        pass


if __name__ == "__main__":
    main()
