"""The evidence of an action as people write it: a measure of the catalogue, and the way it should move."""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches
from typing import Final

from earlyhelp.extracts.mapping.toml_keys import Keys
from earlyhelp.measures.catalogue import CATALOGUE
from earlyhelp.measures.declare import Measure
from earlyhelp.places import COUNTY, DISTRICT
from earlyhelp.report.actions import Evidence

HIGHER: Final = "higher"
LOWER: Final = "lower"


def evidence(action: Keys) -> Evidence | None:
    """Take the evidence of an action, None where it has none; faults are added."""
    each = action.table("evidence")
    if each is None:
        return None
    name = each.text("measure", required=True)
    breakdown, place = each.text("breakdown") or "all", each.text("place").strip()
    direction, target = each.choice("direction", (HIGHER, LOWER)), _target(each)
    each.finish()
    measure = CATALOGUE.get(name)
    if measure is None:
        if name:
            each.fault(f'names the measure "{name}", which there is not{_likely(name)}')
        return None
    if not direction and not measure.direction:
        each.fault('lacks `direction`: write direction = "higher" or "lower", as the measure has no better side')
    if breakdown == "all" and not measure.total:
        each.fault(f"lacks `breakdown`: {name} has no total, so write which of its figures, as in figures.csv")
    _check_target(each, measure, target)
    return Evidence(name, breakdown, place, direction or measure.direction, target)


def is_promised_at(level: str) -> bool:
    """Return whether a promise may be judged by figures of places of a level: those of one school are not."""
    return level in (COUNTY, DISTRICT)


def _likely(name: str) -> str:
    likely = get_close_matches(name, CATALOGUE, 1)
    return f"; did you mean {likely[0]}" if likely else "; `earlyhelp measures` lists them"


def _target(each: Keys) -> Decimal | None:
    written = each.any("target")
    if written is None:
        return None
    if isinstance(written, bool) or not isinstance(written, int | float) or written < 0:
        each.fault("has `target` that is no number: write target = 0.75 for 75%, target = 20 for a count of 20")
        return None
    return Decimal(str(written))


def _check_target(each: Keys, measure: Measure, target: Decimal | None) -> None:
    if target is not None and measure.unit.startswith("share") and target > 1:
        each.fault(f"has `target` = {target}, and {measure.name} is a share: write 0.75 for 75%")
