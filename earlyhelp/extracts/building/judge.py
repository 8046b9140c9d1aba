"""Looks at a whole run for what single rows do not show: files of two months, tables of nothing, no register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.extracts.building.build import Built
from earlyhelp.extracts.building.made_rows import MadeRows
from earlyhelp.extracts.building.questions import Questions

# What many files name on purpose: the same family, child or school stands in each.
_NAMED_ANYWHERE: Final = frozenset({"district", "school", "family", "person", "identity", "worker", "survey_wave"})
_MOSTLY: Final = 0.5
_LEAST_ROWS: Final = 3


def judge_run(built: Built, questions: Questions) -> None:
    """Drop tables that would look empty and are not, and ask about what a person would wonder at."""
    _drop_tables_of_nothing(built, questions)
    for made in built.made:
        if made.rule.name not in _NAMED_ANYWHERE and len(TABLES[made.rule.name].key) == 1:
            _ask_about_issues(made, questions)
    _note_missing_register(built, questions)
    if any(TABLES[name].restricted and rows for name, rows in built.tables.items()):
        questions.note(
            "Tables with names and numbers of people were written, for matching with social care. No figure opens "
            "them; take identity and referral_identity out of the mapping unless you match."
        )


def ask_about_day(as_at: date, found: Sequence[tuple[str, str]], questions: Questions) -> None:
    """Ask about a last day that lies before the day a file says of itself.

    found   the days that files name, each with the sheet that names it
    """
    later = [f"{title} ({day})" for day, title in found if date.fromisoformat(day) > as_at]
    if later:
        questions.ask(
            f"--as-at {as_at} is before the day in {', '.join(later)}: rows after it will be refused by the check",
            "leave --as-at out, or give files of that day",
        )


def _drop_tables_of_nothing(built: Built, questions: Questions) -> None:
    """Take out tables that are empty because no file was given or all rows were refused: absent is not zero."""
    for name in [name for name, rows in built.tables.items() if not rows]:
        made = [each for each in built.made if each.rule.name == name]
        refused = sum(len(each.refused) for each in made)
        if made and not any(each.rows.parts for each in made):
            del built.tables[name]
        elif refused:
            del built.tables[name]
            rows = "The one row" if refused == 1 else f"All {refused:,} rows"
            questions.ask(
                f"{rows} for {name} had to be refused, so the table is not written: it counts as not collected, "
                "which is not zero",
                "see below why",
            )


def _ask_about_issues(made: MadeRows, questions: Questions) -> None:
    """Ask where two files of one source hold mostly the same rows, as two months of one report do."""
    keys: dict[str, set[tuple[str, ...]]] = {}
    for part in made.rows.parts:
        given = (made.given.get(place) for place in range(part.start, part.end))
        keys.setdefault(part.laid_out.sheet.file, set()).update(each.key for each in given if each)
    files = sorted(keys)
    for place, first in enumerate(files):
        for second in files[place + 1 :]:
            shared, smaller = len(keys[first] & keys[second]), min(len(keys[first]), len(keys[second]))
            if shared >= _LEAST_ROWS and shared > _MOSTLY * smaller:
                questions.ask(
                    f"{first} and {second} hold {shared:,} rows of {made.rule.name} with the same ids: are they two "
                    "months of one report",
                    "keep the newer file alone; where both are needed, say with `take` which of two values counts",
                )


def _note_missing_register(built: Built, questions: Questions) -> None:
    names_schools = any(
        made.places and TABLES[made.rule.name].column(column).refers_to == "school" and any(values)
        for made in built.made
        for column, values in made.columns.items()
    )
    if names_schools and not built.tables.get("school"):
        questions.note(
            "The files name schools, and no table school was made, so nothing is known of them. Add the national "
            "register (all establishments, CSV) and --mapping school_register."
        )
