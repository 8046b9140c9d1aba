"""The subjects of an edition's cards, read from an opened dataset: what is alike for all is read once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.source import Dataset
from earlyhelp.dataset.validation.rules import Effect
from earlyhelp.editions.released import complete_from
from earlyhelp.measures.catalogue import tables_read
from earlyhelp.periods import Period
from earlyhelp.places import SCHOOL, Place, PlaceRegister
from earlyhelp.publications.subject import Subject, SuppliedTable


class Subjects:
    """Gives the subject of each place of one edition."""

    def __init__(
        self,
        dataset: Dataset,
        register: PlaceRegister,
        period: Period,
        label: str,
        earlier: Period | None = None,
        *,
        tells_rows: bool = True,
    ) -> None:
        """Read what all cards share.

        label       the period in words
        earlier     the same period a year earlier, None where nothing may be compared with it
        tells_rows  whether numbers of rows may be told
        """
        self._district_by_code = {district.code: district for district in register.districts}
        self._register = register
        self.of_county = Subject(
            place=register.county,
            county=register.county,
            period=period,
            period_label=label,
            earlier_period=earlier,
            districts=register.districts,
            tables=_supplied_tables(dataset),
            tells_rows=tells_rows,
            absent_tables=tuple(name for name in TABLES if name in tables_read() - dataset.present),
            source_notes={table: source.note for table, source in dataset.manifest.sources.items()},
            complete_from=complete_from(dataset),
            queries=_open_queries(dataset),
            wordings=_wordings(dataset),
            targets=_targets(dataset),
        )

    def of(self, place: Place) -> Subject:
        """Return the subject of a place of the register; of a school with its district, where the dataset has it."""
        district = None
        if place.level == SCHOOL:
            district = self._district_by_code.get(self._register.school(place.code).district_code)
        return replace(self.of_county, place=place, district=district)


def _supplied_tables(dataset: Dataset) -> tuple[SuppliedTable, ...]:
    sources = dataset.manifest.sources
    return tuple(
        SuppliedTable(
            count.table, sources[count.table].system if count.table in sources else "",
            count.read, count.used, count.refused, count.refused_with_parent, count.blanked,
        )
        for count in dataset.counts
    )  # fmt: skip


def _open_queries(dataset: Dataset) -> int:
    counted = dataset.findings.count_by_rule()
    return sum(each.count - each.answered for each in counted if each.effect is Effect.KEPT)


def _wordings(dataset: Dataset) -> dict[tuple[str, str], str]:
    """The latest wording of each question, in the order of the questionnaire's rows."""
    rows = dataset.connection.execute(
        "SELECT instrument, item, arg_max(wording, version) FROM questionnaire_item "
        "GROUP BY instrument, item ORDER BY min(rowid)"
    ).fetchall()
    return {(instrument, item): wording for instrument, item, wording in rows}


def _targets(dataset: Dataset) -> dict[tuple[str, str], tuple[tuple[date, Decimal], ...]]:
    """The targets of each measure and place with the day from which each holds, in order."""
    rows = dataset.connection.execute(
        "SELECT measure, place_code, from_on, value FROM target ORDER BY measure, place_code, from_on"
    ).fetchall()
    found: defaultdict[tuple[str, str], list[tuple[date, Decimal]]] = defaultdict(list)
    for measure, place, from_on, value in rows:
        found[measure, place].append((from_on, value))
    return {of: tuple(targets) for of, targets in found.items()}
