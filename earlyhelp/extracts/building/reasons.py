"""Why rows were refused and values not recorded: like reasons together, with their count and first place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from earlyhelp.extracts.building.account import Outcome
from earlyhelp.extracts.building.made_rows import MadeRows
from earlyhelp.extracts.building.source_rows import SourceRows

_TOLD_APART: Final = re.compile(r'"[^"]*"|(?<=row )[0-9]+')
# What a text could have been stands with its question; a list of reasons need not say it again.
_CHOICES: Final = re.compile(r"(is not in the list \w+|is no district of the county): .*")


@dataclass(slots=True)
class Reason:
    """Why rows or values of one source are not used in one table.

    table   empty where no table was offered the row: it could not be read at all
    why     without the texts that differ from row to row
    """

    table: str
    source: str
    outcome: Outcome
    why: str
    first: str
    count: int = 0

    @property
    def in_words(self) -> str:
        """The reason with its count and its first place."""
        what = "row" if self.outcome is Outcome.REFUSED else "value"
        many = f"1 {what}" if self.count == 1 else f"{self.count:,} {what}s"
        became = "refused" if self.outcome is Outcome.REFUSED else "not recorded"
        whose = f"{self.table} from {self.source}" if self.table else self.source
        return f"{whose}: {many} {became}. {self.why}. First: {self.first}."


def reasons_of(sources: Sequence[SourceRows], made: Sequence[MadeRows]) -> list[Reason]:
    """Return why rows were refused and values blanked, the commonest of each table first."""
    found: dict[tuple[str, str, Outcome, str], Reason] = {}
    for table, source, outcome, why, first in (*_of_sheets(sources), *_of_tables(made)):
        plain = _CHOICES.sub(r"\1", _TOLD_APART.sub("…", why)).removesuffix(".")
        reason = found.setdefault((table, source, outcome, plain), Reason(table, source, outcome, plain, first))
        reason.count += 1
    return sorted(found.values(), key=lambda each: (each.outcome is Outcome.BLANKED, -each.count))


def _of_sheets(sources: Sequence[SourceRows]) -> Iterator[tuple[str, str, Outcome, str, str]]:
    for rows in sources:
        for number, part in enumerate(rows.parts):
            sheet = part.laid_out.sheet
            for row, why in sheet.damaged.items():
                yield "", rows.source.name, Outcome.REFUSED, why, f"{sheet.title}, row {row}"
            for each in rows.uncounted:
                if each.part == number:
                    yield "", rows.source.name, Outcome.REFUSED, each.why, f"{sheet.title}, row {each.number}"


def _of_tables(made: Sequence[MadeRows]) -> Iterator[tuple[str, str, Outcome, str, str]]:
    for each in made:
        of = (each.rule.name, each.rows.source.name)
        for place, why in sorted(each.refused.items()):
            yield *of, Outcome.REFUSED, why, each.where(place)
        for blanked in each.blanked:
            if blanked.place not in each.refused:
                yield *of, Outcome.BLANKED, blanked.why, each.where(blanked.place)
