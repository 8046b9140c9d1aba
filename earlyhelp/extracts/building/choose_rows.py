"""Chooses the rows of a source that a table is made from."""

from __future__ import annotations

from collections.abc import Mapping

from earlyhelp.extracts.building.known_places import KnownPlaces
from earlyhelp.extracts.building.questions import Questions
from earlyhelp.extracts.building.source_rows import SourceRows
from earlyhelp.extracts.mapping.declare import TableRule
from earlyhelp.extracts.values.tidy import is_missing, same_name, tidy

OUTSIDE: str = "of a district outside the county"


def choose_rows(
    rule: TableRule, rows: SourceRows, places: KnownPlaces, questions: Questions
) -> tuple[list[int], dict[int, str]]:
    """Return the places of the rows to use, and of those left out with the reason.

    Texts in a column of `where` that neither `where` nor `leave_out` names are asked about.
    """
    left_out: dict[int, str] = {}
    for name in rule.only_if_filled:
        for place, text in enumerate(rows.texts((name,))):
            if is_missing(tidy(text), rows.source.missing):
                left_out.setdefault(place, f"`{name}` is empty")
    for name in {**rule.where, **rule.leave_out}:
        _leave_out_by_text(rule, name, rows, left_out, questions)
    if rule.only_in_county:
        known: dict[str, bool] = {}
        for place, text in enumerate(rows.texts((rule.only_in_county,))):
            if text not in known:
                known[text] = places.is_in_county(tidy(text))
            if not known[text]:
                left_out.setdefault(place, OUTSIDE)
    return [place for place in range(len(rows)) if place not in left_out], left_out


def _leave_out_by_text(
    rule: TableRule, name: str, rows: SourceRows, left_out: dict[int, str], questions: Questions
) -> None:
    wanted, unwanted = _names(rule.where, name), _names(rule.leave_out, name)
    for place, text in enumerate(rows.texts((name,))):
        plain = same_name(text)
        if plain in unwanted or (wanted and plain not in wanted):
            left_out.setdefault(place, f"`{name}` says otherwise")
        # A rule that says what it wants, and what it does not, has to say which of the two a new text is.
        if wanted and unwanted and plain not in wanted | unwanted:
            questions.ask_about_choice(rule, name, tidy(text), rows, place)


def _names(texts: Mapping[str, tuple[str, ...]], name: str) -> set[str]:
    return {same_name(text) for text in texts.get(name, ())}
