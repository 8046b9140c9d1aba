"""A very small dataset, written where a test may read it, and a small invented county with all its tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from earlyhelp.dataset.source import open_dataset
from earlyhelp.editions.attacked import Attempt
from earlyhelp.editions.figures_of_edition import figures_of_edition
from earlyhelp.editions.places_asked import places_asked, read_places
from earlyhelp.editions.subject import Subjects
from earlyhelp.periods import Period
from earlyhelp.publications.released_figures import ReleasedCells
from earlyhelp.publications.school_report_card import card
from earlyhelp.report.document import Publication
from earlyhelp.synthetic.county import synthesise

SPRING = Period(date(2016, 1, 1), date(2016, 3, 31))
TABLES = {
    "district": "district_code,name\nE07000901,Ambridge\n",
    "family": "family_id,district_code\nF1,E07000901\nF2,E07000901\n",
    "request": (
        "request_id,family_id,received_on,kind,source_code,district_code,answered_on\n"
        "R1,F1,2016-01-11,support,2A,E07000901,2016-01-12\n"
        "R2,F1,2016-02-01,penalty_notice,2A,E07000901,\n"
        "R3,F2,2016-03-07,support,6,E07000901,\n"
        "R4,F9,2016-03-08,support,6,E07000901,\n"
    ),
    "term": "academic_year,term,starts_on,ends_on\n2015/16,spring,2016-01-04,2016-03-24\n",
}


@pytest.fixture
def ambridge(tmp_path: Path) -> Path:
    """One district, two families."""
    source = tmp_path / "ambridge"
    source.mkdir()
    for name, text in TABLES.items():
        (source / f"{name}.csv").write_text(text, encoding="utf-8")
    about = {
        "county_code": "E10000099", "county_name": "Borsetshire", "as_at": "2016-09-15",
        "sources": {"request": {"system": "Capita One"}},
    }  # fmt: skip
    (source / "dataset.json").write_text(json.dumps(about), encoding="utf-8")
    return source


@pytest.fixture
def ambridge_with_schools(ambridge: Path) -> Path:
    """The same with three schools, two of one name; the third closed before 2016."""
    (ambridge / "school.csv").write_text(
        "urn,name,phase,district_code,opened_on,closed_on\n"
        "900320,Oakfield Primary School,primary,E07000901,,\n"
        "900007,Oakfield Primary School,primary,E07000901,2016-02-01,\n"
        "900001,Loxley Barratt Primary,primary,E07000901,,2015-08-31\n",
        encoding="utf-8",
    )
    return ambridge


@pytest.fixture
def ambridge_of_heads(ambridge: Path) -> Path:
    """The same with eight schools that were open and one that was not, each with its own number of requests."""
    phases = ("primary", "primary", "secondary", "secondary", "primary")
    schools = [f"9003{number:02d},School {number},{phases[number % 5]},E07000901,,\n" for number in range(8)]
    schools.append("900001,Loxley Barratt Primary,primary,E07000901,,2015-08-31\n")
    header = "urn,name,phase,district_code,opened_on,closed_on\n"
    (ambridge / "school.csv").write_text(header + "".join(schools), encoding="utf-8")
    rows = [
        f"R{number},F1,2016-0{number % 3 + 1}-{number % 28 + 1:02d},support,{source},E07000901,,{urn}\n"
        for number, (source, urn) in enumerate(_asked())
    ]
    columns = "request_id,family_id,received_on,kind,source_code,district_code,answered_on,school_urn\n"
    (ambridge / "request.csv").write_text(columns + "".join(rows), encoding="utf-8")
    return ambridge


def _asked() -> Iterator[tuple[str, str]]:
    """Yield source and school of each request: three of the first school, many of the others and of elsewhere."""
    for _ in range(60):
        yield from (("6", ""), ("2A", ""), ("4", ""))
    for number in range(8):
        yield from [("2A", f"9003{number:02d}")] * (3 if number == 0 else 25 + 3 * number)


@dataclass
class Attacks:
    """The attacks made in place of the attacker's own, with the files that lay there; `finds` is what they find."""

    attempts: list[Attempt] = field(default_factory=list)
    files: list[frozenset[str]] = field(default_factory=list)
    finds: tuple[str, ...] = ()

    def __call__(self, attempt: Attempt) -> tuple[int, tuple[str, ...]]:
        last = attempt.folders[-1]
        self.attempts.append(attempt)
        self.files.append(frozenset(path.relative_to(last).as_posix() for path in last.rglob("*") if path.is_file()))
        return 7, self.finds


@pytest.fixture
def attacks(monkeypatch: pytest.MonkeyPatch) -> Attacks:
    """Stand in for the attacker, whose own tests say what it finds."""
    made = Attacks()
    for module in ("attacked", "attacked_by_heads"):
        monkeypatch.setattr(f"earlyhelp.editions.{module}.exposures_of", made)
    return made


@pytest.fixture(scope="session")
def invented_county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small county with all its tables, those of identities too."""
    folder = tmp_path_factory.mktemp("invented") / "county"
    synthesise(folder, requests=200, seed=2016)
    return folder


@pytest.fixture
def county_card(ambridge: Path) -> Callable[[Period], Publication]:
    """Return a function that makes the document of the county's card."""

    def make(period: Period = SPRING) -> Publication:
        with open_dataset(ambridge) as dataset:
            register = read_places(dataset)
            figures = figures_of_edition(dataset, period, places_asked(register, "county", period), "internal")
            subject = Subjects(dataset, register, period, period.label).of(register.county)
            return card.build(ReleasedCells(figures.now, figures.a_year_earlier), subject)

    return make
