"""What an edition was made of: enough to make it again and to see that nothing changed. It holds no clock."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version

from earlyhelp.disclosure.policies import POLICIES, Policy
from earlyhelp.editions.asked import Asked
from earlyhelp.editions.attacked import Attacked
from earlyhelp.editions.figures_of_edition import EditionFigures
from earlyhelp.editions.files import hash_code
from earlyhelp.editions.hand_over import HandedOver
from earlyhelp.publications.subject import Subject, SuppliedTable


def manifest_json(
    asked: Asked,
    county: Subject,
    figures: EditionFigures,
    handed_over: HandedOver,
    inputs: Mapping[str, str],
    settings: Mapping[str, str],
    attacked: Attacked | None,
) -> str:
    """Return the text of manifest.json, the same for the same edition.

    inputs, settings     SHA-256 by name of file; settings are left out where no file was given
    Source      docs/rules/editions.md
    """
    released, before = figures.now, figures.a_year_earlier
    cards, policy = handed_over.cards, POLICIES[asked.audience]
    content = {
        "publication": asked.publication,
        "period": {"first": county.period.first.isoformat(), "last": county.period.last.isoformat()},
        "places": [asdict(card.place) | {"file": card.file if card.is_made else None} for card in cards],
        "audience": {"audience": policy.audience, "meaning": policy.meaning, "notice": released.notice},
        **({"draft": True} if asked.manner.is_draft else {}),
        **(_protection(policy, figures, attacked) if policy.protects else {}),
        "as_at": released.as_at.isoformat(),
        "earlyhelp_version": version("earlyhelp"),
        "code_sha256": hash_code(),
        "cells_released": len(released.cells),
        "cells_changed_by_policy": sum(len(release.changes) for release in figures.releases),
        "cells_of_a_year_earlier": len(before.cells) if before else 0,
        "inputs_sha256": dict(inputs),
        **({"settings_sha256": dict(settings)} if settings else {}),
        "outputs_sha256": dict(sorted(handed_over.outputs.items())),
        **({"tables": {table.table: _counts(table) for table in county.tables}} if county.tells_rows else {}),
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _protection(policy: Policy, figures: EditionFigures, attacked: Attacked | None) -> dict[str, object]:
    """What the policy asked, what came of it, and what had left the house before."""
    levels = {
        level: {"hides_zeros": rules.hides_zeros, "mostly_small": str(rules.mostly_small)}
        for level, rules in policy.levels.items()
    }
    respected = {f"{each.entry.folder}/{each.file}": each.entry.files[each.file] for each in figures.respected}
    return {
        "policy": {"below": policy.below, "levels": levels},
        "cells_hidden": figures.hidden,
        "tables_refused": list(figures.refused),
        **({"attack": {"hidden_cells": attacked.hidden, "exposed": 0}} if attacked else {}),
        **({"earlier_releases_sha256": respected} if respected else {}),
    }


def _counts(table: SuppliedTable) -> dict[str, object]:
    return {name: value for name, value in asdict(table).items() if name not in ("table", "system")}
