"""Proposes a mapping for sheets nobody has mapped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.mapping.declare import Mapping
from earlyhelp.extracts.places.register import Register
from earlyhelp.extracts.proposals.choose import choose
from earlyhelp.extracts.proposals.drafts import Draft
from earlyhelp.extracts.proposals.id_rules import is_a_row_for_each_child
from earlyhelp.extracts.proposals.joined import join
from earlyhelp.extracts.proposals.layouts import find_layouts
from earlyhelp.extracts.proposals.make_mapping import make_mapping
from earlyhelp.extracts.proposals.make_tables import make_tables
from earlyhelp.extracts.proposals.proposal import Proposal
from earlyhelp.extracts.proposals.turned import apart_by_figure, turn

_LEAST_SCORE: Final = 2.0
_LEAST_COLUMNS: Final = 2


def propose(
    sheets: Sequence[Sheet], county_code: str = "", *, register: Register | None = None, known: Mapping | None = None
) -> Proposal:
    """Return a mapping for the sheets, with what each column was taken for, and questions about the rest.

    county_code     whose districts are looked for; those of all England where it is empty
    register        schools that names may mean, beside those of a register among the sheets
    known           a mapping whose list of schools is taken over
    """
    layouts, without = find_layouts(sheets)
    parts = [part for layout in layouts for part in apart_by_figure(layout)]
    turned = [(layout, columns) for layout in parts for columns in turn(layout)]
    held = choose([(columns.profiles, layout.titles) for layout, columns in turned], county_code)
    drafts = [
        Draft(found.bundle.main, layout, columns, found)
        for (layout, columns), found in zip(turned, held, strict=True)
        if found and found.score >= _LEAST_SCORE and len(found.given) >= _LEAST_COLUMNS
    ]
    used = [page.sheet for draft in drafts for page in draft.layout.pages]
    without += [page.sheet for layout in parts for page in layout.pages if not any(page.sheet is each for each in used)]
    _name(drafts)
    _find_records(drafts)
    for draft in drafts:
        draft.tables = make_tables(draft, drafts, county_code)
    for draft in drafts:
        join(draft, drafts, county_code)
    return make_mapping(drafts, sheets, without, county_code, register, known)


def _name(drafts: Sequence[Draft]) -> None:
    """Name each source after its table, and number those that have the same."""
    times = Counter(draft.main for draft in drafts)
    seen: Counter[str] = Counter()
    for draft in drafts:
        seen[draft.main] += 1
        draft.source = f"{draft.main}_{seen[draft.main]}" if times[draft.main] > 1 else draft.main


def _find_records(drafts: Sequence[Draft]) -> None:
    """Note by which column other sheets mean a row whose id is made from family and days."""
    for draft in drafts:
        own = draft.given("id:involvement")
        if draft.main == "involvement" and own and is_a_row_for_each_child(draft):
            draft.record = own.profile.name
