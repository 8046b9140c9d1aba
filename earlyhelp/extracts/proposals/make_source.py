"""The source of a layout: which files and sheets it is found in, and how they are laid out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from earlyhelp.extracts.files.sheet import Sheet
from earlyhelp.extracts.mapping.declare import DayOrder, Repeat, Source, Unpivot
from earlyhelp.extracts.proposals.column_profile import ColumnProfile, Trait
from earlyhelp.extracts.proposals.day_orders import Evidence, evidence_of
from earlyhelp.extracts.proposals.drafts import Draft
from earlyhelp.extracts.proposals.file_patterns import exact_files, file_patterns, is_apart, sheet_patterns
from earlyhelp.extracts.proposals.layouts import Page
from earlyhelp.extracts.proposals.turned import FORM

_DAY_IN_NAME: Final = re.compile(r"20[0-9]{2}[-_ ]?[0-9]{2}[-_ ]?[0-9]{2}|[0-9]{2}[-_. ][0-9]{2}[-_. ]20[0-9]{2}")
_DAY_IN_TITLE: Final = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.]20[0-9]{2}|20[0-9]{2}-[0-9]{2}-[0-9]{2}")
_WRITTEN_ONCE: Final = 0.5


@dataclass(slots=True)
class SourceDraft:
    """A source, the reasons for some of its keys, and what has to be asked about it."""

    source: Source
    reasons: dict[str, str] = field(default_factory=dict[str, str])
    questions: list[str] = field(default_factory=list[str])


def make_source(draft: Draft, sheets: Sequence[Sheet]) -> SourceDraft:
    """Return the source of a layout among all sheets that were given."""
    pages = draft.layout.pages
    own = [page.sheet for page in pages]
    others = [sheet for sheet in sheets if not any(sheet is each for each in own)]
    files = [sheet.file for sheet in own]
    of_files = [sheet for sheet in sheets if sheet.file in files]
    source = Source(
        draft.source,
        file_patterns(files),
        sheet_patterns(own, of_files),
        header_rows=pages[0].header.rows_used,
        skip_after_header=draft.layout.skipped,
    )
    if not is_apart(source, others):
        source = replace(source, files=exact_files(files), sheets=tuple(dict.fromkeys(s.name or "*" for s in own)))
    made = SourceDraft(_turned(draft, source))
    _add_as_at(draft, made)
    _add_dates(draft, made)
    return made


def _turned(draft: Draft, source: Source) -> Source:
    turned = draft.turned
    if not turned.columns:
        return source
    source = replace(source, unpivot=Unpivot(turned.columns, turned.name, turned.value))
    if turned.counted:
        fixed = tuple(each.name for each in turned.profiles if each.name not in (turned.name, turned.value))
        within = draft.names("district", "closing_form.received_on", "closing_answer.item")
        source = replace(
            source,
            repeat=Repeat(turned.value, FORM, ("[sheet]", *(within or fixed))),
            fill_down=_written_once(draft, fixed),
        )
    return source


def _written_once(draft: Draft, fixed: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        each.name for each in draft.turned.profiles if each.name in fixed and each.filled < _WRITTEN_ONCE * each.rows
    )


def _add_as_at(draft: Draft, made: SourceDraft) -> None:
    pages = draft.layout.pages
    if all(_DAY_IN_NAME.search(page.sheet.file) for page in pages):
        made.source = replace(made.source, as_at="file name")
        made.reasons["as_at"] = "certain: each file has a day in its name"
    elif _DAY_IN_TITLE.search(_above(pages[0])):
        made.source = replace(made.source, as_at="title")
        made.reasons["as_at"] = "likely: a day stands above the names; is it the last the data speak for?"


def _above(page: Page) -> str:
    return " ".join(cell for row in page.sheet.rows[: page.header.first_row] for cell in row)


def _add_dates(draft: Draft, made: SourceDraft) -> None:
    """Write the order of days where the columns give evidence of one; ask where they give none, or two."""
    of_days = [each for each in draft.layout.profiles if each.share(Trait.DAY) > 0.3]
    evidence = [(each, evidence_of(each)) for each in of_days]
    spoken = Counter(found.order for _, found in evidence if found.order)
    contrary = [each.name for each, found in evidence if found.is_contrary]
    unsaid = [each.name for each, found in evidence if found.either and not found.order and not found.is_contrary]
    if len(spoken) == 1 and not contrary:
        order = next(iter(spoken))
        made.source = replace(made.source, dates=(order,))
        made.reasons["dates"] = _reason(order, evidence, unsaid)
    elif spoken or contrary:
        named = ", ".join(f"`{name}`" for name in contrary) or "some columns"
        made.questions.append(f"{named}: some days are written day first and some month first. Which are right?")
    elif unsaid:
        named = ", ".join(f"`{name}`" for name in unsaid)
        made.questions.append(f'{named}: every day could be two. Is it dates = "day/month/year" or "month/day/year"?')
    _ask_about_serials(draft, made)


def _reason(order: DayOrder, evidence: Sequence[tuple[ColumnProfile, Evidence]], unsaid: Sequence[str]) -> str:
    where = next(each.name for each, found in evidence if found.order is order)
    if order is DayOrder.DAY_FIRST:
        reason = f"some days, as in `{where}`, can only be read day first"
    else:
        reason = f"some days, as in `{where}`, can only be read month first"
    return f"likely: {reason}; `{unsaid[0]}` by itself could be either" if unsaid else f"certain: {reason}"


def _ask_about_serials(draft: Draft, made: SourceDraft) -> None:
    if any(page.sheet.epoch for page in draft.layout.pages):
        return
    for given in draft.held.given.values():
        if given.concept.column.kind.value == "date" and given.profile.share(Trait.SERIAL) > _WRITTEN_ONCE:
            named = f"`{given.profile.name}`"
            made.questions.append(
                f'{named} holds bare numbers. If a spreadsheet counted them, add "serial 1900" to `dates`.'
            )
