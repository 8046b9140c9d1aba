"""The card of an invented county, written where the browser can open it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

# The invented county has one home, beside the tests of the card.
_HOME = Path(__file__).parents[1] / "publications" / "conftest.py"
_SPEC = importlib.util.spec_from_file_location("invented_county", _HOME)
assert _SPEC is not None
assert _SPEC.loader is not None
invented_county = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(invented_county)

invented = invented_county.invented
subject = invented_county.subject


@pytest.fixture
def card_file(tmp_path, invented, subject):
    """Return a function that writes a card and gives its address; it takes what `invented` takes."""
    from earlyhelp.publications.school_report_card import card
    from earlyhelp.report.writers.html.write import write_html

    def write(**wishes: object) -> str:
        path = tmp_path / "card.html"
        path.write_text(write_html(card.build(invented(**wishes), subject)), encoding="utf-8")
        return path.as_uri()

    return write
