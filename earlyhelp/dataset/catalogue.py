"""Every table of the dataset, in the order of its documentation, and how the tables hang together."""

from __future__ import annotations

from collections.abc import Iterable

from earlyhelp.dataset.declare import Table
from earlyhelp.dataset.tables import (
    allocation,
    assessment,
    attendance,
    benchmark,
    care_status,
    case_audit,
    closing_answer,
    closing_form,
    closing_offer,
    comment_theme,
    consent,
    contact,
    disagreement,
    district,
    exclusion,
    family,
    family_member,
    focus,
    identity,
    involvement,
    involvement_child,
    link,
    link_meeting,
    link_worker,
    management_decision,
    other_support,
    partner,
    person,
    plan_item,
    questionnaire_item,
    referral,
    referral_identity,
    request,
    request_child,
    review,
    school,
    school_update,
    service,
    staffing,
    step_up,
    survey_answer,
    survey_response,
    survey_school,
    survey_wave,
    target,
    term,
    worker,
    worker_absence,
)

THEMES: dict[str, tuple[Table, ...]] = {
    "Reference": (district.TABLE, school.TABLE, term.TABLE),
    "Families": (family.TABLE, person.TABLE, family_member.TABLE, identity.TABLE),
    "Case work": (
        request.TABLE, request_child.TABLE, involvement.TABLE, involvement_child.TABLE, focus.TABLE, assessment.TABLE,
        review.TABLE, contact.TABLE, allocation.TABLE, partner.TABLE, plan_item.TABLE, management_decision.TABLE,
        consent.TABLE, step_up.TABLE, disagreement.TABLE, service.TABLE, school_update.TABLE,
    ),
    "Children elsewhere": (
        care_status.TABLE, other_support.TABLE, exclusion.TABLE, attendance.TABLE, referral.TABLE,
        referral_identity.TABLE, link.TABLE,
    ),
    "Capacity and quality": (
        worker.TABLE, worker_absence.TABLE, staffing.TABLE, link_worker.TABLE, link_meeting.TABLE, case_audit.TABLE,
        target.TABLE, benchmark.TABLE,
    ),
    "Voice": (
        questionnaire_item.TABLE, closing_offer.TABLE, closing_form.TABLE, closing_answer.TABLE, survey_wave.TABLE,
        survey_school.TABLE, survey_response.TABLE, survey_answer.TABLE, comment_theme.TABLE,
    ),
}  # fmt: skip

TABLES: dict[str, Table] = {table.name: table for tables in THEMES.values() for table in tables}


def table(name: str) -> Table:
    """Return the table of that name. Raises KeyError: the dataset has none."""
    try:
        return TABLES[name]
    except KeyError:
        raise KeyError(f"the dataset has no table {name}") from None


def required_parents(child: Table) -> tuple[str, ...]:
    """Names of the tables a row cannot do without: refused there, it is refused here. Each once, in column order."""
    return _each_once(c.refers_to for c in child.columns if c.required and c.refers_to)


def optional_parents(child: Table) -> tuple[str, ...]:
    """Names of the tables a row may refer to but can do without: refused there, the value is blanked here."""
    return _each_once(c.refers_to for c in child.columns if not c.required and c.refers_to)


def children_of(name: str) -> tuple[str, ...]:
    """Names of the tables that refer to this one, by required and by optional columns, in the order of the dataset."""
    return tuple(child.name for child in TABLES.values() if name in {column.refers_to for column in child.columns})


def in_dependency_order() -> tuple[Table, ...]:
    """Every table once, required parents before their children, otherwise in the order of the dataset.

    Optional references are left out of account: request and assessment, referral and step_up may be read in any order.
    """
    placed: dict[str, Table] = {}

    def place(child: Table, below: tuple[str, ...]) -> None:
        if child.name in below:
            raise ValueError(f"tables require each other: {' > '.join((*below, child.name))}")
        if child.name not in placed:
            for parent in required_parents(child):
                place(TABLES[parent], (*below, child.name))
            placed[child.name] = child

    for each in TABLES.values():
        place(each, ())
    return tuple(placed.values())


def code_lists_used() -> tuple[str, ...]:
    """Return the names of the code lists that columns use, in alphabetical order."""
    return tuple(sorted({column.codes for table in TABLES.values() for column in table.columns if column.codes}))


def _each_once(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
