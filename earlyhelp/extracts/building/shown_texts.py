"""Which texts of a council's files a message may show, and which columns of a source name people."""

from __future__ import annotations

import re
from typing import Final

from earlyhelp.dataset.withheld import names_people
from earlyhelp.extracts.mapping.declare import Mapping
from earlyhelp.extracts.values.tidy import same_name, tidy

UNSHOWN: Final = "a text there"
"""What a message says in place of a text that may be about a person."""

_LONGEST_SHOWN: Final = 60
# A day and a year, or a long text: somebody wrote about a family where a code was wanted.
_FREE_TEXT: Final = re.compile(r"\d{1,2}[-./ ]\d{1,2}[-./ ]\d{2,4}")


def shown_text(text: str) -> str:
    """Return a text as a message shows it, in quotation marks; words in its place where it reads like a note."""
    plain = tidy(text)
    if not plain or len(plain) > _LONGEST_SHOWN or (len(plain) > len("31/12/2016") and _FREE_TEXT.search(plain)):
        return UNSHOWN
    return f'"{plain}"'


def personal_columns(mapping: Mapping, source: str) -> frozenset[str]:
    """Return the columns of a source that name a person or tell a day of birth anywhere in the mapping.

    Whatever else such a column is used for by mistake, its texts are not shown.
    """
    return frozenset(
        same_name(name)
        for rule in mapping.tables_of(source)
        for column, each in rule.columns.items()
        if names_people(rule.name, column)
        for name in each.columns_read
    )
