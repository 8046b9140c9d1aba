from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.figures import Status
from earlyhelp.publications.released_figures import ReleasedCells, ReleasedFigures
from earlyhelp.publications.restated import Restated
from earlyhelp.publications.school_report_card import card
from earlyhelp.report.writers.html.write import write_html

EVERY_MEASURE = frozenset(CATALOGUE)
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Outline(HTMLParser):
    """What a reader's software finds: headings, ids, links, tags in order, and whether tags are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append((tag, found))
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if identifier := found.get("id"):
            self.ids.append(identifier)
        if tag == "a":
            self.targets.append(found["href"] or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def read(html: str) -> Outline:
    outline = Outline()
    outline.feed(html)
    assert outline.open == []
    return outline


@pytest.fixture
def html(invented, subject) -> str:
    return write_html(card.build(ReleasedCells(invented()), subject))


def test_the_same_card_is_the_same_file(invented, subject, html):
    assert write_html(card.build(ReleasedCells(invented()), subject)) == html


def test_the_file_needs_nothing_else(html):
    outline = read(html)
    tags = {tag for tag, _ in outline.tags}
    assert not tags & {"script", "link", "img", "iframe", "object", "use", "image"}
    assert not any(name in found for _, found in outline.tags for name in ("src", "srcset", "onclick", "style"))
    assert "url(" not in html
    assert "@import" not in html
    addresses = set(re.findall(r"https?://[^\"'<\s)]+", html))
    assert addresses <= {"http://www.w3.org/2000/svg"}


def test_headings_go_down_one_level_at_a_time_from_a_single_first(html):
    levels = read(html).levels
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_ids_are_unique_and_every_link_has_its_target(html):
    outline = read(html)
    assert len(outline.ids) == len(set(outline.ids))
    assert {target.removeprefix("#") for target in outline.targets} <= set(outline.ids)
    labels = {name for _, found in outline.tags for name in (found.get("aria-labelledby") or "").split()}
    assert labels <= set(outline.ids)


def test_every_page_is_headed_by_the_notice(invented, subject, html):
    pages = card.build(ReleasedCells(invented()), subject).pages
    assert html.count('<p class="notice">Internal: not protected for publication</p>') == len(pages) + 1


def test_the_language_is_british_english_and_the_first_link_skips_to_the_pages(html):
    outline = read(html)
    assert ("html", {"lang": "en-GB"}) in outline.tags
    assert outline.targets[0] == "#main"
    assert {"header", "nav", "main", "footer"} <= {tag for tag, _ in outline.tags}


def test_every_table_has_a_caption_and_every_heading_cell_a_scope(html):
    outline = read(html)
    names = [tag for tag, _ in outline.tags]
    assert names.count("table") == names.count("caption") > 20
    assert all(found.get("scope") in ("col", "row") for tag, found in outline.tags if tag == "th")


def test_a_table_that_may_scroll_can_be_reached_by_keyboard_under_its_own_name(html):
    regions = [found for _, found in read(html).tags if found.get("role") == "region"]
    names = [found["aria-label"] for found in regions]
    assert regions
    assert all(found["tabindex"] == "0" for found in regions)
    assert len(names) == len(set(names))


def test_a_number_in_the_words_names_the_cell_it_comes_from(html):
    found = re.search(
        r'<data value="(\S+)" data-measure="requests_from_schools" data-place="E10000099" data-breakdown="all" '
        r'data-period="2016-01-01/2016-07-31">([^<]+)</data>', html,
    )  # fmt: skip
    assert found is not None
    assert found[2] == f"{round(float(found[1]) * 100)}%"


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.NOT_COLLECTED, '[x]<span class="base">not collected</span>'),
        (Status.NOT_YET_AVAILABLE, '[x]<span class="base">not yet available</span>'),
        (Status.NOT_APPLICABLE, "[z]"),
    ],
)
def test_a_cell_without_a_number_is_its_mark_and_never_empty(invented, subject, status, word):
    html = write_html(card.build(ReleasedCells(invented(absent=EVERY_MEASURE, status=status)), subject))
    assert re.search(
        rf'<td class="absent {status}" data-cell="requests\|county\|E10000099\|[^|"]+\|2016-01-01/2016-07-31">'
        rf"{re.escape(word)}</td>", html,
    )  # fmt: skip
    assert not re.search(r"<td[^>]*>\s*</td>", html)
    assert '<td class="number"' not in html.split('id="data-quality"')[0]


def test_the_file_of_a_card_stays_below_half_a_megabyte(html):
    assert len(html.encode()) < 500_000


def test_a_name_cannot_break_out_of_the_page(invented, subject):
    from dataclasses import replace

    from earlyhelp.places import Place

    hostile = Place("district", "E07000901", '<script>alert("x")</script>')
    html = write_html(
        card.build(ReleasedCells(invented()), replace(subject, districts=(hostile, subject.districts[1])))
    )
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_what_another_edition_printed_is_no_cell_of_this_one(invented, subject):
    cells = ReleasedCells(invented())
    now = ReleasedFigures(cells, subject).cell("requests")
    earlier = replace(now, figure=now.figure._replace(count=7, value=7))
    restated = Restated("requests", subject.period, date(2016, 8, 1), 1, 1, earlier, now, (), None)
    html = write_html(card.build(cells, replace(subject, restated=(restated,)))).split('id="data-quality"')[1]
    assert html.count('data-cell="requests|county|E10000099|all|2016-01-01/2016-07-31"') == 1
    told = '<td class="number" data-derived="earlier" data-cells="requests|county|E10000099|all|2016-01-01/2016-07-31">'
    assert f"{told}7</td>" in html
