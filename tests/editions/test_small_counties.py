"""However few the rows, each place gets its card: nobody of a kind asked, no focus, no closure, no meeting."""

from __future__ import annotations

from datetime import date

import pytest

from earlyhelp.editions.edition import publish
from earlyhelp.editions.manner import Manner
from earlyhelp.periods import Period
from earlyhelp.synthetic.county import synthesise

SPRING_AND_SUMMER = Period(date(2016, 1, 1), date(2016, 7, 31))


@pytest.mark.parametrize(("requests", "seed"), [(1, 1), (40, 7), (300, 7), (300, 8)])
def test_every_card_of_a_very_small_county_is_made(tmp_path, requests, seed):
    synthesise(tmp_path / "county", requests=requests, seed=seed)
    made = publish(
        tmp_path / "county", "school-report-card", SPRING_AND_SUMMER, "all", "internal", tmp_path / "cards",
        Manner(keeps_private=False),
    )  # fmt: skip
    assert [(card.place.name, card.error) for card in made.failed] == []
    assert len(made.cards) > 9
