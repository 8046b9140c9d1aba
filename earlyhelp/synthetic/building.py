"""The whole invented county in memory: every concern in its turn."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date

from earlyhelp.synthetic import (
    assessments,
    capacity,
    casework,
    disagreements,
    elsewhere,
    families,
    focuses,
    identities,
    involvements,
    plans,
    questionnaires,
    referrals,
    schools,
    survey,
    voice,
    workers,
    writing,
)
from earlyhelp.synthetic import (
    requests as arrivals,
)
from earlyhelp.synthetic.chance import Chance
from earlyhelp.synthetic.school_year import history_from, last_year_from

DEFAULT_AS_AT = date(2016, 9, 15)


def build_county(*, requests: int, seed: int, as_at: date = DEFAULT_AS_AT) -> writing.Book:
    """Return every table of an invented county with that many requests for support.

    requests    rows of `request` with kind support; penalty notices and notifications come on top
    seed        the same seed, number and day give the same rows
    as_at       last day of the data; the history begins three school years before the one that holds it
    """
    with _no_cycles_looked_for():
        return _build(requests, Chance(seed), as_at)


def _build(requests: int, chance: Chance, as_at: date) -> writing.Book:
    first, recent = history_from(as_at), last_year_from(as_at)
    book = writing.Book()
    districts = schools.build_districts()
    all_schools = schools.build_schools(districts, requests, chance, as_at)
    force = workers.build_workforce(districts, requests, chance, first, as_at)

    maker = families.FamilyMaker(districts, chance)
    opened = involvements.InvolvementMaker(chance, as_at)
    received = arrivals.RequestMaker(maker, opened, chance, as_at)
    received.receive(requests, first)
    assessed = assessments.AssessmentMaker(chance, as_at)
    assessed.make(received.requests)
    cases = opened.involvements
    worked = focuses.FocusMaker(chance, as_at).make(cases)

    schools.write_reference(book, districts, all_schools, first, as_at)
    families.write_families(book, maker.families)
    casework.write_allocations(book, cases, force, chance, as_at)
    arrivals.write_requests(book, received.requests)
    involvements.write_involvements(book, cases, chance)
    focuses.write_focuses(book, worked)
    assessments.write_assessments(book, assessed.assessments)
    casework.write_reviews(book, cases, chance, as_at)
    casework.write_contacts(book, cases, chance, as_at)
    casework.write_decisions(book, cases, chance, as_at)
    plans.write_plan_items(book, worked, chance, as_at)
    plans.write_partners(book, cases, chance, as_at)
    plans.write_services(book, cases, worked, chance, as_at)
    plans.write_consent(book, cases, chance)
    plans.write_school_updates(book, cases, force, chance, as_at)
    disagreements.write_disagreements(book, cases, chance, as_at)
    elsewhere.write_care_status(book, cases, chance, as_at)
    elsewhere.write_other_support(book, cases, chance, as_at)
    elsewhere.write_exclusions(book, worked, chance, as_at)
    elsewhere.write_attendance(book, worked, chance, as_at)
    referred = referrals.make_referrals(book, received.requests, cases, requests, chance, first, as_at)
    workers.write_workers(book, force, all_schools, chance, first, as_at)
    capacity.write_staffing(book, districts, force, first, as_at)
    capacity.write_link_meetings(book, all_schools, chance, recent, as_at)
    capacity.write_audits(book, districts, cases, chance, recent, as_at)
    capacity.write_targets(book, districts, first, as_at)
    questionnaires.write_questionnaires(book)
    voice.write_closing_forms(book, cases, chance, recent, as_at)
    survey.write_survey(book, all_schools, chance, as_at)
    identities.write_identities(book, maker.families, referred, districts, chance)
    return book


@contextmanager
def _no_cycles_looked_for() -> Generator[None]:
    """Half a million small rows and no cycles among them: looking for some would take a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
