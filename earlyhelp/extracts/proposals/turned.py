"""Columns that are rows in truth: months across, questions across, and boxes that were counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.declare import Kind
from earlyhelp.extracts.proposals.code_texts import code_of, meant_by
from earlyhelp.extracts.proposals.column_profile import ColumnProfile, Trait
from earlyhelp.extracts.proposals.headings import likeness_to_column
from earlyhelp.extracts.proposals.layouts import Layout, Page
from earlyhelp.extracts.proposals.words import words_of
from earlyhelp.extracts.values.days import read_month
from earlyhelp.extracts.values.doubt import Doubt

MONTH, QUESTION, ANSWER, COMMENT, COUNT, FORM = "Month", "Question", "Answer", "Comment", "Count", "Form number"

_LEAST_MONTHS: Final = 3
_LEAST_QUESTIONS: Final = 3
_LEAST_BOXES: Final = 2
_MOSTLY_LONG: Final = 0.3
_WRITTEN: Final = frozenset({"comment", "tell", "explain"})
_FILLED: Final = 0.7
_NAMES_THE_FIGURE: Final = 0.55
_QUESTION: Final = re.compile(r"q ?[0-9]+ ?[a-z]?\b.*|\S+( \S+){2,}", re.IGNORECASE)

_NUMBERED: Final = re.compile(r"q(uestion)? ?[0-9]", re.IGNORECASE)


@dataclass(frozen=True)
class Turned:
    """The columns of a layout as its tables will see them.

    columns     names of the columns that become rows; empty where none do
    name, value     names of the two columns made of them
    counted     whether `value` counts how many forms say the same, so that one row becomes several
    profiles    of all columns that then are there
    """

    profiles: Sequence[ColumnProfile]
    columns: tuple[str, ...] = ()
    name: str = ""
    value: str = ""
    counted: bool = False


def turn(layout: Layout) -> list[Turned]:
    """Return the columns of a layout, with those that are rows in truth made into a name and a value.

    Twice where both what was ticked and what was written stand there: each gives rows of its own.
    """
    profiles = layout.profiles
    if months := _months(profiles):
        return [_turned(profiles, months, MONTH, _figure(layout) or "FTE")]
    if boxes := _boxes(profiles):
        return [_turned(profiles, boxes, ANSWER, COUNT, counted=True)]
    if questions := _questions(profiles):
        written = _comments(profiles, questions)
        ticked = _turned([each for each in profiles if each not in written], questions, QUESTION, ANSWER)
        ids = [each for each in profiles if "id" in words_of(each.name) and "school" not in words_of(each.name)]
        return [ticked, _turned([*ids, *written], written, QUESTION, COMMENT)] if written and ids else [ticked]
    return [Turned(profiles)]


def apart_by_figure(layout: Layout) -> list[Layout]:
    """Return the sheets of a layout with months across apart where each holds another figure, as its name says."""
    if not _months(layout.profiles):
        return [layout]
    pages: dict[str, list[Page]] = {}
    for page in layout.pages:
        pages.setdefault(_figure_named((page.sheet.name,))[0], []).append(page)
    return [replace(layout, pages=tuple(each)) for each in pages.values()] if len(pages) > 1 else [layout]


def _turned(
    profiles: Sequence[ColumnProfile], columns: list[ColumnProfile], name: str, value: str, *, counted: bool = False
) -> Turned:
    names = tuple(each.name for each in columns)
    rows = columns[0].rows * len(columns)
    values = sum((each.counts for each in columns), Counter[str]())
    made = [
        ColumnProfile(name, rows, Counter({each.name: max(each.filled, 1) for each in columns})),
        ColumnProfile(value, rows, values),
    ]
    kept = [each for each in profiles if each.name not in names]
    return Turned([*kept, *made], names, name, value, counted)


def _months(profiles: Sequence[ColumnProfile]) -> list[ColumnProfile]:
    found = [
        each
        for each in profiles
        if re.search(r"[0-9]", each.name)
        and not isinstance(read_month(each.name, (), 0, None), Doubt)
        and (not each.filled or each.share(Trait.NUMBER) >= _FILLED)
    ]
    return found if len(found) >= _LEAST_MONTHS else []


def _figure(layout: Layout) -> str:
    """The text on the sheets that names the figure below the months."""
    return _figure_named([text for page in layout.pages[:1] for text in (page.sheet.name, page.title)])[1]


def _figure_named(texts: Sequence[str]) -> tuple[str, str]:
    numbers = [column.name for column in TABLES["staffing"].columns if column.kind is Kind.NUMBER]
    ranked = [
        (likeness_to_column(text, "staffing", column, True), column, text) for text in texts for column in numbers
    ]
    best = max(ranked, default=(0.0, "", ""))
    return (best[1], best[2]) if best[0] >= _NAMES_THE_FIGURE else ("", "")


def _boxes(profiles: Sequence[ColumnProfile]) -> list[ColumnProfile]:
    found = [
        each
        for each in profiles
        if (code_of(each.name, "closing_answer") or meant_by(each.name, "closing_answer") or _is_left_blank(each.name))
        and (not each.filled or each.share(Trait.WHOLE) >= _FILLED)
    ]
    return found if sum(not _is_left_blank(each.name) for each in found) >= _LEAST_BOXES else []


def _is_left_blank(name: str) -> bool:
    return bool(re.fullmatch(r"(left )?(blank|empty)|no (answer|response)|not answered", name, re.IGNORECASE))


def _questions(profiles: Sequence[ColumnProfile]) -> list[ColumnProfile]:
    asked = [each for each in profiles if _QUESTION.fullmatch(each.name)]
    found = [each for each in asked if _holds_answers(each)]
    if len(found) < _LEAST_QUESTIONS:
        return []
    answers = {text for each in found for text in each.counts}
    return [each for each in asked if each in found or _is_answered_alike(each, answers)]


def _is_answered_alike(profile: ColumnProfile, answers: set[str]) -> bool:
    """Say whether a question is answered as those beside it are; one that nobody answered is known by its number."""
    if not profile.filled:
        return bool(_NUMBERED.match(profile.name))
    alike = sum(count for text, count in profile.counts.items() if text in answers)
    return profile.is_a_list and alike >= _FILLED * profile.filled


def _comments(profiles: Sequence[ColumnProfile], questions: Sequence[ColumnProfile]) -> list[ColumnProfile]:
    """Columns of free text beside the questions: what people wrote about them."""
    others = [each for each in profiles if each not in questions and not each.is_unique]
    return [each for each in others if each.share(Trait.LONG) > _MOSTLY_LONG or words_of(each.name) & _WRITTEN]


def _holds_answers(profile: ColumnProfile) -> bool:
    if not profile.is_a_list or profile.distinct > 8:
        return False
    return any(
        max(profile.code_share(name)[0], profile.meant_share(name)) >= _FILLED
        for name in ("survey_answer", "closing_answer")
    )
