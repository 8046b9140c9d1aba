"""The sentences with which a workbook is refused."""

from __future__ import annotations

from earlyhelp.dataset.reading.cannot_read import CannotRead


def damaged(name: str, how: str) -> CannotRead:
    """Return the refusal of a broken file.

    how     what is wrong with it, to stand behind its name, such as: ends in the middle
    """
    return CannotRead(f"{name} {how}. It is damaged or not what its name says. Save it again in Excel, or as CSV.")


def too_large(name: str, how: str) -> CannotRead:
    return CannotRead(f"{name} {how}, more than is read from a workbook. Save the table as CSV.")


def has_password(name: str) -> CannotRead:
    return CannotRead(f"{name} is protected by a password. Open it, save it without the password, and use that file.")


def sheet_differs(name: str, sheet: str) -> CannotRead:
    """Two readers that do not agree: a row may be lost, and nobody could tell which."""
    return CannotRead(
        f"{name}, sheet {sheet}: two ways of counting its rows do not agree, so rows could be lost. "
        "Save it again in Excel, or as CSV."
    )
