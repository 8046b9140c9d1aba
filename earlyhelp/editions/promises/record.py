"""promises.json: what an edition promised and how each promise stood, for the edition after it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from earlyhelp.dataset.reading.cannot_read import CannotRead
from earlyhelp.disclosure.cells import ReleasedCell
from earlyhelp.disclosure.gate import release
from earlyhelp.disclosure.policies import INTERNAL
from earlyhelp.measures.figures import Figure, Number, Status
from earlyhelp.periods import Period
from earlyhelp.publications.promised import Standing
from earlyhelp.report.cell_texts import exact_number

PROMISES_FILE: Final = "promises.json"


@dataclass(frozen=True, slots=True)
class Recorded:
    """One promise as an edition recorded it.

    due_on      as it was when the promise was first recorded
    first_figure    the figure by which it is judged, as released with the first card that had it; None without one
    definition  SHA-256 of the measure's SQL for a period that is always the same; empty without a figure
    """

    id: str
    what: str
    due_on: date | None
    standing: Standing
    first_figure: ReleasedCell | None = None
    definition: str = ""


def record_json(records: Iterable[Recorded]) -> str:
    """Return the text of promises.json, one entry a promise in the order of the file of actions."""
    content = {"promises": [_written(each) for each in records]}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def read_record(path: Path, as_at: date) -> Mapping[str, Recorded]:
    """Return the promises of an edition by their ids, none where it has no such file.

    as_at       of that edition
    Raises      CannotRead: the file is not one that this program writes
    """
    if not path.is_file():
        return {}
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
        return {str(each["id"]): _read(each, as_at) for each in content["promises"]}
    except (ValueError, KeyError, TypeError, ArithmeticError):
        raise CannotRead(f"{path} is not the record of promises of an edition.") from None


def _written(each: Recorded) -> dict[str, object]:
    return {
        "id": each.id,
        "what": each.what,
        "due": each.due_on.isoformat() if each.due_on else None,
        "standing": each.standing.value,
        "figure": _figure_written(each.first_figure.figure) if each.first_figure else None,
        "definition_sha256": each.definition,
    }


def _figure_written(figure: Figure) -> dict[str, object]:
    numbers = {name: getattr(figure, name) for name in ("count", "out_of", "value")}
    return {
        "measure": figure.measure,
        "period": {"first": figure.period.first.isoformat(), "last": figure.period.last.isoformat()},
        "place_level": figure.place_level,
        "place_code": figure.place_code,
        "breakdown": figure.breakdown,
        **{name: None if number is None else exact_number(number) for name, number in numbers.items()},
        "unit": figure.unit,
        "status": figure.status.value,
    }


def _read(each: Any, as_at: date) -> Recorded:
    due, figure = each["due"], each["figure"]
    return Recorded(
        str(each["id"]), str(each["what"]), date.fromisoformat(due) if due else None, Standing(each["standing"]),
        _cell(_figure(figure), as_at) if figure else None, str(each["definition_sha256"]),
    )  # fmt: skip


def _figure(written: Any) -> Figure:
    period = Period(*(date.fromisoformat(written["period"][name]) for name in ("first", "last")))
    count, out_of, value = (_number(written[name]) for name in ("count", "out_of", "value"))
    return Figure(
        str(written["measure"]), period, str(written["place_level"]), str(written["place_code"]),
        str(written["breakdown"]), count, out_of, value, str(written["unit"]), Status(written["status"]),
    )  # fmt: skip


def _number(text: str | None) -> Number | None:
    if text is None:
        return None
    return Decimal(text) if "." in text else int(text)


def _cell(figure: Figure, as_at: date) -> ReleasedCell:
    """The cell as it went out: what was hidden then is not there, and nothing more is hidden."""
    return release([figure], audience=INTERNAL.audience, as_at=as_at).cells[0]
