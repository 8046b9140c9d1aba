"""Counties that several tests look at, invented once."""

from __future__ import annotations

from pathlib import Path

import pytest

from earlyhelp.synthetic.building import build_county
from earlyhelp.synthetic.county import synthesise
from earlyhelp.synthetic.writing import Book


@pytest.fixture(scope="session")
def moderate_county() -> Book:
    """A county of 3,000 support requests."""
    return build_county(requests=3000, seed=2)


@pytest.fixture(scope="session")
def small_county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a clean county of 150 support requests, as CSV."""
    out = tmp_path_factory.mktemp("small") / "county"
    synthesise(out, requests=150, seed=5)
    return out
