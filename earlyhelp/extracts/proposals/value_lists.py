"""The lists of values of a proposal: one for each code list, shared by all columns that need it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from earlyhelp.dataset.declare import Column
from earlyhelp.extracts.mapping.declare import TableRule
from earlyhelp.extracts.mapping.write import Remarks
from earlyhelp.extracts.proposals.code_lines import ValueLine
from earlyhelp.extracts.values.toml_lines import line as toml_line


@dataclass(slots=True)
class ValueLists:
    """Lines of values by the name of their list.

    code_lists  what each list is for: what a text means follows from it alone, so columns can share a list
    columns     the columns of the source whose texts are asked about, by list
    """

    lines: dict[str, dict[str, ValueLine]] = field(default_factory=dict[str, dict[str, ValueLine]])
    code_lists: dict[str, str] = field(default_factory=dict[str, str])
    columns: dict[str, dict[str, None]] = field(default_factory=dict[str, dict[str, None]])

    def add(self, column: Column, table: str, read_from: str, lines: Iterable[ValueLine]) -> str:
        """Add the lines of a column, and return the name of the list they are in.

        read_from   the column of the source
        """
        for_what = column.codes or f"{table}.{column.name}"
        name = next(
            (each for each in (column.name, f"{table}_{column.name}") if self._is_free(each, for_what)), for_what
        )
        self.code_lists[name] = for_what
        for line in lines:
            self.lines.setdefault(name, {}).setdefault(line.text, line)
            if not line.is_sure:
                self.columns.setdefault(name, {})[read_from] = None
        return name

    def _is_free(self, name: str, for_what: str) -> bool:
        return self.code_lists.get(name, for_what) == for_what

    def fill_in(self, tables: Sequence[TableRule]) -> tuple[TableRule, ...]:
        """Return the tables with all that is sure in the lists they name."""
        return tuple(
            replace(
                table,
                columns={
                    name: replace(rule, values=self._sure(rule.values_name)) if rule.values_name else rule
                    for name, rule in table.columns.items()
                },
            )
            for table in tables
        )

    def _sure(self, name: str) -> dict[str, str]:
        return {line.text: line.code for line in self.lines.get(name, {}).values() if line.is_sure}

    def remark_on(self, remarks: Remarks) -> list[str]:
        """Write the reasons behind the lines and the open lines below them; return the questions."""
        questions: list[str] = []
        for name, lines in self.lines.items():
            for line in lines.values():
                if line.is_sure:
                    remarks.behind["values", name, line.text] = f"likely: {line.why}"
            asked = [
                toml_line(line.text, line.code or "?", f"? {line.why}") for line in lines.values() if not line.is_sure
            ]
            if asked:
                remarks.below["values", name] = asked
                columns = ", ".join(f"`{column}`" for column in self.columns[name])
                texts = "does 1 text" if len(asked) == 1 else f"do {len(asked)} texts"
                questions.append(f"[values.{name}]: what {texts} of {columns} stand for?")
        return questions
