"""The contents page of many cards as a browser shows it: accessibility rules by axe, on a desk and on a phone."""

from __future__ import annotations

from datetime import date

import pytest

from earlyhelp.report.writers.html.contents import CardLink, Contents, LinkGroup, write_contents

pytestmark = pytest.mark.browser

SCHOOLS = tuple(
    CardLink(f"The Blessed Ethelburga Voluntary Aided Church of England Infants {n}", f"{n}.html", str(900000 + n))
    for n in range(60)
)
CONTENTS = Contents(
    title="Early help report card for schools",
    county_name="Borsetshire",
    period_label="1 January to 31 July 2016",
    as_at=date(2016, 6, 30),
    notice="Internal: not protected for publication",
    caution="The records speak for days up to 30 June 2016, so the figures are not complete.",
    figures_file="figures.csv",
    groups=(
        LinkGroup("County", (CardLink("Borsetshire", "county.html"),)),
        LinkGroup("Districts", (CardLink("Ambridge", "ambridge.html"), CardLink("Felpersham", "felpersham.html"))),
        LinkGroup("Schools in Ambridge", SCHOOLS),
    ),
)


@pytest.mark.parametrize("width", [1200, 390, 320])
def test_axe_finds_nothing_and_the_page_does_not_scroll_sideways_without_script(
    browser, check_accessible, tmp_path, width
):
    page_file = tmp_path / "index.html"
    page_file.write_text(write_contents(CONTENTS), encoding="utf-8")
    assert "<script" not in page_file.read_text(encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(page_file.as_uri())
    check_accessible(page)
    page.close()
