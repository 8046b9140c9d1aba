"""The place that was asked for: by code, by name, or by another name people write for it."""

from __future__ import annotations

from earlyhelp.dataset.source import Dataset
from earlyhelp.places import Place, PlaceRegister, SchoolRecord
from earlyhelp.vocabulary.code_lists import read_code_list
from earlyhelp.vocabulary.district_aliases import default_aliases


def find_place(dataset: Dataset, text: str) -> Place:
    """Return the county, district or school of a dataset that is meant by "county", a code, a name or an alias.

    Raises      ValueError: no place is called that, or several are; the sentence names them
    Source      docs/rules/places.md
    """
    return read_places(dataset).find(text)


def read_places(dataset: Dataset) -> PlaceRegister:
    """Return the register of a dataset's places; a district without aliases of its own has those we know."""
    connection, manifest = dataset.connection, dataset.manifest
    districts = connection.execute(
        "SELECT district_code, name, aliases FROM district ORDER BY name, district_code"
    ).fetchall()
    schools = connection.execute(
        "SELECT urn, name, phase, district_code, opened_on, closed_on, successor_urn FROM school ORDER BY urn"
    ).fetchall()
    phases = {phase.code: phase.more["reporting_phase"] for phase in read_code_list("phase").entries}
    return PlaceRegister.build(
        manifest.county_code,
        manifest.county_name,
        [(code, name, aliases or default_aliases().get(code)) for code, name, aliases in districts],
        [
            SchoolRecord(urn, name, phase, phases[phase], district, opened, closed, successor)
            for urn, name, phase, district, opened, closed, successor in schools
        ],
    )
