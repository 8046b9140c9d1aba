"""Answers what a text asks of the figures, from the released cells of a card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.places import COUNTY, DISTRICT, Place
from earlyhelp.publications.labels import inside_a_sentence, schools_of
from earlyhelp.publications.limits import unusable_table
from earlyhelp.publications.released_figures import Labelled, ReleasedCells, ReleasedFigures
from earlyhelp.publications.school_report_card import card
from earlyhelp.publications.school_report_card.requests_from_schools import stage_name
from earlyhelp.publications.settings import DEFAULT, CardSettings
from earlyhelp.publications.subject import Subject
from earlyhelp.publications.told_together import compare
from earlyhelp.report.commentary.faults import FaultError, WithheldError
from earlyhelp.report.commentary.figures_asked import NamedCell
from earlyhelp.statistics.verdicts import Verdict


class FiguresOfCard:
    """What the text of one card may ask.

    places      all places of the county by their code
    settings    the council's own, as they say which pages the card has, and so what it compares
    """

    def __init__(
        self, cells: ReleasedCells, subject: Subject, places: Mapping[str, Place], settings: CardSettings = DEFAULT
    ) -> None:
        self._cells = cells
        self._subject = subject
        self._places = places
        self._own = card.figures_of(cells, subject, settings)

    def cell(self, measure: str, parts: Mapping[str, str], place: str) -> ReleasedCell | None:
        """Return one cell, None where it was not released. Raises FaultError: there is no such place."""
        breakdown = ";".join(f"{name}={parts[name]}" for name in sorted(parts)) or "all"
        found = self._cells.of(measure, self._place(place))
        if any(cell.status.has_number for cell in found.values()):
            return self._usable(found.get(breakdown))
        return found.get(breakdown) or next(iter(found.values()), None)

    def across(self, measure: str, by: str, parts: Mapping[str, str], place: str) -> tuple[NamedCell, ...]:
        """Return the cells of one breakdown, the others held fixed; those of the districts for "district"."""
        figures = ReleasedFigures(self._cells, replace(self._subject, place=self._place(place)))
        if by == DISTRICT:
            return tuple(NamedCell(each.code, each.label, each.cell) for each in figures.by_district(measure, **parts))
        items = figures.across(measure, by, **parts)
        named = (NamedCell(each.code, _name(by, each), each.cell) for each in items if each.code != "all")
        return tuple(each for each in named if self._usable(each.cell))

    def a_year_earlier(self, cell: ReleasedCell) -> ReleasedCell | None:
        """Return the same cell of a year earlier, None where there is none that may be compared."""
        return self._own.a_year_earlier(cell)

    def judge(self, now: ReleasedCell, then: ReleasedCell) -> Verdict:
        """Return whether a figure moved by more than chance, judged together with all that the card compares."""
        return self._own.judge(compare(now, then))

    def target(self, measure: str) -> Decimal | None:
        """Return the target in force at the end of the period, None without any."""
        return self._subject.target(measure, self._subject.period.last)

    def _usable(self, cell: ReleasedCell | None) -> ReleasedCell | None:
        """Return the cell. Raises WithheldError: no row of a table behind it could be used, so it says nothing."""
        table = unusable_table(cell, self._subject) if cell is not None else None
        if table is not None:
            raise WithheldError(f"no row of the table {table.table} could be used")
        return cell

    def _place(self, place: str) -> Place:
        if not place:
            return self._subject.place
        if place == COUNTY:
            return self._subject.county
        if place == DISTRICT:
            if self._subject.district is None:
                raise WithheldError("this card is about no school, so it lies in no one district")
            return self._subject.district
        if place not in self._places:
            raise FaultError(f'names the place "{place}", which the county does not have: write its code')
        return self._places[place]


def _name(by: str, item: Labelled) -> str:
    """Return what a code is called inside a sentence."""
    if by == "key_stage":
        return stage_name(item.label)
    if by == "phase":
        return schools_of(item.code, item.label)
    return item.label if by == "month" else inside_a_sentence(item.label)
