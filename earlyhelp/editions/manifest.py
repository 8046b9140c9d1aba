"""What an edition was made of: enough to make it again and to see that nothing changed. It holds no clock."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version

from earlyhelp.disclosure.cells import Release
from earlyhelp.publications.subject import Subject


def manifest_json(
    publication: str, subject: Subject, release: Release, inputs: Mapping[str, str], outputs: Mapping[str, str]
) -> str:
    """Return the text of manifest.json, the same for the same edition.

    inputs, outputs     SHA-256 by name of file
    """
    content = {
        "publication": publication,
        "period": {"first": subject.period.first.isoformat(), "last": subject.period.last.isoformat()},
        "place": asdict(subject.place),
        "audience": release.audience,
        "as_at": release.as_at.isoformat(),
        "earlyhelp_version": version("earlyhelp"),
        "cells_released": len(release.cells),
        "cells_changed_by_policy": len(release.changes),
        "inputs_sha256": dict(inputs),
        "outputs_sha256": dict(outputs),
        "tables": {table.table: _counts(asdict(table)) for table in subject.tables},
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _counts(table: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in table.items() if name not in ("table", "system", "note")}
