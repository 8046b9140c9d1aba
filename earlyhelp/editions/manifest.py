"""What an edition was made of: enough to make it again and to see that nothing changed. It holds no clock."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version

from earlyhelp.disclosure.policies import POLICIES
from earlyhelp.editions.cards import Card
from earlyhelp.editions.figures_of_edition import EditionFigures
from earlyhelp.editions.files import hash_code
from earlyhelp.publications.subject import Subject, SuppliedTable


def manifest_json(
    publication: str,
    county: Subject,
    figures: EditionFigures,
    cards: Sequence[Card],
    inputs: Mapping[str, str],
    settings: Mapping[str, str],
    outputs: Mapping[str, str],
) -> str:
    """Return the text of manifest.json, the same for the same edition.

    inputs, settings, outputs     SHA-256 by name of file; settings are left out where no file was given
    Source      docs/rules/editions.md
    """
    released, before = figures.now, figures.a_year_earlier
    content = {
        "publication": publication,
        "period": {"first": county.period.first.isoformat(), "last": county.period.last.isoformat()},
        "places": [asdict(card.place) | {"file": card.file if card.is_made else None} for card in cards],
        "audience": asdict(POLICIES[released.audience]),
        "as_at": released.as_at.isoformat(),
        "earlyhelp_version": version("earlyhelp"),
        "code_sha256": hash_code(),
        "cells_released": len(released.cells),
        "cells_changed_by_policy": len(released.changes),
        "cells_of_a_year_earlier": len(before.cells) if before else 0,
        "inputs_sha256": dict(inputs),
        **({"settings_sha256": dict(settings)} if settings else {}),
        "outputs_sha256": dict(sorted(outputs.items())),
        "tables": {table.table: _counts(table) for table in county.tables},
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _counts(table: SuppliedTable) -> dict[str, object]:
    return {name: value for name, value in asdict(table).items() if name not in ("table", "system")}
