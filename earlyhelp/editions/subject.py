"""The subject of a publication, read from an opened dataset."""

from __future__ import annotations

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.dataset.source import Dataset
from earlyhelp.dataset.validation.rules import Effect
from earlyhelp.measures.catalogue import tables_read
from earlyhelp.periods import Period
from earlyhelp.places import COUNTY, DISTRICT, Place
from earlyhelp.publications.subject import Subject, SuppliedTable


def read_subject(dataset: Dataset, period: Period, period_label: str) -> Subject:
    """Return the county of a dataset as the subject of a publication."""
    county = Place(COUNTY, dataset.manifest.county_code, dataset.manifest.county_name)
    return Subject(
        place=county,
        county=county,
        period=period,
        period_label=period_label,
        districts=_districts(dataset),
        tables=_supplied_tables(dataset),
        absent_tables=tuple(name for name in TABLES if name in tables_read() - dataset.present),
        queries=_open_queries(dataset),
        wordings=_wordings(dataset),
    )


def _districts(dataset: Dataset) -> tuple[Place, ...]:
    rows = dataset.connection.execute(
        "SELECT district_code, name FROM district ORDER BY name, district_code"
    ).fetchall()
    return tuple(Place(DISTRICT, code, name) for code, name in rows)


def _supplied_tables(dataset: Dataset) -> tuple[SuppliedTable, ...]:
    sources = dataset.manifest.sources
    return tuple(
        SuppliedTable(
            count.table, sources[count.table].system if count.table in sources else "",
            count.read, count.used, count.refused, count.refused_with_parent, count.blanked,
            sources[count.table].note if count.table in sources else "",
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
