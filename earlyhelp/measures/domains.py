"""The values that a breakdown may take: every one is written, zeros included."""

from __future__ import annotations

from itertools import product

import duckdb

from earlyhelp.measures.declare import Measure
from earlyhelp.measures.scope import Scope
from earlyhelp.vocabulary.code_lists import read_code_list

CODE_LISTS = {
    "source_code": "request_source",
    "phase": "reporting_phase",
    "key_stage": "key_stage",
    "focus_code": "focus",
    "focus_category": "focus_category",
    "care_status": "care_status_shown",
    "sen_provision": "sen_provision_shown",
    "band": "duration_band",
    "respondent": "respondent",
}
OUTCOMES = {
    "link_meetings": "link_meeting_outcome",
    "exclusion_outcomes": "exclusion_outcome",
    "closing_form_scale": "answer_end",
}

Values = tuple[str, ...]


class Domains:
    """The values of each breakdown for one scope."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, scope: Scope) -> None:
        self._connection = connection
        self._scope = scope
        self._items: list[Values] | None = None

    def values(self, measure: Measure, breakdown: tuple[str, ...]) -> list[Values]:
        """Return all combinations of values that a breakdown of this measure writes."""
        if "item" in breakdown:
            return self._of_items_seen(measure, breakdown)
        return list(product(*(self._one(measure, name) for name in breakdown)))

    def _of_items_seen(self, measure: Measure, breakdown: tuple[str, ...]) -> list[Values]:
        """Only respondents who were asked a question anywhere in the dataset have cells for it."""
        others = [name for name in breakdown if name not in ("item", "respondent")]
        found: list[Values] = []
        for item, respondent in self._items_seen():
            for values in product(*(self._one(measure, name) for name in others)):
                named = {"item": item, "respondent": respondent, **dict(zip(others, values, strict=True))}
                found.append(tuple(named[name] for name in breakdown))
        return found

    def _one(self, measure: Measure, name: str) -> list[str]:
        if name == "month":
            period = self._scope.period
            return list(period.months_started if measure.calculation == "staffing" else period.months_touched)
        code_list = OUTCOMES[measure.name] if name == "outcome" else CODE_LISTS[name]
        return [code for code in read_code_list(code_list).codes if code not in measure.leaves_out]

    def _items_seen(self) -> list[Values]:
        if self._items is None:
            seen = self._connection.execute(
                "SELECT DISTINCT closing_answer.item, closing_form.respondent FROM closing_answer "
                "JOIN closing_form ON closing_form.form_id = closing_answer.form_id"
            )
            self._items = sorted((item, respondent) for item, respondent in seen.fetchall())
        return self._items
