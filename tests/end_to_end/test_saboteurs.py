"""Saboteurs in our own house: each breaks one step of protection, and the attacker stops the edition.

The attacker shares nothing with what they break; the same county without a saboteur is published.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from earlyhelp.disclosure import pattern
from earlyhelp.disclosure.equations import Equations
from earlyhelp.editions import cards, releasing
from earlyhelp.editions.attacked import ExposedError
from earlyhelp.editions.edition import publish
from earlyhelp.report.document import Publication
from earlyhelp.report.writers.html.write import write_html
from earlyhelp.synthetic.county import synthesise

CARD = "school-report-card"
HALF_YEAR, TO_MAY = "2016-01-01/2016-07-31", "2016-01-01/2016-05-31"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small county in which much is small."""
    out = tmp_path_factory.mktemp("county") / "small"
    synthesise(out, requests=600, seed=7)
    return out


@pytest.fixture
def publishes(county: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Publish the county's card for the public; all editions of a test share one register."""

    def run(days: str) -> Path:
        from earlyhelp.periods import Period, read_day  # noqa: PLC0415

        first, last = (read_day(day) for day in days.split("/"))
        out = tmp_path / days.replace("/", "_")
        publish(county, CARD, Period(first, last), "county", "public", out)
        return out

    return run


def test_without_a_saboteur_overlapping_terms_are_published(publishes: Callable[[str], Path]) -> None:
    for days in (TO_MAY, HALF_YEAR):
        folder = publishes(days)
        assert "suppressed" in (folder / "figures.csv").read_text(encoding="utf-8")


def test_hiding_small_numbers_alone_is_found_out(
    publishes: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pattern, "_pattern", lambda problem, _: (problem.must_hide, {}))

    with pytest.raises(ExposedError, match="can be worked out"):
        publishes(HALF_YEAR)


def test_a_forgotten_margin_is_found_out(publishes: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def no_places(_: Equations) -> Iterator[Any]:
        yield from ()

    monkeypatch.setattr(Equations, "_of_places", no_places)

    with pytest.raises(ExposedError, match="can be worked out"):
        publishes(HALF_YEAR)


def test_a_forgotten_earlier_term_is_found_out(
    publishes: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    publishes(TO_MAY)
    monkeypatch.setattr(releasing, "_before", lambda *_: ((), ()))

    with pytest.raises(ExposedError):
        publishes(HALF_YEAR)


def test_a_hidden_total_in_a_sentence_is_found_out(
    publishes: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cards, "write_html", with_words_on_a_hidden_cell('<data value="23" {cell}>23</data> in all.'))

    with pytest.raises(ExposedError, match="a page prints it though it is hidden"):
        publishes(HALF_YEAR)


def test_the_verdict_of_a_hidden_change_is_found_out(
    publishes: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = '<data data-derived="verdict" value="up" data-cells="{cells}">the rise is more than chance</data>'
    monkeypatch.setattr(cards, "write_html", with_words_on_a_hidden_cell(words))

    with pytest.raises(ExposedError, match="words are derived from it though it is hidden"):
        publishes(HALF_YEAR)


def test_nothing_of_a_stopped_edition_is_left(
    publishes: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pattern, "_pattern", lambda problem, _: (problem.must_hide, {}))

    with pytest.raises(ExposedError) as stopped:
        publishes(HALF_YEAR)

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not re.search(r"\b[1-4] (children|requests)\b", str(stopped.value))


def with_words_on_a_hidden_cell(words: str) -> Callable[[Publication], str]:
    """Return a writer that adds words to the first paragraph of a page; {cell} in them names a hidden cell."""

    def write(document: Publication) -> str:
        text = write_html(document)
        hidden = re.search(
            r'<td[^>]*data-cell="([^"|]+)\|([^"|]+)\|([^"|]+)\|([^"|]+)\|([^"]+)"[^>]*>\s*(?:<[^>]+>)*\[c\]', text
        )
        assert hidden is not None
        measure, level, place, breakdown, days = hidden.groups()
        cell = f'data-measure="{measure}" data-place="{place}" data-breakdown="{breakdown}" data-period="{days}"'
        cells = "|".join((measure, level, place, breakdown, days))
        return text.replace("</p>", f" {words.format(cell=cell, cells=cells)}</p>", 1)

    return write
