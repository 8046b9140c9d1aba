"""Makes all tables of the dataset from the sheets of a run."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from earlyhelp.dataset.catalogue import TABLES
from earlyhelp.extracts.building.council import Council
from earlyhelp.extracts.building.ids import Ids
from earlyhelp.extracts.building.known_places import KnownPlaces
from earlyhelp.extracts.building.made_rows import MadeRows
from earlyhelp.extracts.building.make_rows import Making, make_rows
from earlyhelp.extracts.building.merging import Row, merge_rows
from earlyhelp.extracts.building.order_of_tables import order_of_tables
from earlyhelp.extracts.building.questions import Questions
from earlyhelp.extracts.building.references import References
from earlyhelp.extracts.building.shown_texts import personal_columns
from earlyhelp.extracts.building.source_rows import SourceRows
from earlyhelp.extracts.mapping.declare import DistrictNames, Mapping
from earlyhelp.extracts.places.register import Register, register_of


@dataclass(frozen=True, slots=True)
class Laid:
    """One mapping with the rows of its sources, and the secret of its ids."""

    mapping: Mapping
    sources: Dictionary[str, SourceRows]
    key: bytes


@dataclass(slots=True)
class Built:
    """What came of a run: the rows of each table, and what became of each row of each source."""

    tables: dict[str, list[Row]] = field(default_factory=dict[str, list[Row]])
    made: list[MadeRows] = field(default_factory=list[MadeRows])


def build_tables(laid: Sequence[Laid], council: Council, as_at: date, questions: Questions) -> Built:
    """Return the rows of every table that the mappings make, and of `district`.

    Raises  MappingWrong: tables need each other's ids
    """
    built = Built()
    schools = {name: urn for each in laid for name, urn in each.mapping.schools.items()}
    places = KnownPlaces(council.districts, Register(), schools, as_at)
    references = [References(each.sources) for each in laid]
    ids = [Ids(each.key) for each in laid]
    personal = [{source: personal_columns(each.mapping, source) for source in each.sources} for each in laid]
    if not any(rule.name == "district" for each in laid for rule in each.mapping.tables):
        built.tables["district"] = [_district_row(district) for district in council.districts]
    for table in order_of_tables(each.mapping for each in laid):
        made: list[MadeRows] = []
        for index, each in enumerate(laid):
            making = Making(places, references[index], questions, ids[index], personal[index])
            own = [
                make_rows(rule, each.sources[rule.source], making) for rule in each.mapping.tables if rule.name == table
            ]
            references[index].made[table] = own
            made += own
        rows = merge_rows(TABLES[table], made)
        built.made += made
        built.tables[table] = rows
        if table == "district":
            places = KnownPlaces(_districts_of(rows), places.register, schools, as_at)
        elif table == "school":
            places = KnownPlaces(places.districts, register_of(rows), schools, as_at, _urns_refused(made))
    return built


def _urns_refused(made: Sequence[MadeRows]) -> frozenset[str]:
    """The numbers of schools whose rows were refused: known, and not to be looked for elsewhere."""
    urns = (each.columns["urn"][place] for each in made for place in each.refused)
    return frozenset(urn for urn in urns if urn)


def _district_row(district: DistrictNames) -> Row:
    return {
        "district_code": district.code,
        "name": district.name,
        "aliases": ";".join(district.aliases) or None,
        "pupils": None,
    }


def _districts_of(rows: Sequence[Row]) -> tuple[DistrictNames, ...]:
    return tuple(
        DistrictNames(row["district_code"] or "", row["name"] or "", tuple((row["aliases"] or "").split(";")))
        for row in rows
    )
