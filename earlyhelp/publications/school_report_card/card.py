"""The card: its parts, the order of the pages, and how a release becomes one."""

from __future__ import annotations

from typing import Final

from earlyhelp.measures.notes import caution
from earlyhelp.places import SCHOOL
from earlyhelp.publications.declare import PageDeclaration
from earlyhelp.publications.limits import is_shown_to_the_head
from earlyhelp.publications.released_figures import ReleasedCells, ReleasedFigures
from earlyhelp.publications.school_report_card import (
    assessments,
    audits,
    closing_forms,
    closing_well,
    commonest_focuses,
    data_quality,
    drift,
    exclusions,
    length_of_focuses,
    length_of_work,
    link_meetings,
    open_work,
    open_work_by_category,
    other_support,
    promises_kept,
    referrals,
    requests_by_month,
    requests_by_source,
    requests_from_schools,
    returns,
    staffing,
    time_to_closure,
)
from earlyhelp.publications.school_report_card.own_school import assessments as own_assessments
from earlyhelp.publications.school_report_card.own_school import at_a_glance, open_children
from earlyhelp.publications.school_report_card.own_school import link_meetings as own_link_meetings
from earlyhelp.publications.school_report_card.own_school import requests as own_requests
from earlyhelp.publications.school_report_card.words_used import WORDS_USED
from earlyhelp.publications.settings import DEFAULT, CardSettings
from earlyhelp.publications.subject import Subject
from earlyhelp.publications.told_together import Comparing
from earlyhelp.report.document import Page, Publication, Section
from earlyhelp.report.sentences import Name, Sentence, plain, say

NAME: Final = "school-report-card"
TITLE: Final = "Early help report card for schools"

# Every card opens with what became of its promises and closes with the data, wherever the council puts the others.
FIRST: Final = ("promised", promises_kept.TITLE)
LAST: Final = ("data", "What do the figures rest on?")
NATURE: Final[tuple[PageDeclaration, ...]] = (
    requests_by_source.PAGE,
    requests_by_month.PAGE,
    requests_from_schools.PAGE,
    commonest_focuses.PAGE,
    other_support.PAGE,
    assessments.PAGE,
    link_meetings.PAGE,
    open_work.PAGE,
    open_work_by_category.PAGE,
    staffing.PAGE,
)
DIFFERENCE: Final[tuple[PageDeclaration, ...]] = (
    length_of_work.PAGE,
    time_to_closure.PAGE,
    length_of_focuses.PAGE,
    drift.PAGE,
    closing_well.PAGE,
    returns.PAGE,
    referrals.PAGE,
    exclusions.PAGE,
    closing_forms.YOUNG_PEOPLE,
    closing_forms.PARENTS,
    closing_forms.SCHOOLS,
    audits.PAGE,
)
OWN_SCHOOL: Final[tuple[PageDeclaration, ...]] = (
    at_a_glance.PAGE,
    own_requests.PAGE,
    own_assessments.PAGE,
    own_link_meetings.PAGE,
    open_children.PAGE,
)
Parts = tuple[tuple[str, str, tuple[PageDeclaration, ...]], ...]
PARTS: Final[Parts] = (
    ("nature", "What is the nature of the work?", NATURE),
    ("difference", "Does it make a difference?", DIFFERENCE),
)
PARTS_OF_A_SCHOOL: Final[Parts] = (("school", "What did early help do with your school?", OWN_SCHOOL),)


def page_keys() -> tuple[str, ...]:
    """Return the keys of all pages that a council may order, those of a school's card too."""
    return tuple(page.key for _, _, pages in (*PARTS, *PARTS_OF_A_SCHOOL) for page in pages)


def build(cells: ReleasedCells, subject: Subject, settings: CardSettings = DEFAULT) -> Publication:
    """Return the card of one place.

    cells       all cells of the period, those of the places that stand beside this one too
    settings    the council's own looks, words, order of pages and actions
    Raises      MissingFigureError: a cell that a page shows was not released
    """
    parts = parts_for(subject.place.level, settings)
    figures = figures_of(cells, subject, settings)
    sections = [
        *_opening(figures, parts),
        *(
            Section(key, title, pages)
            for key, title, declared in parts
            if (pages := _built(declared, figures, settings))
        ),
    ]
    sections.append(Section(*LAST, (data_quality.build(figures),)))
    release, earlier = cells.release, subject.earlier_period
    return Publication(
        title=TITLE,
        place_name=subject.place.name,
        period=subject.period,
        period_label=subject.period_label,
        as_at=release.as_at,
        notice=release.notice,
        introduction=(*introduction(subject, settings), *_who_sees_the_hidden(sections, subject)),
        sections=tuple(sections),
        caution=caution(subject.period, release.as_at),
        earlier_label=earlier.label if earlier else "",
        brand=settings.brand,
        words_used=WORDS_USED,
    )


def _opening(figures: ReleasedFigures, parts: Parts) -> tuple[Section, ...]:
    """Return the part on what became of earlier promises about pages of this card; nothing without any."""
    page = promises_kept.build(figures, frozenset(page.key for _, _, pages in parts for page in pages))
    return (Section(*FIRST, (page,)),) if page else ()


def _who_sees_the_hidden(sections: list[Section], subject: Subject) -> tuple[Sentence, ...]:
    """Return what the first page of a school's card says of hidden numbers that its head may see; nothing without."""
    exhibits = (exhibit for section in sections for page in section.pages for exhibit in page.exhibits)
    if not any(is_shown_to_the_head(cell, subject) for exhibit in exhibits for cell in exhibit.cells):
        return ()
    return (plain("Numbers of one school are small, so many are hidden here, that nobody can be recognised. The head "
                  "teacher can have a card with the school's own numbers from the early help team."),)  # fmt: skip


def parts_for(level: str, settings: CardSettings) -> Parts:
    """Return the parts of a card for places of a level: the council's own, else ours.

    A school's card has pages of its own, so the council's parts are those of the county's and districts' cards unless
    they name pages of a school's.
    """
    ours = PARTS_OF_A_SCHOOL if level == SCHOOL else PARTS
    by_key = {page.key: page for _, _, pages in ours for page in pages}
    own = tuple(
        (f"part-{number}", part.title, tuple(by_key[key] for key in part.pages if key in by_key))
        for number, part in enumerate(settings.parts, 1)
    )
    return own if any(pages for _, _, pages in own) else ours


def figures_of(cells: ReleasedCells, subject: Subject, settings: CardSettings = DEFAULT) -> ReleasedFigures:
    """Return the figures of one card, which knows all that the card compares and judges it together."""
    level = subject.place.level
    return ReleasedFigures(cells, subject, comparing(parts_for(level, settings), level))


def comparing(parts: Parts, level: str) -> tuple[Comparing, ...]:
    """Return the tellings of a card that compare, whose verdicts are judged together."""
    pages = [page for _, _, declared in parts for page in declared if page.is_for(level)]
    return tuple(telling for page in pages for telling in page.tells if isinstance(telling, Comparing))


def _built(pages: tuple[PageDeclaration, ...], figures: ReleasedFigures, settings: CardSettings) -> tuple[Page, ...]:
    level = figures.subject.place.level
    return tuple(page.build(figures, settings.actions.get(page.key, ())) for page in pages if page.is_for(level))


def introduction(subject: Subject, settings: CardSettings) -> tuple[Sentence, ...]:
    """Return what the card is for and how to read it: in the council's words where it has written any, else in ours."""
    is_a_school = subject.place.level == SCHOOL
    if own_words := settings.school_introduction if is_a_school else settings.introduction:
        return tuple(Sentence((Name(paragraph),)) for paragraph in own_words)
    asked = say("Schools asked two questions: what do early help teams do for children and families in {place}, and "
                "does it make a difference?", place=Name(subject.place.name))  # fmt: skip
    own = say("This card answers for {place}, with the figures of its district and of the county beside its own.",
              place=Name(subject.place.name))  # fmt: skip
    assert asked is not None
    assert own is not None
    return (
        own if is_a_school else asked,
        plain("Each page gives one answer and the figures behind it. Each number in the text leads to how it is "
              "counted."),
    )  # fmt: skip
