"""Two councils that several tests look at, invented once: that of the committed samples, and a larger one."""

from __future__ import annotations

import pytest

from tests.extracts.mappings.councils import LARGER, SAMPLE, Council, invent_council


@pytest.fixture(scope="session")
def sample_council(tmp_path_factory: pytest.TempPathFactory) -> Council:
    return invent_council(tmp_path_factory.mktemp("sample"), SAMPLE)


@pytest.fixture(scope="session")
def larger_council(tmp_path_factory: pytest.TempPathFactory) -> Council:
    return invent_council(tmp_path_factory.mktemp("larger"), LARGER)
