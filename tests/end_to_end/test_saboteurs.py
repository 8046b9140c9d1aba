"""Saboteurs in our own house: each breaks one step of protection, and the attacker, who shares nothing with it, tells.

The figures are those of an invented county; the same steps without a saboteur are safe.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from earlyhelp.dataset.source import open_dataset
from earlyhelp.disclosure import pattern
from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.equations import Equations
from earlyhelp.disclosure.gate import release_together
from earlyhelp.disclosure.policies import PUBLIC
from earlyhelp.disclosure.publication import EarlierRelease, ToRelease
from earlyhelp.disclosure.time_pieces import cut
from earlyhelp.editions.attacked import Attempt, exposures_of
from earlyhelp.editions.edition import publish
from earlyhelp.editions.places_asked import read_places
from earlyhelp.editions.released import scope_of
from earlyhelp.measures.calculate import calculate
from earlyhelp.measures.catalogue import tables_read
from earlyhelp.measures.figures import Figure
from earlyhelp.periods import Period
from earlyhelp.places import PlaceRegister
from earlyhelp.report.writers.figures_csv import write_figures_csv
from earlyhelp.synthetic.county import synthesise

TO_MAY = Period(date(2016, 1, 1), date(2016, 5, 31))
TO_JULY = Period(date(2016, 1, 1), date(2016, 7, 31))
PIECES = cut((TO_MAY, TO_JULY))
MEASURES = ("requests", "requests_from_schools", "children_in_school_requests", "assessments_started_by_schools",
            "assessments_led_by_schools", "closures", "closures_school_consulted", "open_children")  # fmt: skip
AS_AT = date(2016, 9, 15)


class County:
    """Figures of a small county by period, before release, and the folder of its records."""

    def __init__(self, records: Path) -> None:
        self.records = records
        self.figures: dict[Period, list[Figure]] = {}
        with open_dataset(records, tables={"district", "school", *tables_read()}) as dataset:
            self.places: PlaceRegister = read_places(dataset)
            scope = replace(scope_of(dataset, TO_JULY, ("county", "district")), measures=MEASURES)
            for period in (TO_MAY, TO_JULY, *PIECES):
                self.figures[period] = calculate(dataset.connection, replace(scope, period=period))

    def released(self, period: Period, *earlier: EarlierRelease) -> tuple[ReleasedCell, ...]:
        between = tuple(self.figures[piece] for piece in PIECES) if earlier else ()
        asked = ToRelease((self.figures[period],), AS_AT, earlier=earlier, between=between)
        return release_together(asked, audience="public")[0].cells

    def found_out(self, *folders: Path) -> tuple[str, ...]:
        """What the attacker says of folders of figures or pages, the last of them under test."""
        return exposures_of(Attempt.on(folders, self.places, PUBLIC))[1]


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> County:
    records = tmp_path_factory.mktemp("county") / "records"
    synthesise(records, requests=9_000, seed=7)
    return County(records)


@pytest.fixture(scope="module")
def card(county: County, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the county's card for the public, as `earlyhelp publish` leaves it."""
    out = tmp_path_factory.mktemp("published") / "card"
    publish(county.records, "school-report-card", TO_JULY, "county", "public", out)
    return out


def written(folder: Path, cells: Sequence[ReleasedCell]) -> Path:
    folder.mkdir()
    (folder / "figures.csv").write_text(write_figures_csv(cells), encoding="utf-8")
    return folder


def test_without_a_saboteur_two_terms_that_overlap_are_safe(county: County, tmp_path: Path) -> None:
    may = county.released(TO_MAY)
    july = county.released(TO_JULY, EarlierRelease("1", [cell.figure for cell in may], county.figures[TO_MAY]))

    assert any(cell.status == "suppressed" for cell in may)
    assert county.found_out(written(tmp_path / "may", may)) == ()
    assert county.found_out(tmp_path / "may", written(tmp_path / "july", july)) == ()


def test_hiding_small_numbers_alone_is_found_out(
    county: County, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pattern, "_hidden", lambda problem, *_, **__: (problem.must_hide, {}))

    assert county.found_out(written(tmp_path / "july", county.released(TO_JULY)))


def test_a_forgotten_margin_is_found_out(county: County, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_places(_: Equations) -> Iterator[Any]:
        yield from ()

    monkeypatch.setattr(Equations, "_of_places", no_places)

    assert county.found_out(written(tmp_path / "july", county.released(TO_JULY)))


def test_a_forgotten_earlier_term_is_found_out(county: County, tmp_path: Path) -> None:
    may = written(tmp_path / "may", county.released(TO_MAY))
    july = written(tmp_path / "july", county.released(TO_JULY))

    assert county.found_out(july) == ()
    assert county.found_out(may, july)


def test_a_hidden_total_in_a_sentence_is_found_out(county: County, card: Path, tmp_path: Path) -> None:
    folder = with_words_on_a_hidden_cell(card, tmp_path, '<data value="23" {cell}>23</data> in all.')

    assert any("a page prints it though it is hidden" in said for said in county.found_out(folder))


def test_the_verdict_of_a_hidden_change_is_found_out(county: County, card: Path, tmp_path: Path) -> None:
    words = '<data data-derived="verdict" value="up" data-cells="{cells}">the rise is more than chance</data>'
    folder = with_words_on_a_hidden_cell(card, tmp_path, words)

    assert any("words are derived from it though it is hidden" in said for said in county.found_out(folder))


def test_the_word_internal_is_gone_from_what_the_public_gets(card: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in card.iterdir() if path.is_file()]

    assert len(texts) >= 4
    assert not any("internal" in text.lower() for text in texts)


def test_what_is_said_of_an_exposure_holds_no_number_of_people(
    county: County, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pattern, "_hidden", lambda problem, *_, **__: (problem.must_hide, {}))

    said = county.found_out(written(tmp_path / "july", county.released(TO_JULY)))

    assert not any(re.search(r"(?<![\d-])[1-4](?![\d-])", re.sub(r"KS\d|=\w+", "", sentence)) for sentence in said)


def with_words_on_a_hidden_cell(card: Path, tmp_path: Path, words: str) -> Path:
    """Copy an edition with words in the first paragraph of its page; {cell} or {cells} in them is a hidden cell."""
    folder = tmp_path / "card"
    shutil.copytree(card, folder, ignore=shutil.ignore_patterns("private"))
    (page,) = folder.glob("*.html")
    text = page.read_text(encoding="utf-8")
    hidden = re.search(r'<td[^>]*data-cell="([^"]+)"[^>]*>(?:\s|<[^>]+>)*\[c\]', text)
    assert hidden is not None
    measure, _, place, breakdown, days = hidden[1].split("|")
    cell = f'data-measure="{measure}" data-place="{place}" data-breakdown="{breakdown}" data-period="{days}"'
    page.write_text(text.replace("</p>", f" {words.format(cell=cell, cells=hidden[1])}</p>", 1), encoding="utf-8")
    return folder
