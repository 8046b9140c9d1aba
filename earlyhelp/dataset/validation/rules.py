"""Every rule of validation, declared once: its id, its effect on the row, what it says to the person at the source.

Groups: EH00 files and tables, EH01 the form of a value, EH02 identity of rows, EH03 references, EH04 dates that cannot
be, EH05 orders of dates, EH06 cases. A Q at the end marks a query: the row is kept and the query may be answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Effect(StrEnum):
    """What a finding does. A notice concerns a file or a column and no row."""

    REFUSED = "refused"
    REFUSED_WITH_PARENT = "refused_with_parent"
    BLANKED = "blanked"
    KEPT = "kept"
    NOTICE = "notice"

    @property
    def in_words(self) -> str:
        """The effect as a command prints it: a kept row is a query to the person at the source."""
        return "query" if self is Effect.KEPT else self.value.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    says        a sentence with {table} {row} {column} {value} {other} {other_value} {key} to be filled in
    put_right   what the person at the source is asked to do
    table       the one table it is about, empty where it may be any
    """

    id: str
    effects: tuple[Effect, ...]
    title: str
    says: str
    put_right: str
    table: str = ""

    @property
    def is_query(self) -> bool:
        return self.id.endswith("Q")


_EITHER = (Effect.REFUSED, Effect.BLANKED)

FILE_RULES = (
    Rule("EH0001", (Effect.NOTICE,), "Unknown column",
         "The column `{column}` of `{table}` is not in the dataset and is dropped.",
         "Leave it out, or check its name against the table's page."),
    Rule("EH0002", (Effect.REFUSED,), "Required column not there",
         "`{table}` has no column `{column}`, so none of its rows can be used.",
         "Add the column, or take the file away if the table is not collected."),
    Rule("EH0003", (Effect.REFUSED,), "Column named twice",
         "`{table}` has more than one column `{column}`, so none of its rows can be used.",
         "Keep the right one and delete the other."),
    Rule("EH0004", (Effect.REFUSED,), "Row does not fit its columns",
         "The row has {value}.",
         "Put right the cells or quotation marks of this row, best by saving the file again from its source."),
    Rule("EH0005", (Effect.NOTICE,), "Unknown file or sheet",
         "`{table}` is not a table of the dataset and was not read.",
         "Take it out of the folder, or check its name against the list of tables."),
    Rule("EH0006", (Effect.NOTICE,), "Reference not checked",
         "`{column}` of `{table}` was not checked, because `{other}` was not supplied.",
         "Supply the table if you have it."),
    Rule("EH0007", (Effect.NOTICE,), "Source of an unknown table",
         "The manifest describes the source of `{table}`, which is not a table of the dataset.",
         "Check the name against the list of tables."),
)  # fmt: skip

WRONG_RESPONDENT = Rule(
    "EH0108", (Effect.BLANKED,), "Answer of another respondent",
    "`{column}` {value} is not an answer of {other}: they answer {other_value}.",
    "Correct the answer, or who filled in the form in `closing_form`.",
    table="closing_answer",
)  # fmt: skip

VALUE_RULES = (
    Rule("EH0101", (Effect.REFUSED,), "Required value missing",
         "`{column}` is empty, and a row cannot be used without it.",
         "Fill it in in the case system."),
    Rule("EH0102", _EITHER, "Not a date",
         "`{column}` {value} is not a day of the calendar written as 2016-07-31.",
         "Correct the date, or write it as year-month-day when you extract it."),
    Rule("EH0103", _EITHER, "Not true or false",
         "`{column}` {value} is neither true nor false.",
         "Write true or false, or leave it empty if it is not recorded."),
    Rule("EH0104", _EITHER, "Not a number",
         "`{column}` {value} is not a number written in digits with at most one decimal point.",
         "Write it in digits, with a minus sign before it where it is below nought, without spaces or words."),
    Rule("EH0105", _EITHER, "Not a whole number",
         "`{column}` {value} is not a whole number.",
         "Write a whole number."),
    Rule("EH0106", _EITHER, "Number out of bounds",
         "`{column}` {value} lies outside what the column can hold ({other_value}).",
         "Correct the number."),
    Rule("EH0107", _EITHER, "Not in the list",
         "`{column}` {value} is not in the list of codes `{other}` ({other_value}).",
         "Choose a code of that list, exactly as it is spelled there."),
    WRONG_RESPONDENT,
)  # fmt: skip

ROW_RULES = (
    Rule("EH0201", (Effect.REFUSED,), "Key used twice",
         "The key {key} is already used by row {other_value}, which stays; the rows differ.",
         "Keep the right row, or give this one a key of its own."),
    Rule("EH0202", (Effect.REFUSED,), "Exact copy",
         "The row is an exact copy of row {other_value}, which stays.",
         "Delete the copy, or check whether the extract joins something twice."),
    Rule("EH0301", (Effect.REFUSED,), "Required reference to nothing",
         "`{column}` {value} is not in `{other}`, and a row cannot be used without it.",
         "Correct it, or add the row it refers to."),
    Rule("EH0302", (Effect.BLANKED,), "Reference to nothing",
         "`{column}` {value} is not in `{other}`, so it is read as {other_value}.",
         "Correct it, or add the row it refers to."),
    Rule("EH0303", (Effect.REFUSED_WITH_PARENT,), "Refused with its parent",
         "`{column}` {value} is a row of `{other}` that was itself refused.",
         "Nothing here: put right the row of `{other}`, and this one is used again."),
    Rule("EH0304", (Effect.BLANKED,), "Reference to a refused row",
         "`{column}` {value} is a row of `{other}` that was itself refused, so it is read as {other_value}.",
         "Nothing here: put right the row of `{other}`."),
    Rule("EH0401", _EITHER, "After the last day",
         "`{column}` {value} is after {other_value}, the last day the data speak for.",
         "Correct the date, or `as_at` in dataset.json if the extract is newer."),
    Rule("EH0402", (Effect.REFUSED,), "Ended before it started",
         "`{column}` {value} is before `{other}` {other_value}.",
         "Correct whichever is wrong in the case system."),
    Rule("EH0403", (Effect.REFUSED,), "Closed before it was opened",
         "`{column}` {value} is before `{other}` {other_value}.",
         "Correct whichever is wrong in the case system."),
    Rule("EH0404", (Effect.REFUSED,), "Lasted to a day before it began",
         "`{column}` {value} is before `{other}` {other_value}.",
         "Correct whichever is wrong in the case system."),
)  # fmt: skip

ENDS_BEFORE_STARTS = {
    ("ended_on", "started_on"): "EH0402",
    ("closed_on", "opened_on"): "EH0403",
    ("to_on", "from_on"): "EH0404",
}
"""End and start columns that no table may hold the wrong way round, and the rule that says so."""
