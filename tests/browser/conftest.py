"""A browser, the rules of accessibility, and the card of an invented county written where the browser can open it."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path(os.environ.get("EARLYHELP_CHROMIUM", "/usr/bin/chromium"))
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--no-first-run",
         "--font-render-hinting=none"]  # fmt: skip

# The invented county has one home, beside the tests of the card.
_HOME = Path(__file__).parents[1] / "publications" / "conftest.py"
_SPEC = importlib.util.spec_from_file_location("invented_county", _HOME)
assert _SPEC is not None
assert _SPEC.loader is not None
invented_county = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(invented_county)

invented = invented_county.invented
subject = invented_county.subject


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # A missing browser fails: a skipped test would pass for a checked page.
    assert CHROMIUM.exists(), f"{CHROMIUM} is missing. Install Chromium, or name it in EARLYHELP_CHROMIUM."
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=[*QUIET, *(["--no-sandbox"] if is_root else [])]
        )
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def check_accessible() -> Callable[[Page], None]:
    """Return a function that fails where axe finds a fault on a page, or where the page scrolls sideways."""
    assert AXE.exists(), "axe-core is missing. `make setup` installs it."
    axe = AXE.read_text(encoding="utf-8")

    def check(page: Page) -> None:
        page.evaluate(axe)
        found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        assert [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]] == []
        assert len(found["passes"]) > 15
        viewport = page.viewport_size
        assert viewport
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]

    return check


@pytest.fixture
def card_file(tmp_path, invented, subject):
    """Return a function that writes a card and gives its address; it takes what `invented` takes."""
    from earlyhelp.publications.released_figures import ReleasedCells
    from earlyhelp.publications.school_report_card import card
    from earlyhelp.report.writers.html.write import write_html

    def write(**wishes: object) -> str:
        path = tmp_path / "card.html"
        path.write_text(write_html(card.build(ReleasedCells(invented(**wishes)), subject)), encoding="utf-8")
        return path.as_uri()

    return write
