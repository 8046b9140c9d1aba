"""The card: its parts, the order of the pages, and how a release becomes one."""

from __future__ import annotations

from typing import Final

from earlyhelp.disclosure.cells import Release
from earlyhelp.measures.notes import caution
from earlyhelp.publications.declare import PageDeclaration
from earlyhelp.publications.released_figures import ReleasedFigures
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
    referrals,
    requests_by_month,
    requests_by_source,
    requests_from_schools,
    returns,
    staffing,
)
from earlyhelp.publications.subject import Subject
from earlyhelp.report.document import Publication, Section
from earlyhelp.report.sentences import Name, Sentence, plain, say

NAME: Final = "school-report-card"
TITLE: Final = "Early help report card for schools"

NATURE: Final[tuple[PageDeclaration, ...]] = (
    requests_by_source.PAGE,
    requests_by_month.PAGE,
    requests_from_schools.PAGE,
    commonest_focuses.PAGE,
    other_support.PAGE,
    assessments.PAGE,
    link_meetings.PAGE,
    open_work.PAGE,
    open_work_by_category.ATTENDANCE_AND_BEHAVIOUR,
    open_work_by_category.EMOTIONAL_AND_FAMILY,
    open_work_by_category.PHYSICAL_AND_PARENTAL,
    staffing.PAGE,
)
DIFFERENCE: Final[tuple[PageDeclaration, ...]] = (
    length_of_work.PAGE,
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
PARTS: Final = (
    ("nature", "What is the nature of the work?", NATURE),
    ("difference", "Does it make a difference?", DIFFERENCE),
)


def measures_shown() -> tuple[str, ...]:
    """Return the names of all measures that the card shows, each once."""
    return tuple(dict.fromkeys(name for _, _, pages in PARTS for page in pages for name in page.measures))


def build(release: Release, subject: Subject) -> Publication:
    """Return the card of one place.

    release     all cells of the period, those of the districts too
    Raises      MissingFigureError: a cell that a page shows was not released
    """
    figures = ReleasedFigures(release.cells, subject, as_at=release.as_at)
    sections = [
        Section(key, title, tuple(page.build(figures) for page in pages if page.is_for(figures)))
        for key, title, pages in PARTS
    ]
    sections.append(Section("data", "What do the figures rest on?", (data_quality.build(figures),)))
    return Publication(
        title=TITLE,
        place_name=subject.place.name,
        period=subject.period,
        period_label=subject.period_label,
        as_at=release.as_at,
        notice=release.notice,
        introduction=introduction(subject),
        sections=tuple(sections),
        caution=caution(subject.period, release.as_at),
    )


def introduction(subject: Subject) -> tuple[Sentence, ...]:
    """Return what the card is for and how to read it."""
    about = say(
        "Schools asked what early help teams do for children and families in {place}, and whether it helps.",
        place=Name(subject.place.name),
    )  # fmt: skip
    assert about is not None
    return (
        about,
        plain("Each page gives one answer, the figures behind it, and how they are counted. Percentages stand "
              "beside the "
              "numbers they are made of."),
    )  # fmt: skip
