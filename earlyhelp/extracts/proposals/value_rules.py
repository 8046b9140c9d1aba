"""How the texts of a column become values: what it is read with besides its name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from earlyhelp.dataset.declare import Column, Kind
from earlyhelp.extracts.mapping.declare import ColumnRule, DayOrder
from earlyhelp.extracts.proposals.assignment import Given
from earlyhelp.extracts.proposals.code_lines import ValueLine, code_lines, flag_lines, item_lines
from earlyhelp.extracts.proposals.column_profile import ColumnProfile, Trait
from earlyhelp.extracts.proposals.day_orders import is_of_months
from earlyhelp.extracts.proposals.drafts import Line, certainty_of, names_of, per_cent, why

_MOSTLY: Final = 0.5


def line_for(given: Given, column: Column) -> Line:
    """Return the line that reads a column of the dataset from the one it was given."""
    rule = ColumnRule(names_of((given.profile, *given.others)))
    profile = given.profile
    if column.refers_to in ("school", "district"):
        rule = replace(rule, lookup=column.refers_to)
    elif column.name.endswith("urn") and column.name != "urn":
        rule = replace(rule, lookup="school")
    elif column.kind is Kind.DATE and (column.name == "month" or is_of_months(profile)):
        rule = replace(rule, dates=(DayOrder.MONTH,))
    elif column.codes:
        rule = replace(rule, split=profile.code_share(column.codes)[1])
    elif column.whole:
        rule = replace(rule, round_down=profile.share(Trait.WHOLE) < 1)
    return Line(rule, certainty_of(given), why(given, _evidence(profile, column)))


def name_lines(profile: ColumnProfile) -> dict[str, ColumnRule]:
    """Return the rules that make forename and surname of a column with both."""
    form = "surname, forename" if profile.share(Trait.SURNAME_FIRST) > _MOSTLY else "forename surname"
    return {part: ColumnRule((profile.name,), split=form, part=part) for part in ("forename", "surname")}


def value_lines(profile: ColumnProfile, column: Column, form: str) -> list[ValueLine]:
    """Return the lines of a list of values for the texts of a column that nobody would understand without one."""
    if column.codes:
        return code_lines(profile, column.codes, form)
    if column.name == "item":
        return item_lines(profile)
    return flag_lines(profile) if column.kind is Kind.FLAG else []


def _evidence(profile: ColumnProfile, column: Column) -> str:
    if not profile.filled:
        return "it is empty in these files"
    if column.refers_to == "school":
        numbers = profile.share(Trait.SCHOOL_NUMBER)
        return f"{per_cent(numbers)} are numbers of schools" if numbers > _MOSTLY else "it names schools"
    if column.refers_to == "district":
        return "it names districts"
    if column.codes:
        known, _ = profile.code_share(column.codes)
        return f"{per_cent(known)} are in the list {column.codes}" if known else f"none is in the list {column.codes}"
    traits = {Kind.DATE: Trait.DAY, Kind.NUMBER: Trait.NUMBER, Kind.FLAG: Trait.FLAG}
    trait = traits.get(column.kind)
    if trait is Trait.DAY and is_of_months(profile):
        trait = Trait.MONTH
    if trait:
        return f"{per_cent(profile.share(trait))} are {trait.value}"
    return "each row has its own" if profile.is_unique and column.kind is Kind.ID else ""


def year_in(texts: tuple[str, ...]) -> str:
    """Return the one year that names of files and sheets hold; empty where there is none, or several."""
    years = {year for text in texts for year in re.findall(r"(?<![0-9])20[0-9]{2}(?![0-9])", text)}
    return years.pop() if len(years) == 1 else ""
